import type { Resource } from '../../operation';
import { sendText } from './sendText';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [sendText],
};
