import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { pollMemory } from '../../../nodes/shared/pollMemory';
import { WagoBench } from '../wagoBench';
import { JPEG } from './files';

const RECIPIENT = '15550100001';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

async function send(
	operation: string,
	parameters: INodeParameters = {},
	binary?: Buffer,
	json: IDataObject = {},
): Promise<IDataObject> {
	const [item] = await bench.items(
		{
			resource: 'message',
			operation,
			recipient: { __rl: true, mode: 'phone', value: RECIPIENT },
			...parameters,
		},
		[
			{
				json,
				binary: binary && {
					data: { data: binary.toString('base64'), mimeType: 'application/octet-stream' },
				},
			},
		],
	);
	return item.json;
}

/** A list of one row with one field. */
const row = (key: string, value: string): INodeParameters => ({ values: [{ [key]: value }] });

/** The body of the last request without what all sends have. */
function sentBody(recipientKey = 'Phone'): IDataObject {
	const { [recipientKey]: recipient, Id, ...body } = bench.lastRequest.body as IDataObject;
	expect(recipient).toBe(RECIPIENT);
	expect(Id).toMatch(/^3EB0/);
	return body;
}

it('sends a location', async () => {
	await send('sendLocation', { latitude: -23.5505, longitude: -46.6333, locationName: 'Shop' });
	expect(bench.lastRequest.path).toBe('/send/location');
	expect(sentBody()).toEqual({ Latitude: -23.5505, Longitude: -46.6333, Name: 'Shop' });
});

it('refuses coordinates that are not on Earth', async () => {
	await expect(send('sendLocation', { latitude: 91, longitude: 1 })).rejects.toMatchObject({
		message: expect.stringMatching(/'Latitude' is not between -90 and 90: 91/),
	});
});

it('refuses the place that nobody filled in', async () => {
	for (const place of [{}, { latitude: 0, longitude: 0 }, { latitude: '0', longitude: 0 }]) {
		await expect(send('sendLocation', place)).rejects.toMatchObject({
			message: expect.stringMatching(/both 0/),
		});
	}
	expect(bench.requests).toHaveLength(0);
});

it('sends each contact as a card of its own, in order', async () => {
	const item = await send('sendContact', {
		contacts: {
			values: [
				{
					name: 'Ana Souza; Jr.',
					phones: '+55 11 91234-5678, +55 11 3123-4567',
					organization: 'Example Ltda',
					email: 'ana@example.com',
				},
				{ name: 'Bob', phones: '15550100002' },
			],
		},
	});
	const cards = bench.requests.map(({ body }) => body as IDataObject);
	expect(bench.requests.map(({ path }) => path)).toEqual(['/send/contact', '/send/contact']);
	expect(cards[0]).toMatchObject({
		Name: 'Ana Souza; Jr.',
		Vcard: [
			'BEGIN:VCARD',
			'VERSION:3.0',
			'N:;Ana Souza\\; Jr.;;;',
			'FN:Ana Souza\\; Jr.',
			'ORG:Example Ltda;',
			'TEL;type=CELL;type=VOICE;waid=5511912345678:+5511912345678',
			'TEL;type=CELL;type=VOICE;waid=551131234567:+551131234567',
			'EMAIL;type=INTERNET:ana@example.com',
			'END:VCARD',
		].join('\n'),
	});
	expect(cards[1]).toMatchObject({ Name: 'Bob' });
	expect(item.messageIds).toEqual([cards[0].Id, cards[1].Id]);
	expect(cards[0].Id).not.toBe(cards[1].Id);
});

it('passes on a card that came in', async () => {
	const vcard = 'BEGIN:VCARD\nVERSION:3.0\nFN:Carla\nEND:VCARD';
	const contacts = row('name', '={{ $json.contacts }}');
	await send('sendContact', { contacts }, undefined, {
		contacts: [{ name: 'Carla', phones: [], vcard }],
	});
	expect(sentBody()).toEqual({ Name: 'Carla', Vcard: vcard });
});

