import { blockOperation } from './blockOperation';

export const unblock = blockOperation('/user/unblock', false, {
	value: 'unblock',
	name: 'Unblock',
	action: 'Unblock contact',
	description: 'Let a blocked contact write and call again',
});
