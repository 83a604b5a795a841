import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { captionField, fileNameField } from '../../sending/fileFields';

const endpoint = post('/send/mediaurl');

export const sendMediaUrl = defineSend({
	value: 'sendMediaUrl',
	name: 'Send Media by URL',
	action: 'Send media message by URL',
	description:
		'Send a file that WaGo downloads itself: the way for large files, because n8n never holds them',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Media Type',
			name: 'mediaType',
			type: 'options',
			default: 'image',
			options: [
				{ name: 'Audio', value: 'audio' },
				{ name: 'Document', value: 'document' },
				{ name: 'Image', value: 'image' },
				{ name: 'Video', value: 'video' },
			],
			description: 'What the file is sent as',
		},
		{
			displayName: 'Media URL',
			name: 'mediaUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/picture.jpg',
			description: 'Address of the file as WaGo reaches it',
		},
		{ ...captionField, displayOptions: { hide: { mediaType: ['audio'] } } },
		{ ...fileNameField, displayOptions: { show: { mediaType: ['document'] } } },
	],
	messages: (parameters) => {
		const caption = parameters.optional('caption');
		const body = bodyOf('/send/mediaurl', {
			url: parameters.required('mediaUrl'),
			type: parameters.text('mediaType'),
			caption,
			fileName: parameters.optional('fileName'),
		});
		return [{ endpoint, body, typed: caption }];
	},
});
