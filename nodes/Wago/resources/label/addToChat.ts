import { chatLabelOperation } from './labelOperation';

export const addToChat = chatLabelOperation('/label/chat', true, {
	value: 'addToChat',
	name: 'Add to Chat',
	action: 'Add label to chat',
	description: 'Mark a chat with a label',
});