it('sends a poll and remembers its choices for the votes', async () => {
	const { messageId } = await send('sendPoll', {
		question: 'When?',
		choices: { values: [{ text: 'Morning' }, { text: 'Evening' }] },
		maxChoices: 2,
	});
	expect(bench.lastRequest.path).toBe('/send/poll');
	expect(sentBody()).toEqual({
		Question: 'When?',
		Options: ['Morning', 'Evening'],
		MaxAnswer: 2,
	});
	expect(pollMemory.options(messageId as string)).toEqual(['Morning', 'Evening']);
});

it.each([
	['commas', 'Mon, Tue, Wed', ['Mon', 'Tue', 'Wed']],
	['lines, which may hold commas', 'Mon, early\nTue, late\n', ['Mon, early', 'Tue, late']],
	['JSON text', '["Mon, early","Tue"]', ['Mon, early', 'Tue']],
	['a list', '={{ ["Mon", "Tue"] }}', ['Mon', 'Tue']],
])('takes all choices from one entry: %s', async (_, text, choices) => {
	await send('sendPoll', { question: 'When?', choices: row('text', text), maxChoices: 1 });
	expect(sentBody()).toMatchObject({ Options: choices });
});

it('leaves commas alone where each choice has an entry of its own', async () => {
	const choices = { values: [{ text: 'Yes, please' }, { text: 'No, thanks' }] };
	await send('sendPoll', { question: 'Tea?', choices, maxChoices: 1 });
	expect(sentBody()).toMatchObject({ Options: ['Yes, please', 'No, thanks'] });
});

it('leaves the comma of a single button alone', async () => {
	await send('sendButtons', { text: 'Tea?', buttons: row('text', 'Yes, please') });
	expect(JSON.stringify(sentBody())).toContain('Yes, please');
});

it.each([
	['one choice', ['Yes'], 1, /1 entries, WhatsApp allows 2 to 12/],
	['a choice twice', ['Yes', 'Yes'], 1, /an answer twice/],
	['more answers than choices', ['Yes', 'No'], 3, /'Max Choices' is 3/],
])('refuses a poll with %s', async (_, choices, maxChoices, message) => {
	const parameters = {
		question: 'When?',
		choices: row('text', `={{ ${JSON.stringify(choices)} }}`),
		maxChoices,
	};
	await expect(send('sendPoll', parameters)).rejects.toMatchObject({
		message: expect.stringMatching(message),
	});
	expect(bench.requests).toHaveLength(0);
});

it('sends buttons, given in the editor or by an expression', async () => {
	const expected = {
		Title: 'Shall we?',
		Footer: 'Until Friday',
		Buttons: [
			{ ButtonId: 'y', ButtonText: 'Yes' },
			{ ButtonId: 'No', ButtonText: 'No' },
		],
	};
	const texts = { text: 'Shall we?', footer: 'Until Friday' };
	await send('sendButtons', {
		...texts,
		buttons: { values: [{ text: 'Yes', id: 'y' }, { text: 'No' }] },
	});
	expect(bench.lastRequest.path).toBe('/send/buttons');
	expect(sentBody()).toEqual(expected);

	await send('sendButtons', {
		...texts,
		buttons: row('text', '={{ [{ text: "Yes", id: "y" }, "No"] }}'),
	});
	expect(sentBody()).toEqual(expected);
});

it('sends buttons below a file', async () => {
	const parameters = { text: 'Look', buttons: row('text', 'OK'), header: 'image' };
	const common = { Title: 'Look', Buttons: [{ ButtonId: 'OK', ButtonText: 'OK' }] };

	await send('sendButtons', parameters, JPEG);
	expect(bench.lastRequest.path).toBe('/send/mediabutton');
	expect(sentBody()).toEqual({
		...common,
		MediaUrl: `data:image/jpeg;base64,${JPEG.toString('base64')}`,
		MediaType: 'image',
	});

	const mediaUrl = 'https://example.com/a.jpg';
	await send('sendButtons', { ...parameters, mediaSource: 'url', mediaUrl });
	expect(sentBody()).toEqual({ ...common, MediaUrl: mediaUrl, MediaType: 'image' });
});

