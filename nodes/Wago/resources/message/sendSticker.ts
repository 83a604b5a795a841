import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';

const endpoint = post('/send/sticker');

export const sendSticker = defineSend({
	value: 'sendSticker',
	name: 'Send Sticker',
	action: 'Send sticker message',
	description: 'Send a sticker: a WebP image of 512 × 512 pixels',
	endpoints: [endpoint],
	media: 'sticker',
	fields: [],
	messages: (_parameters, { dataUrl }) => [
		{ endpoint, body: bodyOf('/send/sticker', { sticker: dataUrl }) },
	],
});
