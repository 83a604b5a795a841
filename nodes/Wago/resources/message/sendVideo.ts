import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { captionField } from '../../sending/fileFields';

const endpoint = post('/send/video');

export const sendVideo = defineSend({
	value: 'sendVideo',
	name: 'Send Video',
	action: 'Send video message',
	description: 'Send a video, with a caption if you like',
	endpoints: [endpoint],
	media: 'video',
	fields: [captionField],
	messages: (parameters, { dataUrl }) => {
		const caption = parameters.optional('caption');
		return [{ endpoint, body: bodyOf('/send/video', { video: dataUrl, caption }), typed: caption }];
	},
});
