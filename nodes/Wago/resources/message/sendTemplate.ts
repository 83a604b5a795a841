import type { IDataObject } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyOf, TEMPLATE_BUTTON_TYPES, type BodyValues } from '../../../shared/api/wire';
import { counted, listField, requiredText } from '../../fields/lists';
import { defineSend } from '../../engine/operation';
import { asText, InputError } from '../../engine/parameters';
import {
	buttonIdField,
	buttonPhoneField,
	buttonTextField,
	buttonUrlField,
	callNumber,
	footerField,
	MAY_DIFFER,
	mayDifferNotice,
} from './buttonFields';
import { textField } from './textField';

const path = '/send/template';
const endpoint = post(path);

const MOST_BUTTONS = 3;

type ButtonValues = BodyValues<typeof path>;

/** What a button needs besides its text, by 'Type'. */
const TARGETS: Readonly<Record<string, (row: IDataObject, text: string) => ButtonValues>> = {
	reply: (row, text) => ({
		buttonType: TEMPLATE_BUTTON_TYPES.reply,
		buttonId: asText(row.id, 'ID') || text,
	}),
	url: (row) => ({
		buttonType: TEMPLATE_BUTTON_TYPES.url,
		buttonUrl: requiredText(row, 'url', 'URL'),
	}),
	call: (row) => ({
		buttonType: TEMPLATE_BUTTON_TYPES.call,
		buttonPhone: `+${callNumber(row)}`,
	}),
};

export const sendTemplate = defineSend({
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send template message',
	description: `Send a text with buttons that reply, open a page or call a number. ${MAY_DIFFER}.`,
	endpoints: [endpoint],
	fields: [
		mayDifferNotice,
		textField,
		listField({
			displayName: 'Buttons',
			name: 'buttons',
			entry: 'Button',
			description: "Up to three buttons. An expression in 'Text' may give a list of them.",
			values: [
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					default: 'reply',
					options: [
						{ name: 'Call a Number', value: 'call' },
						{ name: 'Open a Page', value: 'url' },
						{ name: 'Reply', value: 'reply' },
					],
					description: 'What the button does',
				},
				buttonTextField,
				{ ...buttonIdField, displayOptions: { show: { type: ['reply'] } } },
				{ ...buttonUrlField, displayOptions: { show: { type: ['url'] } } },
				{ ...buttonPhoneField, displayOptions: { show: { type: ['call'] } } },
			],
		}),
		footerField,
	],
	messages: (parameters) => {
		const text = parameters.required('text');
		const rows = counted(parameters.rows('buttons', 'text'), 'Buttons', 1, MOST_BUTTONS);
		const footer = parameters.optional('footer');
		const body = bodyOf(path, { text, footer, buttons: rows.map(toButton) });
		return [{ endpoint, body, typed: text }];
	},
});

function toButton(row: IDataObject): IDataObject {
	const text = requiredText(row, 'text', 'Text');
	const type = asText(row.type, 'Type') || 'reply';
	const target = TARGETS[type];
	if (!target)
		throw new InputError(`'Type' of a button is 'reply', 'url' or 'call', not '${type}'`);
	return bodyOf(path, { buttonText: text, ...target(row, text) });
}
