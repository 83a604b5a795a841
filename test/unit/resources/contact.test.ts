import { block, getAll, getBlocklist, getContact } from '../../../nodes/Wago/resources/contact';
import { check } from '../../../nodes/Wago/resources/contact/check';
import { bodyOf, itemsOf } from './operationBench';

const ALICE = { id: '15550100001@s.whatsapp.net', phone: '15550100001' };
const HIDDEN = '100000000000001@lid';

describe('the list of contacts', () => {
	const names = { Found: true, FirstName: '', FullName: '', PushName: 'Al', BusinessName: '' };
	const item = { ...ALICE, name: 'Al', pushName: 'Al' };

	it.each([
		['an object keyed by JID', { [ALICE.id]: names }],
		['a list', [{ ...names, Jid: '15550100001:2@s.whatsapp.net' }]],
		['a list in an object', { Contacts: [{ ...names, JID: ALICE.id }] }],
		['an object in an object', { contacts: { [ALICE.id]: names } }],
		['JIDs of the old form', [{ ...names, Jid: { User: ALICE.phone, Server: 's.whatsapp.net' } }]],
	])('is read from %s', (_shape, data) => {
		expect(itemsOf(getAll, data)).toEqual([item]);
	});

	it('prefers the name of the address book', () => {
		const data = { [ALICE.id]: { FullName: 'Alice Example', PushName: 'Al' } };
		expect(itemsOf(getAll, data)[0].name).toBe('Alice Example');
	});

	it('knows hidden contacts without a phone', () => {
		expect(itemsOf(getAll, { [HIDDEN]: names })).toEqual([
			{ id: HIDDEN, lid: HIDDEN, name: 'Al', pushName: 'Al' },
		]);
	});

	it.each([[{ Details: 'none' }], [null], [[]]])('is empty for %j', (data) => {
		expect(itemsOf(getAll, data)).toEqual([]);
	});
});

describe('a contact', () => {
	const values = { phone: ALICE.id };
	const info = { Status: 'Busy', PictureID: '17', Devices: ['a', 'b'], LID: HIDDEN };
	const item = {
		...ALICE,
		lid: HIDDEN,
		about: 'Busy',
		pictureId: '17',
		deviceCount: 2,
		found: true,
	};

	it.each([
		['keyed by JID', { Users: { [ALICE.id]: info } }],
		['in a list', { users: [{ ...info, jid: ALICE.id }] }],
	])('is read %s', (_shape, data) => {
		expect(itemsOf(getContact, data, values)).toEqual([item]);
	});

	it.each([
		['text', 'Example Inc.'],
		['a certificate', { Certificate: null, Details: { verifiedName: 'Example Inc.' } }],
	])('has its verified name from %s', (_shape, VerifiedName) => {
		const data = { Users: { [ALICE.id]: { VerifiedName } } };
		expect(itemsOf(getContact, data, values)[0].verifiedName).toBe('Example Inc.');
	});

	it('that WaGo does not know is not found', () => {
		expect(itemsOf(getContact, { Users: {} }, values)).toEqual([{ ...ALICE, found: false }]);
	});

	it('is asked for by JID', () => {
		expect(bodyOf(getContact, { phone: ALICE.phone })).toEqual({ Phone: [ALICE.id] });
	});

	it('may be hidden', () => {
		expect(bodyOf(getContact, { phone: HIDDEN })).toEqual({ Phone: [HIDDEN] });
	});

	it.each(['120363000000000001@g.us', '120363000000000009@newsletter', 'status@broadcast'])(
		'is not %s',
		(phone) => {
			expect(() => bodyOf(block, { phone })).toThrow("'Contact' is not a person");
		},
	);
});

describe('a check', () => {
	const yes = (Query: string, JID = ALICE.id) => ({ Query, JID, IsInWhatsapp: true });

	it.each([
		['text', '+1 555 010-0001,15550100002'],
		['a list', ['15550100001', 15550100002]],
		['a number', 15550100001],
	])('takes %s', (_source, phone) => {
		const { Phone } = bodyOf(check, { phone: phone as string }) as { Phone: string[] };
		expect(Phone).toEqual(['15550100001', '15550100002'].slice(0, Phone.length));
	});

	it.each(['', ' , ', HIDDEN, 'Bob'])('refuses %j', (phone) => {
		expect(() => bodyOf(check, { phone })).toThrow("'Phone Number'");
	});

	it('keeps the order of the question, whatever that of the answer is', () => {
		const data = {
			Users: [{ ...yes('+15550100002', '15550100002@s.whatsapp.net') }, yes('+15550100001')],
		};
		const items = itemsOf(check, data, { phone: '15550100001,15550100002' });
		expect(items.map(({ id }) => id)).toEqual([ALICE.id, '15550100002@s.whatsapp.net']);
	});

	it('tells the ID under which WhatsApp knows the number', () => {
		const data = { Users: [yes('5511912345678', '551112345678@s.whatsapp.net')] };
		expect(itemsOf(check, data, { phone: '5511912345678' })).toEqual([
			{
				query: '5511912345678',
				exists: true,
				id: '551112345678@s.whatsapp.net',
				phone: '551112345678',
			},
		]);
	});

	it('makes no phone from a hidden number', () => {
		const data = { Users: [yes('15550100001', HIDDEN)] };
		expect(itemsOf(check, data, { phone: ALICE.phone })).toEqual([
			{ query: ALICE.phone, exists: true, id: HIDDEN, lid: HIDDEN },
		]);
	});

	it('takes no answer for that of another number', () => {
		const data = { Users: [yes('15550100002'), { Query: '15550100003', IsInWhatsapp: false }] };
		const items = itemsOf(check, data, { phone: '15550100001,15550100002' });
		expect(items.map(({ exists }) => exists)).toEqual([false, true]);
	});

	it.each([
		['08123456789', 'begins with 0'],
		['ana@example.com', 'is an e-mail address'],
		['5511912345678.0', 'is a number with decimals'],
	])('refuses %s: it %s', (phone, problem) => {
		expect(() => bodyOf(check, { phone })).toThrow(`'Phone Number' ${problem}`);
	});

	it('does not take a missing answer for a yes', () => {
		expect(itemsOf(check, { Users: null }, { phone: ALICE.phone })).toEqual([
			{ query: ALICE.phone, exists: false },
		]);
	});
});

it.each([
	['a list', [ALICE.id]],
	['JIDs', { DHash: '1', JIDs: [ALICE.id] }],
	['a blocklist in an object', { Blocklist: { DHash: '1', JIDs: [ALICE.id] } }],
	['objects', { blocklist: [{ JID: ALICE.id }] }],
])('the blocklist is read from %s', (_shape, data) => {
	expect(itemsOf(getBlocklist, data)).toEqual([ALICE]);
});
