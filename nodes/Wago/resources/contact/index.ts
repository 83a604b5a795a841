import { pick, pickEntries, pickList } from '../../../shared/api/answer';
import { get, post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { toJid } from '../../../shared/whatsapp/phone';
import {
	type CallOperation,
	defineCall,
	type OperationWords,
	type Resource,
} from '../../engine/operation';
import { contactField, personOf, readContactId } from '../../fields/people';
import { check } from './check';
import { getAvatar } from './getAvatar';
import { readContact, readUser } from './readContact';

const contacts = get('/user/contacts', { provenance: 'listed' });

export const getAll = defineCall({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'List the contacts that the account knows',
	endpoints: [contacts],
	fields: [],
	simplify: true,
	list: true,
	request: () => ({ endpoint: contacts }),
	output: ({ data }) =>
		pickEntries(data, 'contacts').flatMap((entry) => {
			const json = readContact(entry);
			return json ? [{ json }] : [];
		}),
});

const info = post('/user/info', { provenance: 'listed', changes: false });

/** A JID, since newer relatives of WaGo refuse plain digits here and older ones take either. */
export const getContact = defineCall({
	value: 'get',
	name: 'Get',
	action: 'Get contact',
	description: "Get a contact's about text, picture ID and verified business name",
	endpoints: [info],
	fields: [contactField],
	simplify: true,
	request: (parameters) => ({
		endpoint: info,
		body: bodyOf('/user/info', { phones: [toJid(readContactId(parameters))] }),
	}),
	output: ({ data }, parameters) => {
		const [user] = pickEntries(data, 'users').map(readUser);
		const asked = personOf(toJid(readContactId(parameters)));
		return { json: { ...asked, ...user, found: user !== undefined } };
	},
});

export const block = blockOperation('/user/block', true, {
	value: 'block',
	name: 'Block',
	action: 'Block contact',
	description: 'Stop a contact from writing and calling',
});

const unblock = blockOperation('/user/unblock', false, {
	value: 'unblock',
	name: 'Unblock',
	action: 'Unblock contact',
	description: 'Let a blocked contact write and call again',
});

/** Blocks a contact or lifts the block; `blocked` is what then holds. */
function blockOperation(
	path: '/user/block' | '/user/unblock',
	blocked: boolean,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path, { provenance: 'listed' });
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [contactField],
		request: (parameters) => ({
			endpoint,
			body: bodyOf(path, { phone: readContactId(parameters) }),
		}),
		output: (_answer, parameters) => ({
			json: { ...personOf(toJid(readContactId(parameters))), blocked },
		}),
	});
}

const blocklist = get('/user/blocklist', { provenance: 'listed' });

export const getBlocklist = defineCall({
	value: 'getBlocklist',
	name: 'Get Blocklist',
	action: 'Get blocked contacts',
	description: 'List the contacts that the account has blocked',
	endpoints: [blocklist],
	fields: [],
	simplify: true,
	list: true,
	request: () => ({ endpoint: blocklist }),
	output: ({ data }) =>
		pickList(pick(data, 'blocklist') ?? data, 'blocklist').map((contact) => ({
			json: { ...personOf(pick(contact, 'jid') ?? contact) },
		})),
});

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [getAll, getContact, check, getAvatar, block, unblock, getBlocklist],
};
