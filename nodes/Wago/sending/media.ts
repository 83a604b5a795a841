import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../parameters';
import type { ItemTools, SendOperation } from '../operation';

/** A file ready to be sent. */
export interface ResolvedMedia {
	/** `data:<type>;base64,…` with the type that WaGo's endpoint wants. */
	readonly dataUrl: string;
	/** The file's real type. */
	readonly mimeType: string;
	readonly fileName: string;
}

type MediaKind = NonNullable<SendOperation['media']>;

export function mediaFields(kind: MediaKind): INodeProperties[] {
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

export async function resolveMedia(_kind: MediaKind, _tools: ItemTools): Promise<ResolvedMedia> {
	throw new InputError('not yet');
}
