import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { filled } from '../../engine/body';
import { defineSend } from '../../engine/operation';
import { captionField, fileNameField } from '../../sending/fileFields';

const endpoint = post('/send/mediaurl', { fields: ['Phone'] });
const keys = bodyKeys('/send/mediaurl');

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
		const caption = parameters.text('caption');
		const body = {
			[keys.url]: parameters.required('mediaUrl'),
			[keys.type]: parameters.text('mediaType'),
			[keys.caption]: caption,
			[keys.fileName]: parameters.text('fileName'),
		};
		return [{ endpoint, body: filled(body), typed: caption }];
	},
});
