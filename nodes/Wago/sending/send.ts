import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { pick, pickNumber, pickText, type WagoAnswer } from '../../shared/api/answer';
import { readCredentials } from '../../shared/api/credentials';
import { foreignAnswer } from '../../shared/api/failure';
import { toNodeApiError } from '../../shared/api/request';
import { get as lookUp, present } from '../../shared/lib/lookup';
import { createMessageId } from '../../shared/whatsapp/messageId';
import { isoTime } from '../../shared/lib/time';
import { withAdditionalFields } from '../engine/body';
import type {
	CommonKeys,
	ItemTools,
	OperationOutput,
	SendBody,
	SendOperation,
} from '../engine/operation';
import { asText, type Parameters } from '../engine/parameters';
import { contextInfo } from './contextInfo';
import { markRead } from './markRead';
import { NO_FILE, resolveMedia } from './outgoingFile';
import { correctNumber } from './numberSpelling';
import { keepPace, readPacing } from './pacing';
import { readRecipient } from './recipient';
import { sendIdentity } from './sendIdentity';
import { inTurn, sessionKey } from './turns';
import { showTyping } from './typing';

interface Sent {
	readonly messageId: string;
	readonly timestamp: string;
}

/**
 * Sends one item's message, or its messages in order, and returns what was sent as one output. What is wrong with
 * the item itself is found before the first request.
 */
export async function send(operation: SendOperation, tools: ItemTools): Promise<OperationOutput> {
	const { context, itemIndex, parameters, run } = tools;
	const { options } = parameters;
	const given = readRecipient(parameters);
	const kind = operation.media ?? operation.mediaOf?.(parameters);
	const media = kind ? await resolveMedia(kind, tools) : NO_FILE;
	const credentials = await readCredentials(context, 'wagoApi', itemIndex);
	const idOf = messageIds(tools, given, credentials.secret);
	const messages = operation
		.messages(parameters, media)
		.map((message, part) => withCommonFields(message, part, idOf(part), parameters));
	const session = sessionKey(credentials);
	const pacing = readPacing(options);
	const recipient = parameters.booleanOption('correctNumber')
		? await correctNumber(given, session, tools)
		: given;
	const typing = parameters.booleanOption('showTyping');
	const type = async (message: SendBody) => {
		if (typing) await showTyping(operation, message, recipient, tools);
	};

	await markRead(tools);
	// Before its turn, because typing in one chat is no reason for the others to wait.
	await type(messages[0]);
	return await inTurn(session, async (line) => {
		const sent: Sent[] = [];
		for (const [part, message] of messages.entries()) {
			if (part > 0) await type(message);
			await keepPace(tools, pacing, line.lastSentAt);
			stopIfCancelled(tools);
			run.sent++;
			line.lastSentAt = Date.now();
			sent.push(await sendOne(message, recipient, tools));
		}
		return { json: sentItem(sent, recipient, given) };
	});
}

/** The IDs of an item's messages by their place in it. */
function messageIds(tools: ItemTools, recipient: string, secret: string): (part: number) => string {
	const { context, itemIndex, parameters } = tools;
	const own = parameters.textOption('messageId');
	const identity = sendIdentity(context, itemIndex, recipient, parameters.options);
	return (part) => (part === 0 && own !== '' ? own : createMessageId(secret, [...identity, part]));
}

/** WaGo docs, /messages/sending, 'common fields'. */
export const COMMON_KEYS: CommonKeys = {
	recipient: 'Phone',
	messageId: 'Id',
	contextInfo: 'ContextInfo',
};

function withCommonFields(
	message: SendBody,
	part: number,
	messageId: string,
	parameters: Parameters,
): SendBody {
	const { commonKeys: keys = COMMON_KEYS } = message;
	const body: IDataObject = { ...message.body, [keys.messageId]: messageId };
	const info = part === 0 ? contextInfo(parameters.options) : undefined;
	if (info) body[keys.contextInfo] = info;
	const forwards = message.endpoint.fields?.includes('Forward');
	if (forwards && parameters.booleanOption('forward')) body.Forward = true;
	return { ...message, body };
}

async function sendOne(
	{ endpoint, commonKeys: keys = COMMON_KEYS, body, accepted }: SendBody,
	recipient: string,
	{ call, context, itemIndex, parameters }: ItemTools,
): Promise<Sent> {
	const corrected = withAdditionalFields(
		{ [keys.recipient]: recipient, ...body },
		parameters.options,
	);
	const answer = await call({ endpoint, body: corrected, keepsMessageId: true });
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

function stopIfCancelled({ context, itemIndex }: ItemTools): void {
	if (!context.getExecutionCancelSignal()?.aborted) return;
	throw new NodeOperationError(context.getNode(), 'The execution was stopped', {
		itemIndex,
		description: 'This message was not sent.',
	});
}
