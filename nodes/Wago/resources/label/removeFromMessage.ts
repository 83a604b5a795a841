import { messageLabelOperation } from './labelOperation';

export const removeFromMessage = messageLabelOperation('/unlabel/message', false, {
	value: 'removeFromMessage',
	name: 'Remove From Message',
	action: 'Remove label from message',
	description: 'Take a label off a message',
});
