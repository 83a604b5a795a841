import { chatLabelOperation } from './labelOperation';

export const removeFromChat = chatLabelOperation('/unlabel/chat', false, {
	value: 'removeFromChat',
	name: 'Remove From Chat',
	action: 'Remove label from chat',
	description: 'Take a label off a chat',
});
