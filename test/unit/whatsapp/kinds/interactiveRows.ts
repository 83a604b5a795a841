import type { Row } from './row';

/** Buttons, lists and their answers. */
export const interactiveRows: Row[] = [
	[
		'button tapped',
		{
			buttonsResponseMessage: { selectedButtonID: 'b1', Response: { SelectedDisplayText: 'Yes' } },
		},
		{ kind: 'buttonReply', text: 'Yes', button: { id: 'b1', text: 'Yes' } },
	],
	[
		'template button tapped',
		{
			templateButtonReplyMessage: {
				selectedID: 'b1',
				selectedDisplayText: 'Yes',
				selectedIndex: 0,
			},
		},
		{ kind: 'buttonReply', text: 'Yes', button: { id: 'b1', text: 'Yes', index: 0 } },
	],
	[
		'list row chosen',
		{
			listResponseMessage: {
				title: 'Large',
				description: '42 cm',
				singleSelectReply: { selectedRowID: 'l' },
			},
		},
		{
			kind: 'listReply',
			text: 'Large\n42 cm',
			button: { id: 'l', text: 'Large', description: '42 cm' },
		},
	],
	[
		'native flow answered',
		{
			interactiveResponseMessage: {
				body: { text: 'Yes' },
				InteractiveResponseMessage: {
					NativeFlowResponseMessage: { name: 'menu_options', paramsJSON: '{"id":"y","x":1}' },
				},
			},
		},
		{
			kind: 'interactiveReply',
			text: 'Yes',
			button: { id: 'y', text: 'Yes', name: 'menu_options', params: { id: 'y', x: 1 } },
		},
	],
	[
		'native flow answered with broken JSON',
		{
			interactiveResponseMessage: {
				InteractiveResponseMessage: {
					NativeFlowResponseMessage: { name: 'flow', paramsJson: '{"id":' },
				},
			},
		},
		{ kind: 'interactiveReply', button: { name: 'flow' } },
	],
	[
		'buttons with a header picture',
		{
			buttonsMessage: {
				contentText: 'Choose',
				Header: { ImageMessage: { mimetype: 'image/jpeg' } },
				buttons: [
					{ buttonID: 'a', buttonText: { displayText: 'A' } },
					{ buttonID: 'b', buttonText: { displayText: 'B' } },
				],
			},
		},
		{
			kind: 'buttons',
			text: 'Choose',
			media: { mimeType: 'image/jpeg' },
			choices: [
				{ id: 'a', text: 'A' },
				{ id: 'b', text: 'B' },
			],
		},
	],
	[
		'list',
		{
			listMessage: {
				title: 'Menu',
				description: 'What?',
				sections: [
					{ rows: [{ rowID: '1', title: 'One', description: 'first' }] },
					{ rows: [{ rowID: '2', title: 'Two' }] },
				],
			},
		},
		{
			kind: 'list',
			title: 'Menu',
			text: 'What?',
			choices: [
				{ id: '1', text: 'One', description: 'first' },
				{ id: '2', text: 'Two' },
			],
		},
	],
	['list without description', { listMessage: { title: 'Menu' } }, { kind: 'list', text: 'Menu' }],
	[
		'template',
		{
			templateMessage: {
				Format: null,
				hydratedTemplate: {
					hydratedContentText: 'Rate us',
					Title: { VideoMessage: { mimetype: 'video/mp4' } },
					hydratedButtons: [
						{ HydratedButton: { UrlButton: { displayText: 'Open', URL: 'https://example.com' } } },
						{ HydratedButton: { QuickReplyButton: { displayText: 'Later', ID: 'later' } } },
						{ HydratedButton: null },
					],
				},
			},
		},
		{
			kind: 'template',
			text: 'Rate us',
			media: { mimeType: 'video/mp4' },
			choices: [
				{ text: 'Open', url: 'https://example.com' },
				{ id: 'later', text: 'Later' },
			],
		},
	],
	[
		'template in its oneof, beside an empty one',
		{
			templateMessage: {
				hydratedTemplate: {},
				Format: {
					HydratedFourRowTemplate: {
						hydratedContentText: 'Rate us',
						hydratedButtons: [{ HydratedButton: { CallButton: { displayText: 'Call' } } }],
					},
				},
			},
		},
		{ kind: 'template', text: 'Rate us', choices: [{ text: 'Call' }] },
	],
	[
		'interactive with a header document',
		{
			interactiveMessage: {
				body: { text: 'Code 1' },
				header: { Media: { DocumentMessage: { mimetype: 'application/pdf', fileName: 'a.pdf' } } },
				InteractiveMessage: {
					NativeFlowMessage: {
						buttons: [
							{ name: 'cta_copy', buttonParamsJSON: '{"display_text":"Copy","id":"c"}' },
							{ name: 'cta_url', buttonParamsJSON: '{"display_text":"Go","url":"https://e.com"}' },
						],
					},
				},
			},
		},
		{
			kind: 'interactive',
			text: 'Code 1',
			media: { mimeType: 'application/pdf', fileName: 'a.pdf' },
			choices: [
				{ id: 'c', text: 'Copy', description: 'cta_copy' },
				{ text: 'Go', description: 'cta_url', url: 'https://e.com' },
			],
		},
	],
];
