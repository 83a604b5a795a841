import { chatLabelOperation } from './labelOperation';

export const removeFromChat = chatLabelOperation('/unlabel/chat', false, {
	value: 'removeFromChat',
	name: 'Remove From Chat',
	action: 'Remove a label from a chat',
	description: 'Take a label off a chat',
});
