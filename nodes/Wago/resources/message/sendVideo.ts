import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { filled } from '../../engine/body';
import { defineSend } from '../../engine/operation';
import { captionField } from '../../sending/fileFields';

const endpoint = post('/send/video', { fields: ['Phone', 'Caption'] });
const keys = bodyKeys('/send/video');

export const sendVideo = defineSend({
	value: 'sendVideo',
	name: 'Send Video',
	action: 'Send video message',
	description: 'Send a video, with a caption if you like',
	endpoints: [endpoint],
	media: 'video',
	fields: [captionField],
	messages: (parameters, { dataUrl }) => {
		const caption = parameters.text('caption');
		return [
			{ endpoint, body: filled({ [keys.video]: dataUrl, Caption: caption }), typed: caption },
		];
	},
});
