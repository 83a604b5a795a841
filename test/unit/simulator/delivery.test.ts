/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createHash } from 'crypto';
import type { ServerResponse } from 'http';
import { readFileSync } from 'fs';
import path from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { ALICE, Receiver, TestSimulator, TOKEN, until } from './support';

const ALICE_JID = `${ALICE}@s.whatsapp.net`;
const HELLO = { from: ALICE, text: 'hello' };

let simulator: TestSimulator;
let receiver: Receiver;
beforeEach(async () => {
	simulator = await TestSimulator.startLinked();
	receiver = await Receiver.start();
	await simulator.setWebhook(receiver.url);
});
afterEach(async () => {
	await simulator.stop();
	await receiver.stop();
});

/** An event that the structs of WhatsApp's library printed. */
const readSample = (name: string) =>
	JSON.parse(readFileSync(path.join(__dirname, `../../data/payloads/${name}.json`), 'utf8'));

/** The names of all members, with those of the objects in them; but for the details of a device list. */
const keysOf = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.entries(value)
				.filter(([name]) => name !== 'deviceListMetadata')
				.map(([name, member]) => [name, keysOf(member)])
		: undefined;

const write = async (message: object) => (await simulator.control('messages', message)).json;
const info = () => receiver.events[0].event.Info;

describe('a message', () => {
	it('is delivered with its token, and says how it went', async () => {
		const { messageId, deliveries } = await write(HELLO);
		expect(deliveries).toEqual([{ status: 200, ms: expect.any(Number) }]);
		const form = new URLSearchParams(receiver.requests[0].body.toString('utf8'));
		expect([...form.keys()]).toEqual(['jsonData', 'token']);
		expect(form.get('token')).toBe(TOKEN);
		expect(receiver.events[0]).toMatchObject({
			type: 'Message',
			event: {
				Info: { ID: messageId, PushName: 'Alice Example' },
				Message: { conversation: 'hello' },
			},
		});
	});

	const CHANNEL = '120363000000000009@newsletter';
	it.each([
		['text-dm', HELLO],
		['text-group-pn', { ...HELLO, chat: '120363000000000001@g.us' }],
		['edit-dm', { ...HELLO, edit: { messageId: 'A' } }],
		['revoke-by-sender', { from: ALICE, revoke: { messageId: 'A' } }],
		['newsletter-message', { from: CHANNEL, text: 'news' }],
	])('has the keys that the library prints for %s, in their order', async (sample, message) => {
		await write(message);
		const { event } = receiver.events[0];
		const { event: printed } = readSample(sample);
		expect(Object.keys(event)).toEqual(Object.keys(printed));
		for (const name of ['Info', 'Message', 'RawMessage']) {
			expect([name, keysOf(event[name])]).toEqual([name, keysOf(printed[name])]);
		}
	});

	it.each([
		[
			'a phone number',
			{ from: `+${ALICE}` },
			{ Chat: ALICE_JID, Sender: ALICE_JID, SenderAlt: '100000000000001@lid', AddressingMode: '' },
		],
		[
			'a hidden number',
			{ from: '100000000000001@lid' },
			{ Chat: '100000000000001@lid', SenderAlt: ALICE_JID, AddressingMode: 'lid', IsGroup: false },
		],
		[
			'a group',
			{ from: ALICE, chat: '120363000000000001@g.us' },
			{ Chat: '120363000000000001@g.us', Sender: ALICE_JID, IsGroup: true, AddressingMode: 'pn' },
		],
		['the status', { from: ALICE, chat: 'status@broadcast' }, { IsGroup: true, Sender: ALICE_JID }],
		[
			'the phone of the account',
			{ from: ALICE, fromMe: true },
			{
				Chat: ALICE_JID,
				Sender: '15550100099@s.whatsapp.net',
				IsFromMe: true,
				PushName: 'demo',
				RecipientAlt: '100000000000001@lid',
				DeviceSentMeta: { DestinationJID: ALICE_JID, Phash: '' },
			},
		],
	])('from %s has its addresses', async (_from, origin, expected) => {
		await write({ text: 'x', ...origin });
		expect(info()).toMatchObject(expected);
	});

	it('of a channel comes as Newsletter, from the channel itself, with its number', async () => {
		await write({ from: CHANNEL, text: 'news' });
		expect(receiver.events[0].type).toBe('Newsletter');
		const source = { Chat: CHANNEL, Sender: CHANNEL, IsGroup: false };
		expect(info()).toMatchObject({ ...source, ServerID: 138, DeviceSentMeta: null });
	});

	it('of a channel keeps its ID and its number when it is edited', async () => {
		const { messageId } = await write({ from: CHANNEL, text: 'news' });
		const edited = await write({ from: CHANNEL, text: 'better news', edit: { messageId } });
		expect(edited.messageId).toBe(messageId);
		expect(receiver.events[1].event).toMatchObject({
			Info: { ID: messageId, ServerID: 138, Edit: '3' },
			Message: { extendedTextMessage: { text: 'better news' } },
			NewsletterMeta: { EditTS: expect.stringMatching(/Z$/) },
		});
	});

	it('of the own phone names the device it was sent from in direct chats only', async () => {
		await write({ ...HELLO, fromMe: true, chat: '120363000000000001@g.us' });
		expect(info()).toMatchObject({ IsFromMe: true, DeviceSentMeta: null });
	});

	it.each([
		[
			{ reaction: { messageId: 'A', emoji: '👍' } },
			{ reactionMessage: { key: { ID: 'A' }, text: '👍' } },
		],
		[{ revoke: { messageId: 'A' } }, { protocolMessage: { key: { ID: 'A' }, type: 0 } }],
		[
			{ edit: { messageId: 'A' }, text: 'new' },
			{ protocolMessage: { key: { ID: 'A' }, type: 14, editedMessage: { conversation: 'new' } } },
		],
		[
			{ quoted: { messageId: 'A', participant: ALICE_JID, text: 'old' }, text: 'yes' },
			{
				extendedTextMessage: {
					text: 'yes',
					contextInfo: { stanzaID: 'A', quotedMessage: { conversation: 'old' } },
				},
			},
		],
		[
			{ poll: { question: 'Lunch?', choices: ['Pizza', 'Sushi'] } },
			{ pollCreationMessageV3: { name: 'Lunch?', options: [{ optionName: 'Pizza' }, {}] } },
		],
		[
			{ button: { id: 'yes', text: 'Yes' } },
			{ buttonsResponseMessage: { selectedButtonID: 'yes' } },
		],
		[
			{ listRow: { id: 'size-l', title: 'Large' } },
			{ listResponseMessage: { singleSelectReply: { selectedRowID: 'size-l' } } },
		],
		[{ location: { latitude: 1.5, longitude: 2 } }, { locationMessage: { degreesLatitude: 1.5 } }],
		[
			{ contact: { name: 'Bob', phone: '15550100002' } },
			{ contactMessage: { displayName: 'Bob' } },
		],
	])('can be %j', async (action, expected) => {
		await write({ from: ALICE, ...action });
		expect(receiver.events[0].event.Message).toMatchObject(expected);
	});

	it('with a vote carries the hash of the choice', async () => {
		await write({ from: ALICE, pollVote: { messageId: 'A', choice: 'Pizza' } });
		expect(receiver.events[0]).toMatchObject({
			decryptVote: createHash('sha256').update('Pizza').digest('hex'),
			event: { Message: { pollUpdateMessage: { pollCreationMessageKey: { ID: 'A' } } } },
		});
	});
});

