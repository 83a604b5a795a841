import type { INodeProperties } from 'n8n-workflow';

export const labelIdField: INodeProperties = {
	displayName: 'Label ID',
	name: 'labelId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1',
	description: 'Number of the label, as WhatsApp Business counts its labels',
};
