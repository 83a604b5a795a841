import type { Resource } from '../../engine/operation';
import { addToChat } from './addToChat';
import { addToMessage } from './addToMessage';
import { edit } from './edit';
import { removeFromChat } from './removeFromChat';
import { removeFromMessage } from './removeFromMessage';

export const label: Resource = {
	value: 'label',
	name: 'Label',
	operations: [addToChat, removeFromChat, addToMessage, removeFromMessage, edit],
};
