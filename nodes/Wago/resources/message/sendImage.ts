import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { captionField } from '../../sending/fileFields';

const endpoint = post('/send/image');

export const sendImage = defineSend({
	value: 'sendImage',
	name: 'Send Image',
	action: 'Send image message',
	description: 'Send a picture, with a caption if you like',
	endpoints: [endpoint],
	media: 'image',
	fields: [captionField],
	messages: (parameters, { dataUrl }) => {
		const caption = parameters.optional('caption');
		return [{ endpoint, body: bodyOf('/send/image', { image: dataUrl, caption }), typed: caption }];
	},
});
