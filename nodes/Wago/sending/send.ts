import type { IDataObject } from 'n8n-workflow';

import { pick, pickNumber, pickText, type WagoAnswer } from '../../shared/api/answer';
import { readCredentials } from '../../shared/api/credentials';
import { get } from '../../shared/api/endpoint';
import { foreignAnswer } from '../../shared/api/failure';
import { toNodeApiError } from '../../shared/api/request';
import { keysOf } from '../../shared/api/wire';
import { get as lookUp, present } from '../../shared/lib/lookup';
import { createMessageId } from '../../shared/whatsapp/messageId';
import { isoTime } from '../../shared/lib/time';
import { withAdditionalFields } from '../engine/body';
import type { ItemTools, OperationOutput, SendBody, SendOperation } from '../engine/operation';
import { asText, type Parameters } from '../engine/parameters';
import { contextInfo } from './contextInfo';
import { sendInTurn } from './conversation';
import { markRead } from './markRead';
import { NO_FILE, resolveMedia } from './outgoingFile';
import { correctNumber } from './numberSpelling';
import { readRecipient } from './recipient';
import { sendIdentity } from './sendIdentity';
import { sessionKey, type Turn } from './turns';
import { showTyping } from './typing';

interface Sent {
	readonly messageId: string;
	readonly timestamp: string;
}

/**
 * The part of its time-out that a message has left when it has waited behind one that got no answer: so a WaGo that
 * hangs costs those who wait little more than one time-out, and one that answers again sends them all.
 */
const LEAST_PATIENCE = 1 / 16;

const healthEndpoint = get('/server/ok', { auth: 'none' });

/**
 * Sends one item's message, or its messages in order, and returns what was sent as one output. What is wrong with
 * the item itself is found before the first request.
 */
export async function send(operation: SendOperation, tools: ItemTools): Promise<OperationOutput> {
	const { context, itemIndex, parameters } = tools;
	const given = readRecipient(parameters);
	const kind = operation.media ?? operation.mediaOf?.(parameters);
	const media = kind ? await resolveMedia(kind, tools) : NO_FILE;
	const credentials = await readCredentials(context, 'wagoApi', itemIndex);
	const idOf = messageIds(tools, given, credentials.secret);
	const messages = operation
		.messages(parameters, media)
		.map((message, part) => withCommonFields(message, part, idOf(part), parameters));
	const session = sessionKey(credentials);
	const recipient = parameters.booleanOption('correctNumber')
		? await correctNumber(given, session, tools)
		: given;
	const typing = parameters.booleanOption('showTyping');
	const type = async (message: SendBody) => {
		if (typing) await showTyping(operation, message, recipient, tools);
	};

	await assertAnswers(tools);
	await markRead(tools);
	// Before its turn, because typing in one chat is no reason for the others to wait.
	await type(messages[0]);
	const outgoing = messages.map((message) => ({
		prepare: async () => await type(message),
		send: async (turn: Turn) => await sendOne(message, recipient, turn, tools),
	}));
	const sent = await sendInTurn(outgoing, { session, recipient }, tools);
	return { json: sentItem(sent, recipient, given) };
}

/**
 * After a send without an answer, asks WaGo for a sign of life before the next one of the run: one that hangs would
 * cost every item its whole time-out. Throws what no answer to that means.
 */
async function assertAnswers({ ask, context, itemIndex, run, timeout }: ItemTools): Promise<void> {
	if (!run.unanswered) return;
	const sign = await ask({ endpoint: healthEndpoint, maxTimeout: LEAST_PATIENCE * timeout });
	if (!sign.ok && sign.failure.code === 'timedOut') {
		throw toNodeApiError(context, sign.failure, itemIndex);
	}
	run.unanswered = false;
}

/** The IDs of an item's messages by their place in it. */
function messageIds(tools: ItemTools, recipient: string, secret: string): (part: number) => string {
	const { context, itemIndex, parameters } = tools;
	const own = parameters.textOption('messageId');
	const identity = sendIdentity(context, itemIndex, recipient, parameters.options);
	return (part) => (part === 0 && own !== '' ? own : createMessageId(secret, [...identity, part]));
}

function withCommonFields(
	message: SendBody,
	part: number,
	messageId: string,
	parameters: Parameters,
): SendBody {
	const keys = keysOf(message.endpoint.path);
	const body: IDataObject = { ...message.body, [keys.messageId]: messageId };
	const info = part === 0 ? contextInfo(parameters.options) : undefined;
	if (info) body[keys.contextInfo] = info;
	if (keys.forward && parameters.booleanOption('forward')) body[keys.forward] = true;
	return { ...message, body };
}

async function sendOne(
	{ endpoint, body, accepted }: SendBody,
	recipient: string,
	turn: Turn,
	{ ask, context, itemIndex, parameters, run, timeout }: ItemTools,
): Promise<Sent> {
	const keys = keysOf(endpoint.path);
	const corrected = withAdditionalFields(
		{ [keys.recipient]: recipient, ...body },
		parameters.options,
	);
	const maxTimeout = Math.max(timeout - turn.waitedInVain, LEAST_PATIENCE * timeout);
	const reply = await ask({ endpoint, body: corrected, keepsMessageId: true, maxTimeout });
	if (!reply.ok) {
		turn.timedOut = reply.failure.code === 'timedOut';
		run.unanswered = turn.timedOut;
		throw toNodeApiError(context, reply.failure, itemIndex);
	}
	const { answer } = reply;
	if (!isOfSend(answer)) throw toNodeApiError(context, foreignAnswer(answer), itemIndex);
	const sent = readSent(answer, asText(lookUp(corrected, keys.messageId), keys.messageId));
	accepted?.(sent.messageId);
	return sent;
}

/** Some JSON server answers anything with 200: that is no message sent. */
function isOfSend({ data, bare }: WagoAnswer): boolean {
	const told = pick(data, 'messageId') ?? pick(data, 'timestamp') ?? pick(data, 'details');
	return !bare || told !== undefined;
}

/** WaGo names the ID and the time of the message (inferred from wuzapi); what it leaves out is known anyway. */
function readSent({ data }: WagoAnswer, ownId: string): Sent {
	const time = pickNumber(data, 'timestamp') ?? pick(data, 'timestamp');
	return {
		messageId: pickText(data, 'messageId') || ownId,
		timestamp: isoTime(time) ?? pickText(data, 'timestamp') ?? new Date().toISOString(),
	};
}

function sentItem(sent: Sent[], recipient: string, given: string): IDataObject {
	const [first] = sent;
	return present({
		...first,
		recipient,
		messageIds: sent.length > 1 ? sent.map(({ messageId }) => messageId) : undefined,
		normalizedFrom: given === recipient ? undefined : given,
	});
}
