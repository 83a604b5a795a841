import { chatOperation } from './chatOperation';

export const pin = chatOperation(
	'/chat/pin',
	{ pinned: true },
	{
		value: 'pin',
		name: 'Pin',
		action: 'Pin chat',
		description: 'Keep a chat at the top of the list',
	},
);
