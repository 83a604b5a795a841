import type { IDataObject } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import type { MediaType } from '../../../shared/whatsapp/item';
import { filled } from '../../engine/body';
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

const plainEndpoint = post('/send/buttons', { fields: ['Phone'] });
const mediaEndpoint = post('/send/mediabutton', { fields: ['Phone'] });
const plainKeys = bodyKeys('/send/buttons');
const mediaKeys = bodyKeys('/send/mediabutton');

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
		const header = headerOf(parameters);
		const keys = header ? mediaKeys : plainKeys;
		const body = {
			[keys.text]: text,
			[keys.footer]: parameters.text('footer'),
			[keys.buttons]: readButtons(parameters, keys),
			...(header && {
				[mediaKeys.mediaUrl]: fileOf(parameters, media),
				[mediaKeys.mediaType]: header,
			}),
		};
		const endpoint = header ? mediaEndpoint : plainEndpoint;
		return [{ endpoint, body: filled(body), typed: text }];
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

function readButtons(
	parameters: Parameters,
	keys: typeof plainKeys | typeof mediaKeys,
): IDataObject[] {
	const rows = counted(parameters.rows('buttons', 'text'), 'Buttons', 1, MOST_BUTTONS);
	return rows.map((row) => {
		const text = requiredText(row, 'text', 'Text');
		return { [keys.buttonId]: asText(row.id, 'ID') || text, [keys.buttonText]: text };
	});
}
