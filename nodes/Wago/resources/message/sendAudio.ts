import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';

const endpoint = post('/send/audio', { fields: ['Phone'] });
const keys = bodyKeys('/send/audio');

export const sendAudio = defineSend({
	value: 'sendAudio',
	name: 'Send Audio',
	action: 'Send audio message',
	description:
		'Send a voice note. The file must be Ogg with Opus; send other audio with Send Document.',
	endpoints: [endpoint],
	media: 'audio',
	fields: [],
	messages: (_parameters, { dataUrl }) => [{ endpoint, body: { [keys.audio]: dataUrl } }],
});
