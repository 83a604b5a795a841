import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { pollMemory } from '../shared/pollMemory';
import { readDelivery, type Delivery } from '../shared/whatsapp/delivery';
import { sessionTag, type DedupKey } from '../shared/whatsapp/dedup';
import { buildItem, rawOf, readEvent, type ReceivedEvent } from '../shared/whatsapp/event';
import type { WagoItem } from '../shared/whatsapp/item';
import { isObject } from '../shared/lib/lookup';
import { authenticate, type Verdict } from './authentication';
import { readConfiguration, type Configuration } from './configuration';
import { HOUR, memoryOf, type Claim, type DeduplicationMemory } from './deduplication';
import { bodyOf, describeUnreadable, type DeliveryBody } from './deliveryBody';
import { filterOf, type SkipReason } from './filters';
import { storeMedia, uploadOf, withStoredMedia, type Upload } from './receivedFile';
import { noteDelivery } from './publication';
import { reportRefusal } from './refusal';
import { failed, ignored, refused, started } from './response';
import { isStateShared, loadSeen, saveSeen } from './seenKeys';
import { triggerKey } from './triggerKey';

/** One delivery on its way: who receives it, how, and what it brought. */
interface Reception {
	readonly context: IWebhookFunctions;
	readonly configuration: Configuration;
	readonly memory: DeduplicationMemory;
	/** Milliseconds that a key is remembered. */
	readonly window: number;
	readonly event: ReceivedEvent;
	readonly upload?: Upload;
	/** Keeps the events of two sessions apart that a node has received under one credential after the other. */
	readonly session: string;
}

/**
 * Takes one delivery of WaGo: authenticate, read, filter, claim, store the file, start the workflow. Whatever is
 * authentic is answered with 2xx, also when it starts nothing. Never throws: n8n would store a failed execution.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await takeDelivery(context);
	} catch (error) {
		context.logger.error(`WaGo Trigger could not take a delivery: ${messageOf(error)}`);
		return failed(context);
	}
}

async function takeDelivery(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const node = context.getNode();
	const body = bodyOf(context);
	const delivery = readDelivery(body.fields);
	const verdict = await authenticate(context, node, body, delivery.token);
	if (verdict.token === undefined) return refuse(context, node, verdict, delivery.token);
	const { token } = verdict;
	await noteDelivery(context);
	const { envelope } = delivery.token === undefined ? readAs(token, body.fields) : delivery;
	if (envelope === undefined) return ignoreUnreadable(context, body);
	const event = readEvent(envelope, token);
	rememberPoll(event);
	const configuration = readConfiguration(context);
	const trigger = triggerKey(context, node);
	const reception: Reception = {
		context,
		configuration,
		memory: memoryOf(trigger),
		window: configuration.options.deduplicationWindow * HOUR,
		event,
		upload: uploadOf(body.files),
		session: sessionTag(token),
	};
	const reason = filterOf(trigger, configuration)(event, Date.now());
	return reason ? skip(reception, reason) : await claimAndStart(reception);
}

function refuse(
	context: IWebhookFunctions,
	node: INode,
	{ refusal, expected }: Extract<Verdict, { token?: undefined }>,
	token: string | undefined,
): IWebhookResponseData {
	const tokens = [expected, token].filter((text) => text !== undefined);
	if (refusal) reportRefusal(context, node, refusal, tokens);
	return refused(context);
}

/** A delivery that brings no token, read as the session's: its token is taken out wherever it stands. */
function readAs(token: string, fields: unknown): Delivery {
	return readDelivery(isObject(fields) ? { ...fields, token } : fields);
}

/** Nobody repeats it, so the log is the only trace of what may have been a message. */
function ignoreUnreadable(context: IWebhookFunctions, body: DeliveryBody): IWebhookResponseData {
	context.logger.warn(
		`WaGo Trigger could not read a delivery of its session: ${describeUnreadable(context, body)}`,
	);
	return ignored('unreadable');
}

/** Claiming comes before anything is awaited, so that of deliveries at the same time one wins. */
async function claimAndStart(reception: Reception): Promise<IWebhookResponseData> {
	const { context, configuration, memory, event, window, session } = reception;
	if (!configuration.options.deduplicate) return start(reception, event.keys);

	loadSeen(context, memory, window);
	const claim = memory.claim(event.keys, window, session);
	if (event.keys.length > 0 && claim.keys.length === 0) return skip(reception, 'duplicate');
	settleWithAnswer(context, memory, claim);
	try {
		return await start(reception, claim.keys, claim);
	} catch (error) {
		memory.release(claim);
		context.logger.error(`WaGo Trigger could not store a file: ${messageOf(error)}`);
		return failed(context);
	}
}

/**
 * Where n8n cannot store the execution it answers with an error, and a repetition must not count as a duplicate
 * then. A connection that is closed before there is an answer tells nothing, since n8n goes on.
 */
function settleWithAnswer(
	context: IWebhookFunctions,
	memory: DeduplicationMemory,
	claim: Claim,
): void {
	const response = context.getResponseObject();
	response.once('close', () => {
		if (!response.writableFinished) memory.leave(claim);
		else if (response.statusCode >= 400) memory.release(claim);
		else memory.confirm(claim);
	});
}

async function start(
	reception: Reception,
	keys: readonly DedupKey[],
	claim?: Claim,
): Promise<IWebhookResponseData> {
	const { context, configuration, event, upload } = reception;
	const { binaryPropertyName: property, simplify } = configuration;
	const item = itemOf(reception, keys);
	const file = await storeMedia(context, event, item, upload);
	const json = simplify ? (file ? withStoredMedia(item, property) : item) : rawOf(event);
	const binary = file && { [property]: file };
	return started([toData(json, binary)], saver(reception, claim));
}

/** Nothing starts, unless the user wants to see why. Keys that still wait for the database go there with it. */
function skip(reception: Reception, skipped: SkipReason): IWebhookResponseData {
	const { configuration, event } = reception;
	const save = saver(reception);
	if (!configuration.options.includeSkipped) {
		save();
		return ignored(skipped);
	}
	const json = configuration.simplify ? itemOf(reception, event.keys) : rawOf(event);
	return started([toData({ ...json, skipped })], save);
}

/** The event as an item; that of a receipt holds only the messages of `keys`. */
function itemOf({ configuration, event, session }: Reception, keys: readonly DedupKey[]): WagoItem {
	const { includeRaw } = configuration.options;
	return buildItem(event, { keys, session, includeRaw, pollOptions: pollMemory.options });
}

/** Writes the keys to static data where that is due, and again when called again: see {@link started}. */
function saver({ context, memory, window }: Reception, claim?: Claim): () => void {
	let isSaving = false;
	return () => {
		if (claim) memory.confirm(claim);
		isSaving ||= memory.isSaveDue({ isShared: isStateShared(context) });
		if (isSaving) saveSeen(context, memory, window);
	};
}

function toData(json: object, binary?: INodeExecutionData['binary']): INodeExecutionData {
	return binary ? { json: json as IDataObject, binary } : { json: json as IDataObject };
}

/** What a poll offers is needed when somebody votes, whether or not the poll itself starts a workflow. */
function rememberPoll({ message }: ReceivedEvent): void {
	if (message?.pollOptions) pollMemory.remember(message.messageId, message.pollOptions);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
