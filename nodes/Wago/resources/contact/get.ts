import { pickEntries } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { toJid } from '../../../shared/whatsapp/phone';
import { defineCall } from '../../engine/operation';
import { contactField, personOf, readContactId } from '../../fields/people';
import { readUser } from './readContact';

const endpoint = post('/user/info', { provenance: 'listed' });
const keys = bodyKeys('/user/info');

export const getContact = defineCall({
	value: 'get',
	name: 'Get',
	action: 'Get contact',
	description: "Get a contact's about text, picture ID and verified business name",
	endpoints: [endpoint],
	fields: [contactField],
	simplify: true,
	request: (parameters) => ({ endpoint, body: { [keys.phones]: [readContactId(parameters)] } }),
	output: ({ data }, parameters) => {
		const [user] = pickEntries(data, 'users').map(readUser);
		const asked = personOf(toJid(readContactId(parameters)));
		return { json: { ...asked, ...user, found: user !== undefined } };
	},
});