it('sends a list, its rows grouped by section', async () => {
	await send('sendList', {
		title: 'Services',
		text: 'What do you need?',
		buttonText: 'Choose',
		footer: 'Thanks',
		rows: {
			values: [
				{ title: 'Delivery', description: 'Two days', id: 'delivery', section: 'Shop' },
				{ title: 'Repair', section: 'Workshop' },
				{ title: 'Pickup', section: 'Shop' },
			],
		},
	});
	expect(bench.lastRequest.path).toBe('/send/list');
	expect(sentBody()).toEqual({
		Title: 'Services',
		Description: 'What do you need?',
		ButtonText: 'Choose',
		FooterText: 'Thanks',
		Sections: [
			{
				Title: 'Shop',
				Rows: [
					{ RowId: 'delivery', Title: 'Delivery', Description: 'Two days' },
					{ RowId: 'Pickup', Title: 'Pickup' },
				],
			},
			{ Title: 'Workshop', Rows: [{ RowId: 'Repair', Title: 'Repair' }] },
		],
	});
});

it('sends a template with all sorts of buttons', async () => {
	await send('sendTemplate', {
		text: 'Your order',
		footer: 'Thanks',
		buttons: {
			values: [
				{ type: 'reply', text: 'Cancel', id: 'cancel' },
				{ type: 'url', text: 'Track', url: 'https://example.com/1' },
				{ type: 'call', text: 'Call us', phoneNumber: '+55 11 91234-5678' },
			],
		},
	});
	expect(bench.lastRequest.path).toBe('/send/template');
	expect(sentBody()).toEqual({
		Content: 'Your order',
		Footer: 'Thanks',
		Buttons: [
			{ DisplayText: 'Cancel', Type: 'quickreply', Id: 'cancel' },
			{ DisplayText: 'Track', Type: 'url', Url: 'https://example.com/1' },
			{ DisplayText: 'Call us', Type: 'call', PhoneNumber: '+5511912345678' },
		],
	});
});

const cardButtons = [
	{ type: 'reply', text: 'Buy', id: 'buy-1' },
	{ type: 'copy', text: 'Code', copyCode: 'TEN' },
	{ type: 'webview', text: 'More', url: 'https://example.com' },
];

it('sends a carousel with its own lower-case fields', async () => {
	await send('sendCarousel', {
		text: 'Our best',
		cards: { values: [{ text: 'One', buttons: { values: cardButtons } }] },
	});
	expect(bench.lastRequest.path).toBe('/send/carousel');
	expect(sentBody('phone')).toEqual({
		message: 'Our best',
		carousel: [
			{
				text: 'One',
				buttons: [
					{ id: 'buy-1', label: 'Buy', type: 'reply' },
					{ id: 'Code', label: 'Code', type: 'copy', copy_code: 'TEN' },
					{ id: 'More', label: 'More', type: 'webview', url: 'https://example.com' },
				],
			},
		],
	});
});

it('sends a carousel with pictures', async () => {
	const mediaUrl = 'https://example.com/a.jpg';
	const call = [{ type: 'call', text: 'Call', phoneNumber: '15550100002' }];
	await send('sendCarousel', {
		text: 'Our best',
		cards: { values: [{ text: 'One', mediaUrl, caption: 'New', buttons: { values: call } }] },
	});
	expect(bench.lastRequest.path).toBe('/send/carouselmedia');
	expect(sentBody('phone')).toEqual({
		message: 'Our best',
		carousel: [
			{
				text: 'One',
				buttons: [{ id: 'Call', label: 'Call', type: 'call', phone: '15550100002' }],
				media_url: mediaUrl,
				media_type: 'image',
				caption: 'New',
			},
		],
	});
});

it('leaves it to WaGo whether only some cards may have a picture', async () => {
	const buttons = { values: [{ text: 'OK' }] };
	const mediaUrl = 'https://example.com/a.jpg';
	const cards = {
		values: [
			{ text: 'One', buttons },
			{ text: 'Two', mediaUrl, buttons },
		],
	};
	await expect(send('sendCarousel', { text: 'Our best', cards })).rejects.toMatchObject({
		message: expect.stringContaining('missing media_url'),
	});
	expect(bench.lastRequest.path).toBe('/send/carouselmedia');
});

