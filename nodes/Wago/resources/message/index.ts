import type { Resource } from '../../operation';
import { downloadMedia } from './downloadMedia';
import { sendAudio } from './sendAudio';
import { sendDocument } from './sendDocument';
import { sendImage } from './sendImage';
import { sendMediaUrl } from './sendMediaUrl';
import { sendSticker } from './sendSticker';
import { sendText } from './sendText';
import { sendVideo } from './sendVideo';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [
		sendText,
		sendImage,
		sendVideo,
		sendAudio,
		sendDocument,
		sendSticker,
		sendMediaUrl,
		downloadMedia,
	],
};
