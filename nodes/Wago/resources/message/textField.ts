import type { INodeProperties } from 'n8n-workflow';

export const textField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. Hello! How can we help you?',
	description: 'Text of the message. WhatsApp formats *bold*, _italic_ and ~strikethrough~.',
};
