import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyOf, type BodyValues } from '../../../shared/api/wire';
import { counted, listField, requiredText } from '../../fields/lists';
import { defineSend } from '../../engine/operation';
import { asText, InputError, rowsOf } from '../../engine/parameters';
import {
	buttonIdField,
	buttonPhoneField,
	buttonTextField,
	buttonUrlField,
	callNumber,
	MAY_DIFFER,
	mayDifferNotice,
} from './buttonFields';
import { textField } from './textField';

const PLAIN = '/send/carousel';
const WITH_MEDIA = '/send/carouselmedia';
const plainEndpoint = post(PLAIN);
const mediaEndpoint = post(WITH_MEDIA);

type Path = typeof PLAIN | typeof WITH_MEDIA;

const MOST_CARDS = 10;
const MOST_BUTTONS = 3;

/** What a button needs besides its label, by its documented `type`. */
const TARGETS: Readonly<Record<string, (row: IDataObject) => BodyValues<Path>>> = {
	reply: () => ({}),
	url: (row) => ({ buttonUrl: requiredText(row, 'url', 'URL') }),
	webview: (row) => ({ buttonUrl: requiredText(row, 'url', 'URL') }),
	copy: (row) => ({ buttonCode: requiredText(row, 'copyCode', 'Code') }),
	call: (row) => ({ buttonPhone: callNumber(row) }),
};

const buttonsField: INodeProperties = listField({
	displayName: 'Buttons',
	name: 'buttons',
	entry: 'Button',
	description: 'Up to three buttons below the card',
	values: [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			default: 'reply',
			options: [
				{ name: 'Call a Number', value: 'call' },
				{ name: 'Copy a Code', value: 'copy' },
				{ name: 'Open a Page', value: 'url' },
				{ name: 'Open a Page Inside WhatsApp', value: 'webview' },
				{ name: 'Reply', value: 'reply' },
			],
			description: 'What the button does',
		},
		buttonTextField,
		buttonIdField,
		{ ...buttonUrlField, displayOptions: { show: { type: ['url', 'webview'] } } },
		{
			displayName: 'Code',
			name: 'copyCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. WELCOME10',
			displayOptions: { show: { type: ['copy'] } },
			description: 'Text that the button copies',
		},
		{ ...buttonPhoneField, displayOptions: { show: { type: ['call'] } } },
	],
});

/** An expression counts as a media URL. */
const IF_MEDIA: INodeProperties['displayOptions'] = { hide: { mediaUrl: [''] } };

export const sendCarousel = defineSend({
	value: 'sendCarousel',
	name: 'Send Carousel',
	action: 'Send carousel message',
	description: `Send cards with buttons to swipe through, with a picture or video on each if you like. ${MAY_DIFFER}.`,
	endpoints: [plainEndpoint, mediaEndpoint],
	fields: [
		mayDifferNotice,
		textField,
		listField({
			displayName: 'Cards',
			name: 'cards',
			entry: 'Card',
			description:
				"Up to ten cards. Where one has a media URL, WaGo may want one on each. An expression in 'Text' may give a list of them.",
			values: [
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					default: '',
					placeholder: 'e.g. Our bestseller',
					description: 'What the card says',
				},
				{
					displayName: 'Media URL',
					name: 'mediaUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/picture.jpg',
					description: 'Address of the picture or video as WaGo reaches it',
				},
				{
					displayName: 'Media Type',
					name: 'mediaType',
					type: 'options',
					default: 'image',
					options: [
						{ name: 'Image', value: 'image' },
						{ name: 'Video', value: 'video' },
					],
					displayOptions: IF_MEDIA,
					description: 'What is at the media URL',
				},
				{
					displayName: 'Caption',
					name: 'caption',
					type: 'string',
					default: '',
					placeholder: 'e.g. From 10 euros',
					displayOptions: IF_MEDIA,
					description: 'Text below the picture or video',
				},
				buttonsField,
			],
		}),
	],
	messages: (parameters) => {
		const text = parameters.required('text');
		const rows = counted(parameters.rows('cards', 'text'), 'Cards', 1, MOST_CARDS);
		if (!rows.some((row) => mediaUrlOf(row) !== '')) {
			const body = bodyOf(PLAIN, { text, cards: rows.map((row) => toCard(row, PLAIN)) });
			return [{ endpoint: plainEndpoint, body, typed: text }];
		}
		const body = bodyOf(WITH_MEDIA, {
			text,
			cards: rows.map((row) => ({ ...toCard(row, WITH_MEDIA), ...fileOf(row) })),
		});
		return [{ endpoint: mediaEndpoint, body, typed: text }];
	},
});

function mediaUrlOf(row: IDataObject): string {
	return asText(row.mediaUrl, 'Media URL');
}

function toCard(row: IDataObject, path: Path): IDataObject {
	const rows = counted(rowsOf(row.buttons, 'text'), 'Buttons', 1, MOST_BUTTONS);
	return bodyOf(path, {
		cardText: requiredText(row, 'text', 'Text'),
		buttons: rows.map((button) => toButton(button, path)),
	});
}

/** The picture or video of a card; nothing for one without. */
function fileOf(row: IDataObject): IDataObject {
	const mediaUrl = mediaUrlOf(row);
	if (mediaUrl === '') return {};
	return bodyOf(WITH_MEDIA, {
		mediaUrl,
		mediaType: asText(row.mediaType, 'Media Type') || 'image',
		caption: asText(row.caption, 'Caption') || undefined,
	});
}

function toButton(row: IDataObject, path: Path): IDataObject {
	const label = requiredText(row, 'text', 'Text');
	const type = asText(row.type, 'Type') || 'reply';
	const target = TARGETS[type];
	if (!target) throw new InputError(`'Type' of a button is none of the list: ${type}`);
	return bodyOf(path, {
		buttonId: asText(row.id, 'ID') || label,
		buttonText: label,
		buttonType: type,
		...target(row),
	});
}
