import type { IDataObject } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { counted, listField, requiredText } from '../../fields/lists';
import { defineSend } from '../../engine/operation';
import { asText } from '../../engine/parameters';
import { footerField, MAY_DIFFER, mayDifferNotice } from './buttonFields';
import { textField } from './textField';

const path = '/send/list';
const endpoint = post(path);

const MOST_ROWS = 10;

export const sendList = defineSend({
	value: 'sendList',
	name: 'Send List',
	action: 'Send message with list',
	description: `Send a text with a button that opens a list to choose from. ${MAY_DIFFER}.`,
	endpoints: [endpoint],
	fields: [
		mayDifferNotice,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Our services',
			description: 'Bold line above the text',
		},
		textField,
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Choose',
			description: 'What the button says that opens the list',
		},
		listField({
			displayName: 'Rows',
			name: 'rows',
			entry: 'Row',
			description:
				"What can be chosen, up to ten rows. An expression in 'Title' may give a list of them.",
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Delivery',
					description: 'What the row says',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. Within two days',
					description: 'Small text below the title',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. delivery',
					description: 'What comes back when the row is chosen. By default its title.',
				},
				{
					displayName: 'Section',
					name: 'section',
					type: 'string',
					default: '',
					placeholder: 'e.g. For customers',
					description: 'Heading above the row. Rows with the same heading stand together.',
				},
			],
		}),
		footerField,
	],
	messages: (parameters) => {
		const text = parameters.required('text');
		const body = bodyOf(path, {
			title: parameters.required('title'),
			text,
			buttonText: parameters.required('buttonText'),
			footer: parameters.optional('footer'),
			sections: toSections(counted(parameters.rows('rows', 'title'), 'Rows', 1, MOST_ROWS)),
		});
		return [{ endpoint, body, typed: text }];
	},
});

/** Sections in the order of their first rows. */
function toSections(rows: IDataObject[]): IDataObject[] {
	const rowsBySection = new Map<string, IDataObject[]>();
	for (const row of rows) {
		const section = asText(row.section, 'Section');
		rowsBySection.set(section, [...(rowsBySection.get(section) ?? []), toRow(row)]);
	}
	return [...rowsBySection].map(([title, members]) =>
		bodyOf(path, { sectionTitle: title || undefined, rows: members }),
	);
}

function toRow(row: IDataObject): IDataObject {
	const title = requiredText(row, 'title', 'Title');
	return bodyOf(path, {
		rowId: asText(row.id, 'ID') || title,
		rowTitle: title,
		rowDescription: asText(row.description, 'Description') || undefined,
	});
}
