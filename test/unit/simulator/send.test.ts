import { createHash } from 'crypto';
import { ALICE, Receiver, TestSimulator, until } from './support';

const ALICE_JID = `${ALICE}@s.whatsapp.net`;
const OGG = Buffer.from('OggS\0\x02\0\0\0\0\0\0\0\0OpusHead\x01', 'latin1');
const PDF = Buffer.from('%PDF-1.7');

const dataUrl = (mimeType: string, bytes: Buffer | string) =>
	`data:${mimeType};base64,${Buffer.from(bytes).toString('base64')}`;

let simulator: TestSimulator;
beforeEach(async () => {
	simulator = await TestSimulator.startLinked();
});
afterEach(async () => await simulator.stop());

const refusal = async (path: string, body: object) => {
	const { status, json } = await simulator.post(path, body);
	expect(status).toBe(400);
	expect(await simulator.sent()).toEqual([]);
	return json.error as string;
};

describe('a send', () => {
	it('answers with the ID and lists the message', async () => {
		const body = { Phone: ALICE, Body: 'hello', Id: '3EB0123' };
		expect((await simulator.post('/send/text', body)).json).toEqual({
			code: 200,
			data: { Details: 'Sent', Timestamp: expect.stringMatching(/^\d{4}-.*\dZ$/), Id: '3EB0123' },
			success: true,
		});
		expect(await simulator.sent()).toEqual([
			{
				path: '/send/text',
				body,
				messageId: '3EB0123',
				recipient: ALICE_JID,
				time: expect.any(String),
			},
		]);
	});

	it('makes an ID where none is given', async () => {
		const { json } = await simulator.post('/send/text', { Phone: ALICE, Body: 'x' });
		expect(json.data.Id).toMatch(/^3EB0[0-9A-F]{18}$/);
	});

	it('lists a known ID as a repeat', async () => {
		for (const Id of ['A', 'A', 'B']) {
			await simulator.post('/send/text', { Phone: ALICE, Body: 'x', Id });
		}
		expect((await simulator.sent()).map(({ repeat }) => repeat)).toEqual([
			undefined,
			true,
			undefined,
		]);
	});

	it.each([
		[ALICE, ALICE_JID],
		[`+${ALICE}`, ALICE_JID],
		['120363000000000001@g.us', '120363000000000001@g.us'],
		['120363000000000009@newsletter', '120363000000000009@newsletter'],
		['100000000000001@lid', '100000000000001@lid'],
	])('goes to %s', async (Phone, recipient) => {
		await simulator.post('/send/text', { Phone, Body: 'x' });
		expect((await simulator.sent())[0].recipient).toBe(recipient);
	});

	it.each(['++1', '1 555 010', '1-555', `${ALICE}:12@s.whatsapp.net`, '1234-5678@g.us', 'a@b@c'])(
		'does not go to %s',
		async (Phone) => {
			expect(await refusal('/send/text', { Phone, Body: 'x' })).toBe('Could not parse Phone');
		},
	);

	it('quotes with both the ID and the author, or not at all', async () => {
		const send = async (ContextInfo: object) =>
			await refusal('/send/text', { Phone: ALICE, Body: 'x', ContextInfo });
		expect(await send({ StanzaId: 'A' })).toBe('Missing Participant in ContextInfo');
		expect(await send({ Participant: ALICE_JID })).toBe('Missing StanzaId in ContextInfo');
		const whole = { StanzaId: 'A', Participant: ALICE_JID };
		const reply = await simulator.post('/send/text', {
			Phone: ALICE,
			Body: 'x',
			ContextInfo: whole,
		});
		expect(reply.status).toBe(200);
	});
});

