import type { IDataObject } from 'n8n-workflow';

import { pick, pickEntries, pickFilled, readJid, withCleanNames } from '../../../shared/api/answer';
import { maskTexts } from '../../../shared/api/secrets';
import { parseJid, phoneOf } from '../../../shared/whatsapp/jid';
import { isObject, type JsonObject, present } from '../../../shared/lib/lookup';
import type { OperationOutput } from '../../engine/operation';
import { readEvents } from '../../../shared/api/sessionStatus';

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
export function readSessions(data: unknown): OperationOutput[] {
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
