/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { join } from 'path';
import type { IWebhookFunctions } from 'n8n-workflow';

import { createMessageId } from '../../../nodes/shared/whatsapp/messageId';
import { readEvent } from '../../../nodes/shared/whatsapp/event';
import { readConfiguration, type Configuration } from '../../../nodes/WagoTrigger/configuration';
import { compileFilter, FilterError } from '../../../nodes/WagoTrigger/filters';

type Parameters = Record<string, unknown>;

const TOKEN = 'a-token';
const EVERYWHERE = ['private', 'group', 'channel', 'status', 'broadcast'];

function configure(parameters: Parameters = {}): Configuration {
	const getNodeParameter = (name: string) => parameters[name];
	return readConfiguration({ getNodeParameter } as unknown as IWebhookFunctions);
}

function payload(name: string): Record<string, unknown> {
	const path = join(__dirname, '../../data/payloads', `${name}.json`);
	return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

/** A text message in a private chat, with changes to `Info` and to the text. */
function textMessage(info: Record<string, unknown> = {}, text = 'Hello there, order 66') {
	const envelope = payload('text-dm') as {
		event: { Info: Record<string, unknown>; Message: unknown };
	};
	Object.assign(envelope.event.Info, info);
	envelope.event.Message = { conversation: text };
	return envelope as unknown as Record<string, unknown>;
}

function reasonFor(parameters: Parameters, envelope: Record<string, unknown>, now = Date.now()) {
	return compileFilter(configure(parameters))(readEvent(envelope, TOKEN), now);
}

describe('by default', () => {
	it.each([
		['text-dm', undefined],
		['text-dm-lid', undefined],
		['image-caption', undefined],
		['text-group-pn', 'chatType'],
		['status-text', 'chatType'],
		['newsletter-message', 'chatType'],
		['text-from-me-other-device', 'ownMessage'],
		['group-senderkey-only', 'noise'],
		['receipt-delivered', 'event'],
		['presence-online', 'event'],
		['chat-presence-composing', 'event'],
		['call-offer-audio', 'event'],
		['history-sync-recent', 'event'],
		['session-logged-out-live', 'event'],
		['undecryptable', 'event'],
		['session-qr', 'event'],
	])('%s: %s', (name, reason) => {
		expect(reasonFor({}, payload(name))).toBe(reason);
	});

	it('the measurements of a call are noise, unless everything was asked for', () => {
		const measurement = payload('call-relay-latency');
		expect(reasonFor({ events: ['Call'] }, measurement)).toBe('noise');
		expect(reasonFor({ events: ['All'] }, measurement)).toBeUndefined();
	});
});

describe('events', () => {
	it.each([
		['receipt-delivered', 'ReadReceipt'],
		['presence-online', 'Presence'],
		['chat-presence-composing', 'ChatPresence'],
		['call-offer-audio', 'Call'],
		['history-sync-recent', 'HistorySync'],
		['session-logged-out-live', 'LoggedOut'],
		['newsletter-message', 'Newsletter'],
		['undecryptable', 'All'],
		['session-qr', 'All'],
	])('%s starts with %s and with All', (name, event) => {
		expect(reasonFor({ events: [event], chatTypes: EVERYWHERE }, payload(name))).toBeUndefined();
		expect(reasonFor({ events: ['All'], chatTypes: EVERYWHERE }, payload(name))).toBeUndefined();
		const another = event === 'Call' ? 'Presence' : 'Call';
		expect(reasonFor({ events: [another], chatTypes: EVERYWHERE }, payload(name))).toBe('event');
	});

	it('may come as text from an expression', () => {
		const events = 'Message, Call';
		expect(reasonFor({ events }, payload('call-offer-audio'))).toBeUndefined();
	});
});

describe('chat types', () => {
	it('hold for receipts and typing as well, but not for what has no chat', () => {
		const parameters = { events: ['All'], chatTypes: ['status'] };
		expect(reasonFor(parameters, payload('receipt-delivered'))).toBe('chatType');
		expect(reasonFor(parameters, payload('chat-presence-composing'))).toBe('chatType');
		expect(reasonFor(parameters, payload('presence-online'))).toBeUndefined();
		expect(reasonFor(parameters, payload('call-offer-audio'))).toBeUndefined();
	});
});

describe('own messages', () => {
	const byPerson = textMessage({ IsFromMe: true });
	const byWorkflow = textMessage({ IsFromMe: true, ID: createMessageId(TOKEN, ['x']) });

	it.each([
		['ignore', 'ownMessage', 'ownMessage'],
		['people', undefined, 'ownMessage'],
		['all', undefined, undefined],
	] as const)('%s: of people %s, of workflows %s', (ownMessages, ofPeople, ofWorkflows) => {
		expect(reasonFor({ ownMessages }, byPerson)).toBe(ofPeople);
		expect(reasonFor({ ownMessages }, byWorkflow)).toBe(ofWorkflows);
	});
});

describe('kinds', () => {
	it('lets through those that are chosen', () => {
		expect(reasonFor({ kinds: ['image', 'text'] }, textMessage())).toBeUndefined();
		expect(reasonFor({ kinds: ['image'] }, textMessage())).toBe('kind');
	});

	const PLACES = { chatTypes: EVERYWHERE, ownMessages: 'all' };

	it.each([
		'text-dm',
		'image-caption',
		'image-view-once-v2',
		'location',
		'contact',
		'poll-creation-v3',
		'poll-vote-wago-decryptvote',
		'order-wago-orderdetails',
		'template-button-reply',
		'list-response',
		'interactive-response-native-flow',
		'calendar-event',
		'status-text',
		'newsletter-message',
	])('by default %s starts the workflow', (name) => {
		const events = ['Message', 'Newsletter'];
		expect(reasonFor({ ...PLACES, events }, payload(name))).toBeUndefined();
	});

	it.each([
		'revoke-by-sender',
		'old-revoke',
		'edit-dm',
		'edit-secret-encrypted',
		'reaction-add',
		'old-reaction',
		'pin-in-chat',
		'disappearing-setting',
		'album-header',
	])('by default %s does not, and with all kinds it does', (name) => {
		expect(reasonFor(PLACES, payload(name))).toBe('kind');
		expect(reasonFor({ ...PLACES, kinds: ['all'] }, payload(name))).toBeUndefined();
	});

	it.each([
		['image-caption', undefined],
		['audio-voice-note', undefined],
		['document', undefined],
		['sticker', undefined],
		['video-note-ptv', undefined],
		['text-dm', 'kind'],
		['location', 'kind'],
		['revoke-by-sender', 'kind'],
	])('of media: %s %s', (name, reason) => {
		expect(reasonFor({ kinds: ['media'], ...PLACES }, payload(name))).toBe(reason);
	});

	it('may be a group and single kinds, also as text from an expression', () => {
		for (const kinds of [['media', 'revoke'], 'media, revoke']) {
			expect(reasonFor({ kinds }, payload('revoke-by-sender'))).toBeUndefined();
			expect(reasonFor({ kinds }, payload('image-caption'))).toBeUndefined();
			expect(reasonFor({ kinds }, payload('text-dm'))).toBe('kind');
		}
	});
});

describe('senders', () => {
	const from = (Sender: string, SenderAlt = '') => textMessage({ Sender, Chat: Sender, SenderAlt });

	it.each([
		['+49 170 1234567', from('491701234567@s.whatsapp.net')],
		['2@lid; 491701234567', from('491701234567:7@s.whatsapp.net')],
		['491701234567@s.whatsapp.net', from('99@lid', '491701234567@s.whatsapp.net')],
		['99@lid', from('99@lid', '491701234567@s.whatsapp.net')],
		['99@lid', from('491701234567@s.whatsapp.net', '99@lid')],
		['5511987654321', from('551187654321@s.whatsapp.net')],
		['5511987654321@s.whatsapp.net', from('551187654321@s.whatsapp.net')],
		['\u202a+49 170\u20111234567\u202c', from('491701234567@s.whatsapp.net')],
		['@\u0664\u0669 170 1234567', from('491701234567@s.whatsapp.net')],
	])('%s are let through, or kept out', (senders, message) => {
		expect(reasonFor({ filters: { senders } }, message)).toBeUndefined();
		expect(reasonFor({ filters: { excludedSenders: senders } }, message)).toBe('sender');
	});

	it('keep others out, or let them through', () => {
		const message = from('491709999999@s.whatsapp.net');
		const list = '+49 170 1234567, 99@lid';
		expect(reasonFor({ filters: { senders: list } }, message)).toBe('sender');
		expect(reasonFor({ filters: { excludedSenders: list } }, message)).toBeUndefined();
	});

	it('are not matched by what is not known of them', () => {
		const message = from('99@lid');
		expect(reasonFor({ filters: { senders: '491701234567,' } }, message)).toBe('sender');
	});

	it.each(['0170 1234567', '+49 (0)170 1234567', 'ana@example.com'])(
		'%s is refused with how to write it',
		(senders) => {
			expect(() => compileFilter(configure({ filters: { senders } }))).toThrow(
				/^'Senders' holds '.*', which (?:begins with 0|has a 0|is an e-mail).*'\+\d/,
			);
		},
	);

	it.each(['Bob', '12', '+49 170 x'])('%s is refused', (senders) => {
		expect(() => compileFilter(configure({ filters: { senders } }))).toThrow(FilterError);
		expect(() => compileFilter(configure({ filters: { excludedSenders: senders } }))).toThrow(
			FilterError,
		);
	});
});

describe('text', () => {
	it.each([
		[{ textContains: 'ORDER' }, undefined],
		[{ textContains: 'invoice' }, 'text'],
		[{ textMatches: 'order \\d+' }, undefined],
		[{ textMatches: '^order' }, 'text'],
		[{ textMatches: '/HELLO/i' }, undefined],
	])('%j: %s', (filters, reason) => {
		expect(reasonFor({ filters }, textMessage())).toBe(reason);
	});

	it('that is absent contains nothing', () => {
		const sticker = payload('sticker');
		expect(reasonFor({ filters: { textContains: 'x' } }, sticker)).toBe('text');
		expect(
			reasonFor({ filters: { textMatches: '^$' } }, payload('audio-voice-note')),
		).toBeUndefined();
	});

	it('with a pattern that explodes elsewhere is done at once', () => {
		const start = performance.now();
		const message = textMessage({}, `${'a'.repeat(50_000)}!`);
		expect(reasonFor({ filters: { textMatches: '^(a+)+$' } }, message)).toBe('text');
		expect(performance.now() - start).toBeLessThan(1_000);
	});
});

describe('age', () => {
	const sentAt = Date.UTC(2026, 2, 2, 14, 30);
	const message = textMessage({ Timestamp: '2026-03-02T16:30:00+02:00' });

	it.each([
		[60, 60_000, undefined],
		[60, 60_001, 'tooOld'],
		[0, 1e12, undefined],
		[60, -60_000, undefined],
	])('of at most %d s: %d ms later %s', (maxAge, later, reason) => {
		expect(reasonFor({ filters: { maxAge } }, message, sentAt + later)).toBe(reason);
	});

	it('that is not known is no age', () => {
		const timeless = textMessage({ Timestamp: '0001-01-01T00:00:00Z' });
		expect(reasonFor({ filters: { maxAge: 1 } }, timeless)).toBeUndefined();
	});
});

it('filters messages only', () => {
	const filters = { senders: '491701234567', textContains: 'x', maxAge: 1 };
	const parameters = { events: ['All'], kinds: ['image'], chatTypes: EVERYWHERE, filters };
	for (const name of [
		'receipt-delivered',
		'call-offer-audio',
		'presence-online',
		'undecryptable',
	]) {
		expect(reasonFor(parameters, payload(name))).toBeUndefined();
	}
});
