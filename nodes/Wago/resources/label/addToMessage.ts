import { messageLabelOperation } from './labelOperation';

export const addToMessage = messageLabelOperation('/label/message', true, {
	value: 'addToMessage',
	name: 'Add to Message',
	action: 'Add label to message',
	description: 'Mark a message with a label',
});