describe('a message with a file', () => {
	const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
	const photo = { fileName: 'me.jpg', mimeType: 'image/jpeg', base64: bytes.toString('base64') };

	/** The multipart body as text, one character a byte, and the event in it. */
	function multipart() {
		const text = receiver.requests[0].body.toString('latin1');
		const json = /name="jsonData"\r\n\r\n(.*)\r\n/.exec(text)?.[1] ?? '';
		return { text, event: JSON.parse(Buffer.from(json, 'latin1').toString('utf8')).event };
	}

	it('uploads it under the ID, with an odd extension and a sniffed type', async () => {
		const { messageId } = await write({ from: ALICE, text: 'me', media: photo });
		const { text, event } = multipart();
		expect(text).toContain(
			`name="file"; filename="${messageId}.jfif"\r\nContent-Type: image/jpeg\r\n\r\n${bytes.toString('latin1')}\r\n`,
		);
		expect(event.Message.imageMessage).toMatchObject({
			mimetype: 'image/jpeg',
			caption: 'me',
			fileLength: bytes.length,
			fileSHA256: createHash('sha256').update(bytes).digest('base64'),
		});
		expect(event.Info).toMatchObject({ Type: 'media', MediaType: 'image' });
	});

	it('can be given as the body itself', async () => {
		const query = new URLSearchParams({ from: ALICE, text: 'me', fileName: 'me.jpg' });
		const url = `${simulator.simulator.url}/simulator/sessions/${TOKEN}/messages?${query}`;
		await fetch(url, { method: 'POST', headers: { 'Content-Type': 'image/jpeg' }, body: bytes });
		expect(multipart().event.Message.imageMessage).toMatchObject({
			caption: 'me',
			fileLength: bytes.length,
		});
	});

	it.each([
		['image/webp', undefined, 'stickerMessage', {}],
		['audio/ogg; codecs=opus', undefined, 'audioMessage', { PTT: true }],
		['audio/mpeg', undefined, 'audioMessage', { PTT: false }],
		['video/mp4', undefined, 'videoMessage', {}],
		['application/pdf', undefined, 'documentMessage', { fileName: 'me.jpg', title: 'me.jpg' }],
		['image/jpeg', 'document', 'documentMessage', { mimetype: 'image/jpeg' }],
	])('of type %s, sent as %s, is a %s', async (mimeType, as, field, expected) => {
		await write({ from: ALICE, media: { ...photo, mimeType, as } });
		expect(multipart().event.Message[field]).toMatchObject(expected);
	});

	it('wraps a document with a caption', async () => {
		await write({ from: ALICE, text: 'read', media: { ...photo, mimeType: 'application/pdf' } });
		const { event } = multipart();
		expect(event).toMatchObject({
			IsDocumentWithCaption: true,
			Message: { documentMessage: { caption: 'read' } },
			RawMessage: {
				documentWithCaptionMessage: { message: { documentMessage: { caption: 'read' } } },
			},
		});
	});

	it('brings no file as a video note, or with forwarding off', async () => {
		await write({ from: ALICE, media: { ...photo, mimeType: 'video/mp4', as: 'videoNote' } });
		await simulator.settings({ mediaForwarding: false });
		await write({ from: ALICE, media: photo });
		expect(receiver.events.map(({ event }) => Object.keys(event.Message)[0])).toEqual([
			'ptvMessage',
			'imageMessage',
		]);
	});

	it('adds the path on the server where that is switched on', async () => {
		await simulator.settings({ filePathField: true });
		const { messageId } = await write({ from: ALICE, media: photo });
		expect(multipart().text).toContain(`name="file"\r\n\r\nfiles/demo/${messageId}.jfif\r\n`);
	});

	it('can be downloaded with the keys of the event, and only with them', async () => {
		await simulator.settings({ mediaForwarding: false });
		await write({ from: ALICE, media: photo });
		const media = receiver.events[0].event.Message.imageMessage;
		const body = {
			url: media.URL,
			directPath: media.directPath,
			mediaKey: media.mediaKey,
			mimetype: media.mimetype,
			fileEncSHA256: media.fileEncSHA256,
			fileSHA256: media.fileSHA256,
			fileLength: media.fileLength,
		};
		const { json } = await simulator.post('/message/download/image', body);
		expect(json.data).toEqual({
			Mimetype: 'image/jpeg',
			Data: `data:image/jpeg;base64,${photo.base64}`,
		});
		expect((await simulator.post('/message/downloadimage', body)).status).toBe(200);
		expect((await simulator.post('/message/download/video', body)).status).toBe(500);
		const statusWith = async (change: object) =>
			(await simulator.post('/message/download/image', { ...body, ...change })).status;
		for (const name of ['url', 'directPath', 'mediaKey', 'fileEncSHA256']) {
			expect([name, await statusWith({ [name]: '/AAA' })]).toEqual([name, 500]);
		}
		expect(await statusWith({ fileLength: bytes.length + 1 })).toBe(500);
		expect(await statusWith({ url: '' })).toBe(200);
		expect(await statusWith({ directPath: '' })).toBe(200);
		expect(await statusWith({ url: '', directPath: '' })).toBe(500);
	});
});