it.each(['120363000000000001@g.us', 'call us'])('lets no button call %s', async (phoneNumber) => {
	const buttons = { values: [{ type: 'call', text: 'Call', phoneNumber }] };
	const message = expect.stringMatching(/'Phone Number' is not a phone number/);
	const cards = { values: [{ text: 'One', buttons }] };
	await expect(send('sendCarousel', { text: 'Hi', cards })).rejects.toMatchObject({ message });
	await expect(send('sendTemplate', { text: 'Hi', buttons })).rejects.toMatchObject({ message });
});

it.each([
	['link', '/send/preview'],
	['ad', '/send/preview2'],
])('sends a preview in the style of a %s', async (previewStyle, path) => {
	await send('sendLinkPreview', {
		text: 'Look at https://example.com',
		linkUrl: 'https://example.com',
		title: 'Offer',
		description: 'This week',
		imageUrl: 'https://example.com/a.jpg',
		previewStyle,
	});
	expect(bench.lastRequest.path).toBe(path);
	expect(sentBody()).toEqual({
		Text: 'Look at https://example.com',
		Url: 'https://example.com',
		Title: 'Offer',
		Description: 'This week',
		ImgUrl: 'https://example.com/a.jpg',
	});
});

it('sends a group invite', async () => {
	await send('sendGroupInvite', {
		groupId: { __rl: true, mode: 'id', value: '120363000000000001@g.us' },
		inviteLink: 'https://chat.whatsapp.com/ABCDEFGHIJKLMNOPQRSTUV',
		groupName: 'Team',
		caption: 'Join us',
	});
	expect(bench.lastRequest.path).toBe('/send/groupinvite');
	expect(sentBody()).toEqual({
		GroupJID: '120363000000000001@g.us',
		InviteCode: 'ABCDEFGHIJKLMNOPQRSTUV',
		GroupName: 'Team',
		Caption: 'Join us',
	});
});

it('asks for a location', async () => {
	await send('requestLocation', { text: 'Where are you?' });
	expect(bench.lastRequest.path).toBe('/send/locationbutton');
	expect(sentBody()).toEqual({ Body: 'Where are you?' });
});

it('sends a PIX button', async () => {
	await send('sendPixButton', {
		text: 'Pay here',
		pixKey: 'pay@example.com',
		pixKeyType: 'EMAIL',
		merchantName: 'Example Ltda',
	});
	expect(bench.lastRequest.path).toBe('/send/pixbutton');
	expect(sentBody()).toEqual({
		Body: 'Pay here',
		PixKey: 'pay@example.com',
		PixKeyType: 'EMAIL',
		MerchantName: 'Example Ltda',
	});
});

it('sends an order to pay, with its total', async () => {
	await send('sendReviewAndPay', {
		referenceId: 'order-1',
		currency: 'brl',
		items: {
			values: [
				{ name: 'T-shirt', quantity: 3, amount: 19.9 },
				{ name: 'Cap', quantity: 1, amount: 0.2 },
			],
		},
	});
	expect(bench.lastRequest.path).toBe('/send/reviewpay');
	expect(sentBody()).toEqual({
		ReferenceId: 'order-1',
		Currency: 'BRL',
		Total: 59.9,
		Items: [
			{ Name: 'T-shirt', Quantity: 3, Amount: 19.9 },
			{ Name: 'Cap', Quantity: 1, Amount: 0.2 },
		],
	});
});

it('puts out the ID that the additional fields give, where WaGo names none', async () => {
	const body = { code: 200, data: {}, success: true };
	bench.simulator.state.faults.add({ path: '/send/text', status: 200, body, count: 1 });
	const options = { additionalBodyFields: '{"ID": "MINE"}' };
	const { messageId } = await send('sendText', { text: 'Hi', options });
	expect(messageId).toBe('MINE');
});
