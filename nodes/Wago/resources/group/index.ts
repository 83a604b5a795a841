import type { Resource } from '../../engine/operation';
import { create } from './create';
import { getGroup } from './get';
import { getAll } from './getAll';
import { getInviteLink } from './getInviteLink';
import { join } from './join';
import { leave } from './leave';
import { setName } from './setName';
import { setPhoto } from './setPhoto';
import { updateParticipants } from './updateParticipants';

export const group: Resource = {
	value: 'group',
	name: 'Group',
	operations: [
		getAll,
		getGroup,
		create,
		updateParticipants,
		join,
		leave,
		getInviteLink,
		setName,
		setPhoto,
	],
};
