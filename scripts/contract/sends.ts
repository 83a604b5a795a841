import type { IDataObject } from 'n8n-workflow';

import { readReply } from '../../nodes/shared/api/envelope';
import { keysOf } from '../../nodes/shared/api/wire';
import { createMessageId } from '../../nodes/shared/whatsapp/messageId';
import { fieldsOf } from '../../nodes/Wago/engine/operationFields';
import type { SendBody, SendOperation } from '../../nodes/Wago/engine/operation';
import { Parameters } from '../../nodes/Wago/engine/parameters';
import { findOperation } from '../../nodes/Wago/resources';
import { NO_FILE } from '../../nodes/Wago/sending/outgoingFile';
import { judgeAnswer, type ExpectedAnswer } from './answers';
import type { ExpectedEndpoint } from './expectations';
import { judgementOf, type Finding } from './finding';
import { judgeFailure, judgeMissed, missedFields } from './refusals';
import { NoAnswer, type WagoServer } from './wagoServer';

const CHOICES = { values: [{ text: 'Yes' }, { text: 'No' }] };
const text = 'Contract check of n8n-nodes-wago';

/** One message of each kind that needs no file, with the parameters that a user would fill in. */
export const SENDS: Readonly<Record<string, IDataObject>> = {
	sendText: { text },
	sendPoll: { question: text, choices: CHOICES },
	sendLocation: { latitude: -23.5505, longitude: -46.6333, locationName: text },
	sendContact: { contacts: { values: [{ name: text, phones: '+1 555 123 4567' }] } },
	sendLinkPreview: { text, linkUrl: 'https://example.com', title: text },
	sendButtons: { text, buttons: CHOICES },
	sendList: { text, title: text, buttonText: 'Choose', rows: { values: [{ title: 'Yes' }] } },
	sendTemplate: { text, buttons: CHOICES },
	sendCarousel: {
		text,
		cards: { values: [{ text, buttons: { values: [{ text: 'Yes', type: 'reply' }] } }] },
	},
};

/** Inferred from wuzapi. */
const SENT: ExpectedAnswer = { provenance: 'inferred', reads: ['messageId', 'timestamp'] };

/**
 * Sends one message of each kind in {@link SENDS} and compares what the server says to them.
 *
 * @param recipient digits or a JID
 */
export async function sendAll(
	server: WagoServer,
	expected: readonly ExpectedEndpoint[],
	recipient: string,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const [name, values] of Object.entries(SENDS)) {
		const operation = sendOperation(name);
		const parameters = new Parameters(
			(field, fallback) => values[field] ?? fallback,
			fieldsOf(operation),
		);
		for (const message of operation.messages(parameters, NO_FILE)) {
			findings.push(...(await sendOne(server, expected, message, recipient)));
		}
	}
	return findings;
}

function sendOperation(name: string): SendOperation {
	const operation = findOperation('message', name);
	if (operation?.kind === 'send') return operation;
	throw new Error(`${name} is no send`);
}

async function sendOne(
	server: WagoServer,
	expected: readonly ExpectedEndpoint[],
	{ endpoint: { method, path, auth }, body: content }: SendBody,
	recipient: string,
): Promise<Finding[]> {
	const keys = keysOf(path);
	const messageId = createMessageId(server.sessionToken, ['contract', path, Date.now()]);
	const body = { [keys.recipient]: recipient, ...content, [keys.messageId]: messageId };
	const endpoint = expected.find((one) => one.path === path && one.method === method);
	if (!endpoint) throw new Error(`No operation calls ${method} ${path}`);
	const judgeSend = judgementOf(endpoint, 'send');
	const http = await server.tryToAsk({ method, path, auth, body });
	if (http instanceof NoAnswer) return [judgeSend('unknown', http.message)];
	const reply = readReply(http);
	if (reply.ok) {
		return [judgeSend('confirmed', 'accepted'), ...judgeAnswer(endpoint, SENT, reply.answer.data)];
	}
	const { failure } = reply;
	const missed = missedFields(failure);
	if (missed.length > 0) {
		const fields = missed.map((field) => judgeMissed(endpoint, field));
		return [judgeSend('refuted', failure.message), ...fields];
	}
	if (failure.code === 'badRequest') return [judgeSend('refuted', failure.message)];
	return [judgeFailure(endpoint, failure, 'send')];
}
