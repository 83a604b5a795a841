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

export const labelledMessageField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '={{ $json.messageId }}',
	placeholder: 'e.g. 3EB0C431C26A1916E07A',
	description: 'ID of the message. After a WaGo Trigger the default is right.',
};
