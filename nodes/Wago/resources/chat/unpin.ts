import { chatOperation } from './chatOperation';

export const unpin = chatOperation(
	'/chat/unpin',
	{ pinned: false },
	{
		value: 'unpin',
		name: 'Unpin',
		action: 'Unpin chat',
		description: 'Put a pinned chat back into the list',
	},
);