describe('what is delivered', () => {
	const subscribe = async (...Subscribe: string[]) => {
		await simulator.post('/session/disconnect');
		await simulator.post('/session/connect', { Subscribe, Immediate: true });
	};

	it('is only what was subscribed to', async () => {
		await subscribe('ReadReceipt');
		expect(await write(HELLO)).toMatchObject({ deliveries: [], undelivered: 'notSubscribed' });
		await simulator.control('receipts', { from: ALICE, messageIds: ['A', 'B'] });
		expect(receiver.events).toMatchObject([
			{
				type: 'ReadReceipt',
				state: 'Read',
				event: { Chat: ALICE_JID, MessageIDs: ['A', 'B'], Type: 'read', MessageSender: '' },
			},
		]);
		const printed = readSample('receipt-delivered').event;
		expect(Object.keys(receiver.events[0].event)).toEqual(Object.keys(printed));
	});

	it.each([
		['receipts', { messageIds: ['A'] }],
		['presence', { state: 'composing' }],
	])('of %s is about the chat of a phone number, too', async (control, body) => {
		await simulator.control(control, { from: ALICE, chat: `+${ALICE}`, ...body });
		expect(receiver.events[0].event).toMatchObject({ Chat: ALICE_JID, Sender: ALICE_JID });
	});

	it('is nothing without a webhook or a login', async () => {
		await simulator.setWebhook('');
		expect(await write(HELLO)).toMatchObject({ deliveries: [], undelivered: 'noWebhook' });
		await simulator.setWebhook(receiver.url);
		await simulator.post('/session/disconnect');
		expect((await simulator.control('messages', HELLO)).status).toBe(409);
		expect(receiver.requests).toEqual([]);
	});

	const CALL_ID = '0A1B2C3D4E5F60718293A4B5C6D7E8F9';
	it.each([
		['call-offer-audio', 'calls', { from: ALICE, callId: CALL_ID }],
		['call-terminate', 'calls', { from: ALICE, callId: CALL_ID, ends: 'timeout' }],
		['group-info-join', 'members', { chat: '120363000000000001@g.us', join: ['15550100003'] }],
	])('is of %s what the library prints, in its order', async (sample, control, body) => {
		await simulator.control(control, body);
		const printed = readSample(sample);
		expect(receiver.events.map(({ type }) => type)).toEqual([printed.type]);
		expect(keysOf(receiver.events[0])).toEqual(keysOf(printed));
	});

	it('is a call with the numbers of who calls, and the camera only where it is on', async () => {
		await simulator.control('calls', { from: ALICE, callId: CALL_ID, isVideo: true });
		const { event } = receiver.events[0];
		expect(event).toMatchObject({
			From: '100000000000001@lid',
			CallCreatorAlt: ALICE_JID,
			CallID: CALL_ID,
		});
		expect(event.Data.Content.map(({ Tag }: { Tag: string }) => Tag)).toContain('video');
	});

	it('is people who leave a group, after which they are no members', async () => {
		const GroupJID = '120363000000000001@g.us';
		await simulator.control('members', { chat: GroupJID, leave: [ALICE] });
		expect(receiver.events[0]).toMatchObject({
			type: 'GroupInfo',
			event: { Join: null, Leave: [ALICE_JID], Sender: '100000000000001@lid', SenderPN: ALICE_JID },
		});
		const { json } = await simulator.post('/group/info', { GroupJID });
		expect(JSON.stringify(json)).not.toContain(ALICE_JID);
	});

	it('is neither a call nor a change of members where only messages are subscribed to', async () => {
		await subscribe('Message');
		await simulator.control('calls', { from: ALICE, callId: CALL_ID });
		await simulator.control('members', { chat: '120363000000000001@g.us', leave: [ALICE] });
		expect(receiver.requests).toEqual([]);
	});

	it('is an event as it is given, to the byte', async () => {
		const jsonData = '{ "type":"Message",  "event": {"b":"<+>", "a": 1} }';
		await simulator.control('events', jsonData);
		const form = new URLSearchParams(receiver.requests[0].body.toString('utf8'));
		expect(form.get('jsonData')).toBe(jsonData);
	});

	it('tells of a log-out, after which the session is not linked', async () => {
		await simulator.control('logout');
		expect(receiver.events).toEqual([
			{ type: 'LoggedOut', event: { OnConnect: false, Reason: 401 } },
		]);
		expect((await simulator.get('/session/status')).json.error).toBe('No session');
	});
});

