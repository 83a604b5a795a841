import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';

const endpoint = post('/send/audio');

export const sendAudio = defineSend({
	value: 'sendAudio',
	name: 'Send Audio',
	action: 'Send audio message',
	description:
		'Send a voice note. The file must be Ogg with Opus; send other audio with Send Document.',
	endpoints: [endpoint],
	media: 'audio',
	fields: [],
	messages: (_parameters, { dataUrl }) => [
		{ endpoint, body: bodyOf('/send/audio', { audio: dataUrl }) },
	],
});
