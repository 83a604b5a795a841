import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asText, type Parameters } from '../engine/parameters';

/** The names are those of n8n's own send-and-wait operations: n8n's tool for human review reads them. */
export const questionFields: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. May we ship your order?',
		// n8n's tool for human review brings a field 'Message' of its own.
		displayOptions: { hide: { '@tool': [true] } },
		description: 'What is asked. The message ends with the link to answer.',
	},
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		default: 'approval',
		options: [
			{ name: 'Approval', value: 'approval', description: 'The contact approves or declines' },
			{ name: 'Free Text', value: 'freeText', description: 'The contact writes an answer' },
		],
		description: 'How the contact answers, on the page behind the link',
	},
	{
		displayName: 'Approval Options',
		name: 'approvalOptions',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add option',
		displayOptions: { show: { responseType: ['approval'] } },
		description: 'Which buttons the page has, and what they say',
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Type of Approval',
						name: 'approvalType',
						type: 'options',
						default: 'double',
						options: [
							{ name: 'Approve and Decline', value: 'double' },
							{ name: 'Approve Only', value: 'single' },
						],
						description: 'Whether the contact can also decline',
					},
					{
						displayName: 'Approve Button Label',
						name: 'approveLabel',
						type: 'string',
						default: 'Approve',
						description: 'What the first button says',
					},
					{
						displayName: 'Decline Button Label',
						name: 'disapproveLabel',
						type: 'string',
						default: 'Decline',
						displayOptions: { show: { approvalType: ['double'] } },
						description: 'What the second button says',
					},
				],
			},
		],
	},
];

export const questionOptions: INodeProperties[] = [
	{
		displayName: 'Link Label',
		name: 'linkLabel',
		type: 'string',
		default: 'Please answer here:',
		description: 'What stands before the link in the message',
	},
	{
		displayName: 'Page Title',
		name: 'pageTitle',
		type: 'string',
		default: 'Your answer, please',
		description: 'Heading of the page behind the link',
	},
	{
		displayName: 'Submit Button Label',
		name: 'submitLabel',
		type: 'string',
		default: 'Send',
		description: 'What the button of a page for free text says',
	},
	{
		displayName: 'Thank-You Text',
		name: 'doneText',
		type: 'string',
		default: 'Thank you. You can close this page.',
		description: 'What the page says when the answer has arrived',
	},
];

/** What is asked, and how; the defaults are those of the fields. */
export interface Asked {
	readonly text: string;
	readonly freeText: boolean;
	readonly approve: string;
	/** Absent where the contact can only approve. */
	readonly decline?: string;
	readonly linkLabel: string;
	readonly pageTitle: string;
	readonly submit: string;
	readonly done: string;
}

/** Throws `InputError` where there is no text. */
export function readAsked(parameters: Parameters): Asked {
	const { options } = parameters;
	const { values } = parameters.object('approvalOptions') as { values?: IDataObject };
	const { approvalType = 'double', approveLabel, disapproveLabel } = values ?? {};
	return {
		text: parameters.text('message').trim() || parameters.required('text'),
		freeText: parameters.text('responseType') === 'freeText',
		approve: asText(approveLabel, 'Approve Button Label') || 'Approve',
		decline:
			approvalType === 'single'
				? undefined
				: asText(disapproveLabel, 'Decline Button Label') || 'Decline',
		linkLabel: optionOf(options, 'linkLabel'),
		pageTitle: optionOf(options, 'pageTitle'),
		submit: optionOf(options, 'submitLabel'),
		done: optionOf(options, 'doneText'),
	};
}

function optionOf(options: IDataObject, name: string): string {
	const field = questionOptions.find((option) => option.name === name);
	const label = field?.displayName ?? name;
	return asText(options[name], label) || asText(field?.default, label);
}