describe('a delivery', () => {
	it('is given up after its time', async () => {
		await simulator.settings({ deliveryTimeoutMs: 60 });
		receiver.answers.push(() => undefined);
		const { deliveries } = await write(HELLO);
		expect(deliveries).toEqual([{ status: 0, ms: expect.any(Number), error: 'timeout' }]);
		expect(deliveries[0].ms).toBeGreaterThanOrEqual(55);
	});

	it('keeps the beginning of what the receiver said', async () => {
		const said = '{"success":true,"started":false,"reason":"chatType"}';
		receiver.answers.push((response) => response.end(said));
		receiver.answers.push((response) => response.end('x'.repeat(1_000_000)));
		const [first] = (await write(HELLO)).deliveries;
		expect(first).toEqual({ status: 200, ms: expect.any(Number), answer: said });
		const [second] = (await write(HELLO)).deliveries;
		expect(second.answer).toBe('x'.repeat(2_000));
	});

	it('is tried once by default, whatever the answer', async () => {
		receiver.answers.push((response) => response.writeHead(503).end());
		expect((await write(HELLO)).deliveries).toMatchObject([{ status: 503 }]);
		expect(receiver.requests).toHaveLength(1);
	});

	it('is repeated with the same bytes until it is taken, where that is switched on', async () => {
		await simulator.settings({ retryWaitsMs: [5, 5, 5, 5] });
		receiver.answers.push(
			(response) => response.writeHead(500).end(),
			(response) => response.destroy(),
		);
		expect((await write(HELLO)).deliveries).toMatchObject([
			{ status: 500 },
			{ status: 0, error: 'ECONNRESET' },
			{ status: 200 },
		]);
		const [first, , third] = receiver.requests;
		expect(third.body).toEqual(first.body);
	});

	const ends: ReadonlyArray<[string, () => Promise<unknown>]> = [
		['a reset', async () => await simulator.send('POST', '/simulator/reset')],
		['a stop', async () => await simulator.stop()],
	];

	it.each(ends)('is not tried again after %s', async (_end, finish) => {
		await simulator.settings({ retryWaitsMs: [100] });
		receiver.answers.push((response) => response.writeHead(500).end());
		const written = write(HELLO).catch(() => undefined);
		await until(() => receiver.requests.length === 1);
		await finish();
		await written;
		await sleep(150);
		expect(receiver.requests).toHaveLength(1);
	});

	it.each(ends)('that is under way is broken off by %s', async (_end, finish) => {
		const broken = new Promise<string>((resolve) => {
			receiver.answers.push((response) => response.on('close', () => resolve('broken off')));
		});
		const written = write(HELLO).catch(() => undefined);
		await until(() => receiver.requests.length === 1);
		await finish();
		expect(await Promise.race([broken, sleep(1000, 'still under way')])).toBe('broken off');
		await written;
	});

	it('of an unreachable receiver says so', async () => {
		await receiver.stop();
		expect((await write(HELLO)).deliveries).toMatchObject([{ status: 0, error: 'ECONNREFUSED' }]);
		receiver = await Receiver.start();
	});

	it.each([301, 302, 303])('loses its body over a %d', async (status) => {
		receiver.answers.push((response) => response.writeHead(status, { Location: '/moved' }).end());
		await write(HELLO);
		const { method, url, body, headers } = receiver.requests[1];
		expect([method, url, body.length]).toEqual(['GET', '/moved', 0]);
		expect(headers['content-type']).toBeUndefined();
	});

	it.each([307, 308])('keeps its body over a %d', async (status) => {
		receiver.answers.push((response) => response.writeHead(status, { Location: '/moved' }).end());
		await write(HELLO);
		const [first, second] = receiver.requests;
		expect(second).toMatchObject({ method: 'POST', url: '/moved' });
		expect(second.body).toEqual(first.body);
	});

	it('does not run in circles', async () => {
		const again = Array.from({ length: 20 }, () => (response: ServerResponse) => {
			response.writeHead(307, { Location: '/webhook/abc' }).end();
		});
		receiver.answers.push(...again);
		expect((await write(HELLO)).deliveries).toMatchObject([
			{ status: 0, error: 'too many redirects' },
		]);
		expect(receiver.requests).toHaveLength(16);
	});

	it('can come more than once', async () => {
		await simulator.settings({ duplicates: 2 });
		await write(HELLO);
		const bodies = receiver.requests.map(({ body }) => body.toString());
		expect(bodies).toHaveLength(3);
		expect(new Set(bodies).size).toBe(1);
	});

	it('waits for the one before where the order is kept', async () => {
		await simulator.settings({ keepOrder: true });
		let meanwhile = 0;
		receiver.answers.push((response) => {
			setTimeout(() => {
				meanwhile = receiver.requests.length;
				response.end();
			}, 40);
		});
		await Promise.all([write(HELLO), write(HELLO), write(HELLO)]);
		expect([meanwhile, receiver.requests.length]).toEqual([1, 3]);
	});

	it('waits for none otherwise', async () => {
		await simulator.settings({ deliveryJitterMs: 5 });
		const pending: Array<() => void> = [];
		receiver.answers.push(
			(response) => pending.push(() => response.end()),
			(response) => pending.push(() => response.end()),
			(response) => {
				response.end();
				for (const answer of pending) answer();
			},
		);
		const all = await Promise.all([write(HELLO), write(HELLO), write(HELLO)]);
		expect(all.map(({ deliveries }) => deliveries[0].status)).toEqual([200, 200, 200]);
	});

	it('is listed with what went over the wire', async () => {
		const { messageId } = await write(HELLO);
		const [entry] = (await simulator.get('/simulator/deliveries')).json;
		expect(entry).toMatchObject({
			session: 'demo',
			url: receiver.url,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: receiver.requests[0].body.toString('latin1'),
			attempts: [{ status: 200 }],
			about: [messageId],
		});
	});
});
