import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { filled } from '../../body';
import { counted, listField, requiredText } from '../../lists';
import { defineSend } from '../../operation';
import { asText, InputError, rowsOf } from '../../parameters';
import {
	buttonIdField,
	buttonPhoneField,
	buttonTextField,
	buttonUrlField,
	MAY_DIFFER,
	mayDifferNotice,
} from './buttonFields';
import { textField } from './textField';

const FIELDS = ['phone', 'message', 'carousel', 'text', 'buttons', 'id', 'label', 'type', 'url'];
const plainEndpoint = post('/send/carousel', { fields: FIELDS });
const mediaEndpoint = post('/send/carouselmedia', {
	fields: [...FIELDS, 'media_url', 'media_type', 'caption'],
});
const keys = bodyKeys('/send/carousel');

const MOST_CARDS = 10;
const MOST_BUTTONS = 3;

/** What a button needs besides its label, by its documented `type`. */
const TARGETS: Readonly<Record<string, (row: IDataObject) => IDataObject>> = {
	reply: () => ({}),
	url: (row) => ({ url: requiredText(row, 'url', 'URL') }),
	webview: (row) => ({ url: requiredText(row, 'url', 'URL') }),
	copy: (row) => ({ [keys.copyCode]: requiredText(row, 'copyCode', 'Code') }),
	call: (row) => ({ [keys.phone]: requiredText(row, 'phoneNumber', 'Phone Number') }),
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
const WITH_MEDIA: INodeProperties['displayOptions'] = { hide: { mediaUrl: [''] } };

export const sendCarousel = defineSend({
	value: 'sendCarousel',
	name: 'Send Carousel',
	action: 'Send carousel message',
	description: `Send cards with buttons to swipe through, with a picture or video on each if you like. ${MAY_DIFFER}.`,
	endpoints: [plainEndpoint, mediaEndpoint],
	recipientKey: 'phone',
	fields: [
		mayDifferNotice,
		textField,
		listField({
			displayName: 'Cards',
			name: 'cards',
			entry: 'Card',
			description:
				"Up to ten cards. Either all have a media URL or none. An expression in 'Text' may give a list of them.",
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
					displayOptions: WITH_MEDIA,
					description: 'What is at the media URL',
				},
				{
					displayName: 'Caption',
					name: 'caption',
					type: 'string',
					default: '',
					placeholder: 'e.g. From 10 euros',
					displayOptions: WITH_MEDIA,
					description: 'Text below the picture or video',
				},
				buttonsField,
			],
		}),
	],
	messages: (parameters) => {
		const text = parameters.required('text');
		const rows = counted(parameters.rows('cards', 'text'), 'Cards', 1, MOST_CARDS);
		const withMedia = rows.filter(({ mediaUrl }) => asText(mediaUrl) !== '').length;
		if (withMedia !== 0 && withMedia !== rows.length) {
			throw new InputError(
				`${withMedia} of ${rows.length} 'Cards' have a 'Media URL'`,
				'Give each card one, or none.',
			);
		}
		const endpoint = withMedia > 0 ? mediaEndpoint : plainEndpoint;
		return [{ endpoint, body: { message: text, carousel: rows.map(toCard) }, typed: text }];
	},
});

function toCard(row: IDataObject): IDataObject {
	const rows = counted(rowsOf(row.buttons, 'text'), 'Buttons', 1, MOST_BUTTONS);
	const mediaUrl = asText(row.mediaUrl);
	return filled({
		text: requiredText(row, 'text', 'Text'),
		buttons: rows.map(toButton),
		media_url: mediaUrl,
		media_type: mediaUrl && (asText(row.mediaType) || 'image'),
		caption: mediaUrl && asText(row.caption),
	});
}

function toButton(row: IDataObject): IDataObject {
	const label = requiredText(row, 'text', 'Text');
	const type = asText(row.type) || 'reply';
	const target = TARGETS[type];
	if (!target) throw new InputError(`'Type' of a button is none of the list: ${type}`);
	return { id: asText(row.id) || label, label, type, ...target(row) };
}
