import { chatOperation } from './chatOperation';

export const mute = chatOperation(
	'/chat/mute',
	{ muted: true },
	{
		value: 'mute',
		name: 'Mute',
		action: 'Mute chat',
		description: 'Turn the notifications of a chat off. WaGo decides for how long.',
	},
);
