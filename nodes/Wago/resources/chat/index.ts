import type { Resource } from '../../engine/operation';
import { archive } from './archive';
import { mute } from './mute';
import { pin } from './pin';
import { unpin } from './unpin';

export const chat: Resource = {
	value: 'chat',
	name: 'Chat',
	operations: [pin, unpin, mute, archive],
};
