import { chatOperation } from './chatOperation';

export const archive = chatOperation(
	'/chat/archive',
	{ archived: true },
	{
		value: 'archive',
		name: 'Archive',
		action: 'Archive chat',
		description: 'Move a chat into the archive',
	},
);
