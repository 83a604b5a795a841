import { classify } from '../../../nodes/shared/whatsapp/classify';
import { ALICE } from './events';

const Info = { Chat: ALICE };

test.each<[string, unknown, string]>([
	['Message', { Info, Message: {} }, 'message'],
	['Newsletter', { Info, Message: { conversation: 'x' } }, 'message'],
	['Anything', { Info, Message: null }, 'message'],
	['Message', { info: { chat: ALICE }, message: {} }, 'message'],
	['Message', { Info }, 'undecryptable'],
	['UndecryptableMessage', { Info, IsUnavailable: false }, 'undecryptable'],
	['ReadReceipt', { MessageIDs: [] }, 'receipt'],
	['ReadReceipt', { MessageIDs: null }, 'receipt'],
	['Other', { MessageIDs: ['1'] }, 'receipt'],
	['Call', { CallID: '1' }, 'call'],
	['CallOffer', { callId: '1' }, 'call'],
	['CallState', {}, 'call'],
	['Presence', { LastSeen: '', From: ALICE }, 'presence'],
	['Presence', {}, 'presence'],
	['Other', { LastSeen: '' }, 'other'],
	['ChatPresence', { State: 'paused', Media: '' }, 'chatPresence'],
	['ChatPresence', {}, 'chatPresence'],
	['Other', { State: 'x' }, 'other'],
	['HistorySync', { Data: { syncType: 0 } }, 'historySync'],
	['X', { Data: { conversations: [] } }, 'historySync'],
	['HistorySync', { Data: null }, 'historySync'],
	['X', { Data: {} }, 'other'],
	['LoggedOut', { OnConnect: false }, 'loggedOut'],
	['LoggedOut', {}, 'loggedOut'],
	['Logged Out', {}, 'loggedOut'],
	['Message', { Info: {}, Message: {} }, 'other'],
	['Message', { Info: 'x', Message: {} }, 'other'],
	['Message', {}, 'other'],
	['Recall', {}, 'other'],
	['QR', 'code', 'other'],
	['LoggedOut', 'LoggedOut', 'loggedOut'],
	['Call', 'ringing', 'call'],
	['Presence', null, 'presence'],
	['ReadReceipt', [], 'receipt'],
	['ChatPresence', undefined, 'chatPresence'],
	['Message', 'text', 'other'],
	['QRTimeout', 'timeout', 'other'],
	['Connected', {}, 'other'],
])('%s with %j is %s', (type, event, family) => {
	expect(classify(type, event)).toBe(family);
});

test.each([
	['message', { Info, Message: {} }],
	['undecryptable', { Info }],
	['receipt', { MessageIDs: ['1'] }],
	['call', { CallID: '1' }],
	['presence', { LastSeen: '', From: ALICE }],
	['chatPresence', { State: 'paused', Media: '' }],
	['historySync', { Data: { syncType: 0 } }],
	['historySync', { Data: { conversations: [] } }],
	['loggedOut', { OnConnect: false }],
	['other', {}],
	['other', { LastSeen: '', State: '' }],
	['other', { From: ALICE, Media: '' }],
])('%s is told from the shape alone: %j', (family, event) => {
	expect(classify(undefined, event)).toBe(family);
	expect(classify('Of a later version', event)).toBe(family);
});

test.each(['ReadReceipt', 'Presence', 'ChatPresence', 'HistorySync', 'LoggedOut'])(
	'a type that merely holds %s tells nothing',
	(type) => {
		expect(classify(type, {})).not.toBe('other');
		expect(classify(`${type}2`, {})).toBe('other');
		expect(classify(`Non${type}`, {})).toBe('other');
	},
);

test('of a long type the beginning is read only', () => {
	expect(classify(`Logged${' '.repeat(58)}Out`, {})).toBe('other');
});
