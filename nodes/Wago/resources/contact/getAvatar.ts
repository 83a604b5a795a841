import type { IDataObject } from 'n8n-workflow';

import { pickFilled } from '../../../shared/api/answer';
import { type Endpoint, get, post } from '../../../shared/api/endpoint';
import type { WagoReply } from '../../../shared/api/envelope';
import { toNodeApiError } from '../../../shared/api/request';
import { NO_AVATAR } from '../../../shared/api/answerKeys';
import { bodyOf } from '../../../shared/api/wire';
import { present } from '../../../shared/lib/lookup';
import { toJid } from '../../../shared/whatsapp/phone';
import { withAdditionalFields } from '../../engine/body';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure, type ItemTools } from '../../engine/operation';
import { contactField, personOf } from '../../fields/people';
import { readRecipient } from '../../sending/recipient';

const viaPost = post('/user/avatar', { provenance: 'inferred', changes: false });
const viaGet = get('/user/avatar', { provenance: 'listed' });

/** What a server says to a method that it does not know. */
const OTHER_METHOD: ReadonlySet<number> = new Set([404, 405]);

export const getAvatar = defineProcedure({
	value: 'getAvatar',
	name: 'Get Avatar',
	action: 'Get avatar of contact',
	description: 'Get the address of the profile picture of a contact or group',
	endpoints: [viaPost, viaGet],
	fields: [contactField],
	options: [
		additionalBodyFieldsOption,
		{
			displayName: 'Preview',
			name: 'preview',
			type: 'boolean',
			default: false,
			description: 'Whether to get the small picture instead of the full one',
		},
	],
	run: async (tools) => {
		const id = readRecipient(tools.parameters, contactField.name);
		const reply = await askForAvatar(tools, id);
		return [{ json: { ...personOf(toJid(id)), ...readAvatar(reply, tools) } }];
	},
});

/**
 * The public list of endpoints says GET, the code of WaGo's relatives POST. Nothing changes on the server, so asking
 * twice does no harm.
 */
async function askForAvatar({ ask, parameters }: ItemTools, id: string): Promise<WagoReply> {
	const { options } = parameters;
	const request = bodyOf('/user/avatar', {
		phone: id,
		preview: parameters.booleanOption('preview'),
	});
	const body = withAdditionalFields(request, options);
	const reply = await ask({ endpoint: viaPost, body });
	if (reply.ok || !OTHER_METHOD.has(reply.failure.status ?? 0)) return reply;
	return await ask({ endpoint: withQuery(viaGet, body) });
}

/** n8n drops the body of a GET, so the fields go into the address. */
function withQuery(endpoint: Endpoint, fields: IDataObject = {}): Endpoint {
	const texts = Object.entries(fields).map(([key, value]) => [key, String(value)]);
	const query = new URLSearchParams(Object.fromEntries(texts) as Record<string, string>);
	return { ...endpoint, path: `${endpoint.path}?${query.toString()}` };
}

function readAvatar(reply: WagoReply, { context, itemIndex }: ItemTools): IDataObject {
	if (reply.ok) {
		const { data } = reply.answer;
		const url = pickFilled(data, 'avatarUrl');
		return present({ found: url !== undefined, url, pictureId: pickFilled(data, 'pictureId') });
	}
	if (NO_AVATAR.test(reply.failure.message)) return { found: false };
	throw toNodeApiError(context, reply.failure, itemIndex);
}
