import { blockOperation } from './blockOperation';

export const block = blockOperation('/user/block', true, {
	value: 'block',
	name: 'Block',
	action: 'Block contact',
	description: 'Stop a contact from writing and calling',
});
