import { randomBytes } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { pick, pickEntries, pickFilled, readJid, withCleanNames } from '../../shared/api/answer';
import { cleanToken } from '../../shared/api/credentials';
import { get, post } from '../../shared/api/endpoint';
import { maskTexts } from '../../shared/api/secrets';
import { readEvents } from '../../shared/api/session';
import { bodyOf } from '../../shared/api/wire';
import { isObject, type JsonObject, present } from '../../shared/lib/lookup';
import { parseJid, phoneOf } from '../../shared/whatsapp/jid';
import { withAdditionalFields } from '../engine/body';
import {
	defineCall,
	defineProcedure,
	type OperationOutput,
	type Resource,
} from '../engine/operation';
import { additionalBodyFieldsOption } from '../engine/operationFields';

/** One page of WaGo's docs calls all three required, another none: all three are sent. */
const createEndpoint = post('/session/init', { auth: 'admintoken' });

const GENERATED_BYTES = 24;

const create = defineProcedure({
	value: 'create',
	name: 'Create',
	action: 'Create session token',
	description: 'Create a session, for one WhatsApp account, with a token of its own',
	credential: 'wagoAdminApi',
	endpoints: [createEndpoint],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Sales',
			description: 'Name of the session, which no other session of the server has',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave empty to generate one',
			description:
				"Token of the session, which no other session has. WaGo removes its spaces. Left empty, a strong one is generated and returned as 'token', this one time: whoever may read the execution can read it. A token that you give is never part of the output.",
		},
		{
			displayName: 'Operating System',
			name: 'os',
			type: 'string',
			required: true,
			default: 'n8n',
			placeholder: 'e.g. n8n',
			description: "Label of the session in the phone's list of linked devices",
		},
	],
	options: [additionalBodyFieldsOption],
	run: async ({ parameters, call }) => {
		const name = parameters.required('name');
		const os = parameters.required('os');
		const given = cleanToken(parameters.text('token'));
		const token = given || randomBytes(GENERATED_BYTES).toString('hex');
		const body = withAdditionalFields(
			bodyOf('/session/init', { name, token, os }),
			parameters.options,
		);
		await call({ endpoint: createEndpoint, body, secrets: [token] });
		return [{ json: given ? { name, os } : { name, os, token } }];
	},
});

const deleteEndpoint = post('/session/delete', { auth: 'both' });

const deleteToken = defineCall({
	value: 'delete',
	name: 'Delete',
	action: 'Delete session token',
	description: 'Delete a session with its token and the link to its phone. It cannot be undone.',
	credential: 'wagoAdminApi',
	endpoints: [deleteEndpoint],
	fields: [
		{
			displayName: 'Target Token',
			name: 'targetToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Token of the session to delete',
		},
	],
	request: (parameters) => ({
		endpoint: deleteEndpoint,
		headers: { token: cleanToken(parameters.required('targetToken')) },
	}),
	output: () => ({ json: { deleted: true } }),
});

const allEndpoint = get('/session/all', { auth: 'admintoken' });

const getAll = defineCall({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many session tokens',
	description: 'List the sessions of the server, without their tokens',
	credential: 'wagoAdminApi',
	endpoints: [allEndpoint],
	fields: [],
	list: true,
	request: () => ({ endpoint: allEndpoint }),
	output: ({ data }) => readSessions(data),
});

const scannedEndpoint = post('/session/scanned', { auth: 'admintoken' });

const getScanned = defineCall({
	value: 'getScanned',
	name: 'Get Scanned',
	action: 'Get session tokens with linked phone',
	description: 'List the sessions that a phone was linked to, without their tokens',
	credential: 'wagoAdminApi',
	endpoints: [scannedEndpoint],
	fields: [],
	list: true,
	request: () => ({ endpoint: scannedEndpoint }),
	output: ({ data }) => readSessions(data),
});

export const token: Resource = {
	value: 'token',
	name: 'Session Token',
	operations: [create, deleteToken, getAll, getScanned],
};

/** What nobody should read in an execution: the token, and the QR code that would link a foreign phone. */
const SECRET_KEY = /token|secret|password|qr_?code|hmac/i;

/** Whose value must not be a part of the others either: of the address of a webhook, for example. */
const TOKEN_KEY = /token/i;

/** Comes back as `webhookUrl`. */
const RENAMED_KEY = /^webhook$/i;

/**
 * The sessions of a listing, without their tokens. WaGo's docs do not show the shape: a list, or an object by ID
 * (which may be the token, so it is dropped), of wuzapi's columns (inferred).
 */
function readSessions(data: unknown): OperationOutput[] {
	return pickEntries(data, 'sessions')
		.map(({ value }) => (isObject(value) ? value : { jid: value }))
		.filter((session) => Object.keys(session).length > 1 || parseJid(session.jid))
		.map((session) => ({ json: readSession(maskTexts(session, tokensOf(session))) }));
}

function tokensOf(session: JsonObject): string[] {
	return Object.entries(session)
		.filter(([key]) => TOKEN_KEY.test(key))
		.map(([, value]) => value)
		.filter((value) => typeof value === 'string');
}

function readSession(session: JsonObject): IDataObject {
	const jid = readJid(pick(session, 'jid'));
	return present({
		...(withCleanNames(withoutHidden(session)) as IDataObject),
		jid: jid || undefined,
		phone: phoneOf(jid),
		connected: flag(pick(session, 'connected')),
		events: readEvents(pick(session, 'events')),
		webhookUrl: pickFilled(session, 'webhook'),
	});
}

function withoutHidden<T>(value: T): T {
	if (Array.isArray(value)) return value.map(withoutHidden) as T;
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !SECRET_KEY.test(key) && !RENAMED_KEY.test(key))
			.map(([key, entry]) => [key, withoutHidden(entry)]),
	) as T;
}

/** wuzapi's database writes 0 and 1. */
function flag(value: unknown): boolean | undefined {
	return value === undefined ? undefined : value === true || value === 1;
}
