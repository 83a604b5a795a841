import type { INodeProperties } from 'n8n-workflow';

import type { MediaKind } from './outgoingFile';

/** Where a file comes from: the fields that {@link resolveMedia} reads. */
export function mediaFields(kind: MediaKind | 'header'): INodeProperties[] {
	return [
		{
			displayName: 'Media Source',
			name: 'mediaSource',
			type: 'options',
			default: 'binary',
			options: [
				{ name: 'Base64', value: 'base64', description: 'The file as base64 text or data URL' },
				{ name: 'Binary File', value: 'binary', description: 'A file of the input item' },
				{ name: 'URL', value: 'url', description: 'A file that n8n downloads first' },
			],
			description: `Where the ${kind} comes from`,
		},
		{
			displayName: 'Input Binary Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			displayOptions: { show: { mediaSource: ['binary'] } },
			hint: 'The name of the input field that holds the file',
		},
		{
			displayName: 'Media URL',
			name: 'mediaUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/picture.jpg',
			displayOptions: { show: { mediaSource: ['url'] } },
			description: 'Address of the file as n8n reaches it',
		},
		{
			displayName: 'Base64',
			name: 'base64',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { mediaSource: ['base64'] } },
			description: 'The file as base64 text, with or without a data URL in front',
		},
	];
}

/** What a picture, video or document can say below itself. */
export const captionField: INodeProperties = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Here is your invoice',
	description: 'Text that is shown below the file',
};

export const fileNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice.pdf',
	description: 'Name that the recipient sees. By default the name of the file.',
};

export const mimeTypeField: INodeProperties = {
	displayName: 'MIME Type',
	name: 'mimeType',
	type: 'string',
	default: '',
	placeholder: 'e.g. application/pdf',
	description: 'Type of the file. By default the type that the file itself shows.',
};
