import type { IDataObject } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import type { MediaType } from '../../../shared/whatsapp/messageParts';
import { counted, listField, requiredText } from '../../fields/lists';
import { defineSend, type OutgoingFile } from '../../engine/operation';
import { asText, type Parameters } from '../../engine/parameters';
import { mediaFields } from '../../sending/fileFields';
import {
	buttonIdField,
	buttonTextField,
	footerField,
	MAY_DIFFER,
	mayDifferNotice,
} from './buttonFields';
import { textField } from './textField';

const PLAIN = '/send/buttons';
const WITH_FILE = '/send/mediabutton';
const plainEndpoint = post(PLAIN);
const mediaEndpoint = post(WITH_FILE);

const MOST_BUTTONS = 3;

export const sendButtons = defineSend({
	value: 'sendButtons',
	name: 'Send Buttons',
	action: 'Send message with buttons',
	description: `Send a text with up to three reply buttons, below a file if you like. ${MAY_DIFFER}.`,
	endpoints: [plainEndpoint, mediaEndpoint],
	mediaOf: (parameters) => (readsFile(parameters) ? headerOf(parameters) : undefined),
	fields: [
		mayDifferNotice,
		textField,
		listField({
			displayName: 'Buttons',
			name: 'buttons',
			entry: 'Button',
			description:
				'Up to three buttons. One entry may hold an expression that gives a list of texts.',
			values: [buttonTextField, buttonIdField],
		}),
		footerField,
		{
			displayName: 'Header',
			name: 'header',
			type: 'options',
			default: 'none',
			options: [
				{ name: 'Document', value: 'document' },
				{ name: 'Image', value: 'image' },
				{ name: 'None', value: 'none' },
				{ name: 'Video', value: 'video' },
			],
			description: 'File that is shown above the text',
		},
		...mediaFields('header').map((field) => ({
			...field,
			displayOptions: {
				show: { header: ['document', 'image', 'video'], ...field.displayOptions?.show },
			},
		})),
	],
	messages: (parameters, media) => {
		const text = parameters.required('text');
		const footer = parameters.optional('footer');
		const mediaType = headerOf(parameters);
		if (!mediaType) {
			const buttons = readButtons(parameters, PLAIN);
			return [
				{ endpoint: plainEndpoint, body: bodyOf(PLAIN, { text, footer, buttons }), typed: text },
			];
		}
		const body = bodyOf(WITH_FILE, {
			text,
			footer,
			buttons: readButtons(parameters, WITH_FILE),
			mediaUrl: fileOf(parameters, media),
			mediaType,
		});
		return [{ endpoint: mediaEndpoint, body, typed: text }];
	},
});

function headerOf(parameters: Parameters): MediaType | undefined {
	const header = parameters.text('header');
	return header === 'none' ? undefined : (header as MediaType);
}

/** A URL is for WaGo to download. */
function readsFile(parameters: Parameters): boolean {
	return parameters.text('mediaSource') !== 'url';
}

function fileOf(parameters: Parameters, { dataUrl }: OutgoingFile): string {
	return readsFile(parameters) ? dataUrl : parameters.required('mediaUrl');
}

function readButtons(parameters: Parameters, path: typeof PLAIN | typeof WITH_FILE): IDataObject[] {
	const rows = counted(parameters.rows('buttons', 'text'), 'Buttons', 1, MOST_BUTTONS);
	return rows.map((row) => {
		const text = requiredText(row, 'text', 'Text');
		return bodyOf(path, { buttonId: asText(row.id, 'ID') || text, buttonText: text });
	});
}