describe('a file', () => {
	it.each([
		['/send/image', { Image: dataUrl('image/png', 'png') }, 'image/png'],
		['/send/video', { Video: dataUrl('video/mp4', 'mp4') }, 'video/mp4'],
		['/send/audio', { Audio: dataUrl('audio/ogg', OGG) }, 'audio/ogg'],
		['/send/sticker', { Sticker: dataUrl('image/webp', 'webp') }, 'image/webp'],
		[
			'/send/document',
			{
				Document: dataUrl('application/octet-stream', PDF),
				FileName: 'a.pdf',
				Mimetype: 'application/pdf',
			},
			'application/pdf',
		],
	])('is sent by %s and kept', async (path, body, mimeType) => {
		const [text] = Object.values(body);
		const bytes = Buffer.from(text.split(',')[1], 'base64');
		await simulator.post(path, { Phone: ALICE, ...body });
		const [{ media }] = await simulator.sent();
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		expect(media).toEqual({ mimeType, size: bytes.length, sha256 });
		const kept = await fetch(`${simulator.simulator.url}/simulator/media/${sha256}`);
		expect(Buffer.from(await kept.arrayBuffer())).toEqual(bytes);
	});

	it.each([
		['/send/image', { Image: dataUrl('video/mp4', 'x') }, 'should start with "data:image"'],
		['/send/image', { Image: 'https://example.com/a.png' }, 'should start with "data:image"'],
		['/send/image', { Image: 'data:image/png;base64,' }, 'is empty'],
		['/send/image', { Image: 'data:image/png;base64,a b=' }, 'Could not decode base64'],
		['/send/video', { Video: 'AAAA' }, 'should start with "data:mime/type;base64,"'],
		['/send/audio', { Audio: dataUrl('audio/mpeg', 'x') }, 'should start with "data:audio/ogg"'],
		['/send/audio', { Audio: dataUrl('audio/ogg', 'OggS vorbis') }, 'should be Opus in Ogg'],
		[
			'/send/document',
			{ Document: dataUrl('application/pdf', PDF), FileName: 'a.pdf' },
			'should start with "data:application/octet-stream;base64,"',
		],
	])('is refused by %s as %j', async (path, body, error) => {
		expect(await refusal(path, { Phone: ALICE, ...body })).toContain(error);
	});

	it('is fetched from its address by the server', async () => {
		const files = await Receiver.start();
		files.answers.push(
			(response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end('png'),
			(response) => response.writeHead(404).end(),
		);
		const body = { Phone: ALICE, Url: files.url, Type: 'image' };
		expect((await simulator.post('/send/mediaurl', body)).status).toBe(200);
		expect((await simulator.sent())[0].media).toMatchObject({ mimeType: 'image/png', size: 3 });
		expect((await simulator.post('/send/mediaurl', body)).json.error).toContain('404');
		await files.stop();
		expect((await simulator.post('/send/mediaurl', body)).status).toBe(500);
		expect(await simulator.sent()).toHaveLength(1);
	});
});

describe('other kinds of message', () => {
	it('a poll needs two options', async () => {
		const poll = { Phone: ALICE, Question: 'Lunch?', MaxAnswer: 1 };
		expect(await refusal('/send/poll', { ...poll, Options: ['Pizza'] })).toContain('Options');
		const reply = await simulator.post('/send/poll', { ...poll, Options: ['Pizza', 'Sushi'] });
		expect(reply.status).toBe(200);
	});

	it('a location on the equator is a missing one', async () => {
		const body = { Phone: ALICE, Latitude: 0, Longitude: 12 };
		expect(await refusal('/send/location', body)).toBe('missing Latitude in payload');
	});

	it('a contact is a vCard', async () => {
		expect(await refusal('/send/contact', { Phone: ALICE, Name: 'Bob', Vcard: 'Bob' })).toBe(
			'invalid Vcard',
		);
	});

	it('a carousel is in lower case and has buttons of five types', async () => {
		const card = (button: object) => ({
			phone: ALICE,
			message: 'Look',
			carousel: [{ text: 'One', buttons: [{ id: '1', label: 'Go', ...button }] }],
		});
		expect(await refusal('/send/carousel', card({ type: 'link' }))).toBe('invalid button type');
		expect(await refusal('/send/carousel', card({ type: 'url' }))).toBe('missing url in button');
		const url = 'https://example.com';
		expect((await simulator.post('/send/carousel', card({ type: 'url', url }))).status).toBe(200);
	});

	it('at most three buttons', async () => {
		const Buttons = Array.from({ length: 4 }, (_, index) => ({
			ButtonId: String(index),
			ButtonText: 'Go',
		}));
		expect(await refusal('/send/buttons', { Phone: ALICE, Title: 'Choose', Buttons })).toContain(
			'Buttons',
		);
	});

	it('a reaction has an ID of its own', async () => {
		await simulator.post('/message/react', { Phone: ALICE, Body: '👍', Id: 'TARGET' });
		const [{ messageId, body }] = await simulator.sent();
		expect(body.Id).toBe('TARGET');
		expect(messageId).not.toBe('TARGET');
	});
});

describe('messages that were sent', () => {
	it('have a status, others are unknown', async () => {
		await simulator.post('/send/text', { Phone: ALICE, Body: 'x', Id: 'A' });
		expect((await simulator.post('/message/status', { Id: 'A' })).json.data).toMatchObject({
			message_id: 'A',
			status: 'Sent',
		});
		expect((await simulator.post('/message/status', { Id: 'B' })).status).toBe(404);
	});

	it('are answered by receipts where that is switched on', async () => {
		const receiver = await Receiver.start();
		await simulator.setWebhook(receiver.url);
		await simulator.settings({ autoReceipts: 'read' });
		await simulator.post('/send/text', { Phone: ALICE, Body: 'x', Id: 'A' });
		await until(() => receiver.requests.length === 2);
		expect(receiver.events).toMatchObject([
			{ type: 'ReadReceipt', state: 'Delivered', event: { MessageIDs: ['A'], Type: '' } },
			{ type: 'ReadReceipt', state: 'Read', event: { MessageIDs: ['A'], Type: 'read' } },
		]);
		await receiver.stop();
	});

	describe('come back as own messages where that is switched on', () => {
		let receiver: Receiver;
		beforeEach(async () => {
			receiver = await Receiver.start();
			await simulator.setWebhook(receiver.url);
			// A receiver without files reads its events from a form.
			await simulator.settings({ echoSentMessages: true, mediaForwarding: false });
		});
		afterEach(async () => await receiver.stop());

		it.each([
			['/send/text', { Phone: ALICE, Body: 'x' }, { conversation: 'x' }],
			[
				'/send/image',
				{ Phone: ALICE, Image: dataUrl('image/png', 'png'), Caption: 'me' },
				{ imageMessage: { mimetype: 'image/png', caption: 'me', fileLength: 3 } },
			],
			[
				'/send/audio',
				{ Phone: ALICE, Audio: dataUrl('audio/ogg', OGG) },
				{ audioMessage: { PTT: true } },
			],
			[
				'/send/poll',
				{ Phone: ALICE, Question: 'Lunch?', Options: ['Pizza', 'Sushi'], MaxAnswer: 1 },
				{ pollCreationMessageV3: { name: 'Lunch?' } },
			],
			[
				'/send/location',
				{ Phone: ALICE, Latitude: 1.5, Longitude: 2 },
				{ locationMessage: { degreesLatitude: 1.5 } },
			],
			[
				'/message/react',
				{ Phone: ALICE, Body: 'remove', Id: 'T' },
				{ reactionMessage: { key: { ID: 'T' }, text: '' } },
			],
			[
				'/message/edit',
				{ Chat: ALICE, Message: 'new', MessageID: 'T' },
				{ protocolMessage: { key: { ID: 'T' }, editedMessage: { conversation: 'new' } } },
			],
			[
				'/message/delete',
				{ Chat: ALICE, MessageID: 'T' },
				{ protocolMessage: { key: { ID: 'T' }, type: 0 } },
			],
		])('of %s', async (path, body, message) => {
			const { json } = await simulator.post(path, body);
			await until(() => receiver.requests.length === 1);
			expect(receiver.events[0].event).toMatchObject({
				Info: { ID: json.data.Id, IsFromMe: true, Chat: ALICE_JID },
				Message: message,
			});
		});

		it('but for kinds that no phone makes', async () => {
			const Buttons = [{ ButtonId: '1', ButtonText: 'Go' }];
			await simulator.post('/send/buttons', { Phone: ALICE, Title: 'Choose', Buttons });
			await simulator.post('/send/text', { Phone: ALICE, Body: 'x' });
			await until(() => receiver.requests.length > 0);
			expect(receiver.events).toMatchObject([{ event: { Message: { conversation: 'x' } } }]);
		});
	});
});
