import { blockOperation } from './blockOperation';

export const unblock = blockOperation('/user/unblock', false, {
	value: 'unblock',
	name: 'Unblock',
	action: 'Unblock a contact',
	description: 'Let a blocked contact write and call again',
});
