import type { Row } from './row';

const flow = (name: string, params: unknown) => ({
	name,
	buttonParamsJSON: JSON.stringify(params),
});
const interactive = (...buttons: unknown[]) => ({
	interactiveMessage: {
		body: { text: 'T' },
		InteractiveMessage: { NativeFlowMessage: { buttons } },
	},
});
const HSM = (text: string) => ({ params: [text] });

/** Headers, footers, cards, payments, and the forms of templates. */
export const offerRows: Row[] = [
	[
		'buttons with a text header, a footer and a native flow',
		{
			buttonsMessage: {
				Header: { Text: 'Head' },
				contentText: 'Choose',
				footerText: 'Foot',
				buttons: [
					{
						buttonID: 'c',
						buttonText: { displayText: 'Call us' },
						nativeFlowInfo: { name: 'cta_call', paramsJSON: '{"phone_number":"+15550100099"}' },
					},
				],
			},
		},
		{
			kind: 'buttons',
			title: 'Head',
			text: 'Choose',
			footer: 'Foot',
			choices: [{ id: 'c', text: 'Call us', description: 'cta_call', phone: '+15550100099' }],
		},
	],
	[
		'buttons below a place',
		{
			buttonsMessage: {
				Header: { LocationMessage: { degreesLatitude: 1.5, degreesLongitude: 2.5, name: 'Shop' } },
				contentText: 'Here',
			},
		},
		{ kind: 'buttons', text: 'Here', location: { latitude: 1.5, longitude: 2.5, name: 'Shop' } },
	],
	[
		"list of a catalogue's products, with a footer",
		{
			listMessage: {
				title: 'Shoes',
				description: 'New',
				footerText: 'Foot',
				productListInfo: { productSections: [{ products: [{ productID: '9' }] }] },
			},
		},
		{ kind: 'list', title: 'Shoes', text: 'New', footer: 'Foot', choices: [{ id: '9' }] },
	],
	[
		'template in four rows',
		{
			templateMessage: {
				Format: {
					FourRowTemplate: {
						Title: { HighlyStructuredMessage: HSM('Head') },
						content: { hydratedHsm: { hydratedTemplate: { hydratedContentText: 'Words' } } },
						footer: { localizableParams: [{ default: 'Foot' }] },
						buttons: [
							{ Button: { QuickReplyButton: { displayText: HSM('Yes'), ID: 'y' } } },
							{ Button: { UrlButton: { displayText: HSM('Go'), URL: HSM('https://e.com') } } },
							{ Button: { CallButton: { displayText: HSM('Call'), phoneNumber: HSM('+1555') } } },
						],
					},
				},
			},
		},
		{
			kind: 'template',
			title: 'Head',
			text: 'Words',
			footer: 'Foot',
			choices: [
				{ id: 'y', text: 'Yes' },
				{ text: 'Go', url: 'https://e.com' },
				{ text: 'Call', phone: '+1555' },
			],
		},
	],
	[
		'template that is interactive',
		{
			templateMessage: {
				Format: {
					InteractiveMessageTemplate: {
						header: { title: 'Head', Media: { ImageMessage: { mimetype: 'image/png' } } },
						body: { text: 'Words' },
						footer: { text: 'Foot' },
						InteractiveMessage: {
							NativeFlowMessage: {
								buttons: [flow('quick_reply', { display_text: 'OK', id: 'o' })],
							},
						},
					},
				},
			},
		},
		{
			kind: 'template',
			title: 'Head',
			text: 'Words',
			footer: 'Foot',
			media: { mimeType: 'image/png' },
			choices: [{ id: 'o', text: 'OK', description: 'quick_reply' }],
		},
	],
	[
		'highly structured message',
		{ highlyStructuredMessage: { elementName: 'order', params: ['Alice', '4711'] } },
		{ kind: 'template', text: 'Alice 4711' },
	],
	[
		'carousel',
		{
			interactiveMessage: {
				body: { text: 'Our shoes' },
				InteractiveMessage: {
					CarouselMessage: {
						cards: [
							{
								header: {
									title: 'Sneaker',
									Media: { ImageMessage: { mimetype: 'image/jpeg' } },
								},
								body: { text: 'Red' },
								footer: { text: '49 €' },
								InteractiveMessage: {
									NativeFlowMessage: {
										buttons: [flow('cta_url', { display_text: 'Buy', url: 'https://e.com/1' })],
									},
								},
							},
							{ body: { text: 'Boot' } },
						],
					},
				},
			},
		},
		{
			kind: 'interactive',
			text: 'Our shoes',
			cards: [
				{
					title: 'Sneaker',
					text: 'Red',
					footer: '49 €',
					media: { mimeType: 'image/jpeg' },
					choices: [{ text: 'Buy', description: 'cta_url', url: 'https://e.com/1' }],
				},
				{ text: 'Boot' },
			],
		},
	],
	[
		'review and pay',
		interactive(
			flow('review_and_pay', {
				currency: 'BRL',
				reference_id: 'R1',
				total_amount: { value: 4990, offset: 100 },
				order: { status: 'pending', items: [{ name: 'Shoe', quantity: 1 }] },
				payment_settings: [
					{ type: 'pix_dynamic_code', pix_dynamic_code: { code: '000201', merchant_name: 'Shop' } },
					{ type: 'payment_link', payment_link: { uri: 'https://pay.example.com' } },
					{ type: 'boleto', boleto: { digitable_line: '0339' } },
				],
			}),
		),
		{
			kind: 'interactive',
			text: 'T',
			pix: { name: 'Shop', code: '000201' },
			order: {
				id: 'R1',
				itemCount: 1,
				total: 49.9,
				currency: 'BRL',
				details: { status: 'pending', items: [{ name: 'Shoe', quantity: 1 }] },
			},
			choices: [{ url: 'https://pay.example.com' }, { copyCode: '0339' }],
		},
	],
	[
		'flow, web view and a button with broken JSON',
		interactive(
			flow('galaxy_message', { flow_cta: 'Book', flow_id: '1' }),
			flow('open_webview', { title: 'More', link: { url: 'https://e.com' } }),
			{ name: 'send_location', buttonParamsJSON: '{' },
		),
		{
			kind: 'interactive',
			text: 'T',
			choices: [
				{ text: 'Book', description: 'galaxy_message' },
				{ text: 'More', description: 'open_webview', url: 'https://e.com' },
				{ description: 'send_location' },
			],
		},
	],
];
