import { messageLabelOperation } from './labelOperation';

export const addToMessage = messageLabelOperation('/label/message', true, {
	value: 'addToMessage',
	name: 'Add to Message',
	action: 'Add a label to a message',
	description: 'Mark a message with a label',
});
