import type { Resource } from '../../engine/operation';
import { deleteMessage } from './delete';
import { downloadMedia } from './downloadMedia';
import { edit } from './edit';
import { getStatus } from './getStatus';
import { markAsRead } from './markAsRead';
import { react } from './react';
import { requestLocation } from './requestLocation';
import { sendAndWait } from './sendAndWait';
import { sendAudio } from './sendAudio';
import { sendButtons } from './sendButtons';
import { sendCarousel } from './sendCarousel';
import { sendChatPresence } from './sendChatPresence';
import { sendContact } from './sendContact';
import { sendDocument } from './sendDocument';
import { sendGroupInvite } from './sendGroupInvite';
import { sendImage } from './sendImage';
import { sendLinkPreview } from './sendLinkPreview';
import { sendList } from './sendList';
import { sendLocation } from './sendLocation';
import { sendMediaUrl } from './sendMediaUrl';
import { sendPixButton } from './sendPixButton';
import { sendPoll } from './sendPoll';
import { sendReviewAndPay } from './sendReviewAndPay';
import { sendSticker } from './sendSticker';
import { sendTemplate } from './sendTemplate';
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
		sendLocation,
		sendContact,
		sendPoll,
		sendButtons,
		sendList,
		sendTemplate,
		sendCarousel,
		sendLinkPreview,
		sendGroupInvite,
		requestLocation,
		sendPixButton,
		sendReviewAndPay,
		react,
		edit,
		deleteMessage,
		markAsRead,
		getStatus,
		sendChatPresence,
		downloadMedia,
		sendAndWait,
	],
};
