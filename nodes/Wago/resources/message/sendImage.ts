import { post } from '../../../shared/api/endpoint';
import { filled } from '../../engine/body';
import { defineSend } from '../../engine/operation';
import { captionField } from '../../sending/fileFields';

const endpoint = post('/send/image', {
	fields: ['Phone', 'Image', 'Caption', 'Id', 'ContextInfo'],
});

export const sendImage = defineSend({
	value: 'sendImage',
	name: 'Send Image',
	action: 'Send image message',
	description: 'Send a picture, with a caption if you like',
	endpoints: [endpoint],
	media: 'image',
	fields: [captionField],
	messages: (parameters, { dataUrl }) => {
		const caption = parameters.text('caption');
		return [{ endpoint, body: filled({ Image: dataUrl, Caption: caption }), typed: caption }];
	},
});
