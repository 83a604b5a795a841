import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { WagoAnswer } from '../../shared/api/answer';
import type { CredentialName } from '../../shared/api/credentials';
import type { Endpoint } from '../../shared/api/endpoint';
import type { WagoReply } from '../../shared/api/envelope';
import type { WagoRequest } from '../../shared/api/request';
import type { WagoSession } from '../../shared/api/session';
import type { MediaType } from '../../shared/whatsapp/messageParts';
import type { Parameters } from './parameters';

/** A file that an operation hands out. */
export interface FileContent {
	readonly base64: string;
	readonly mimeType: string;
	readonly fileName: string;
}

/** A file ready to be sent. */
export interface OutgoingFile {
	/** `data:<type>;base64,…` with the type that WaGo's endpoint wants. */
	readonly dataUrl: string;
	/** The file's real type. */
	readonly mimeType: string;
	readonly fileName: string;
}

/** One output item; the loop adds the pairing and stores the files. */
export interface OperationOutput {
	readonly json: IDataObject;
	readonly binary?: Readonly<Record<string, FileContent>>;
}

/** What the editor shows of an operation, and what it needs of WaGo. */
interface OperationTexts {
	/** The operation's name in saved workflows. */
	readonly value: string;
	/** Title Case. */
	readonly name: string;
	/** Sentence case, with the resource and without articles: 'Send text message'. */
	readonly action: string;
	readonly description: string;
	/** `wagoApi` unless said otherwise. */
	readonly credential?: CredentialName;
	readonly endpoints: readonly Endpoint[];
	/** In the order in which the editor shows them. */
	readonly fields: readonly INodeProperties[];
	/** What the collection 'Options' offers beside 'Timeout' and 'Additional Body Fields'. */
	readonly options?: readonly INodeProperties[];
}

export interface WagoCall extends Omit<WagoRequest, 'timeout'> {
	/** Milliseconds that WaGo itself may take: the time-out is at least this, whatever the user has set. */
	readonly minTimeout?: number;
	/** Milliseconds after which its answer is worth no more waiting, however long the user would wait. */
	readonly maxTimeout?: number;
}

/** The texts that tell apart operations which are otherwise made alike. */
export type OperationWords = Pick<OperationTexts, 'value' | 'name' | 'action' | 'description'>;

/** One request, one answer. */
export interface CallOperation extends OperationTexts {
	readonly kind: 'call';
	/** Shows 'Simplify': off, the item is WaGo's `data` as it came. */
	readonly simplify?: boolean;
	/** Shows 'Return All' and 'Limit'; `output` then returns all items and the loop cuts them. */
	readonly list?: boolean;
	readonly request: (parameters: Parameters) => WagoCall;
	readonly output: (
		answer: WagoAnswer,
		parameters: Parameters,
	) => OperationOutput | OperationOutput[];
}

/** A message to somebody. Recipient, message ID, quote, typing, order and pacing are the same for all of them. */
export interface SendOperation extends OperationTexts {
	readonly kind: 'send';
	/** Shows the media fields and resolves them; the rules are those of this kind of message. */
	readonly media?: MediaType;
	/** The kind of the file where it depends on the item, `undefined` for none; then `fields` holds the media fields. */
	readonly mediaOf?: (parameters: Parameters) => MediaType | undefined;
	/**
	 * What is sent beside the common fields: one body for each message, in order. `media` is the item's file,
	 * an empty one where it has none. Throws `InputError` for input that WaGo would refuse.
	 */
	readonly messages: (parameters: Parameters, media: OutgoingFile) => SendBody[];
}

/** One message of a send. */
export interface SendBody {
	readonly endpoint: Endpoint;
	/** Without the fields that all messages have: recipient, message ID, quote and mentions. */
	readonly body: IDataObject;
	/** What a person would have typed: it decides how long typing is shown. */
	readonly typed?: string;
	/** Called when WaGo has accepted the message. */
	readonly accepted?: (messageId: string) => void;
}

/** Several requests, or none: polling, files, waiting. */
export interface ProcedureOperation extends OperationTexts {
	readonly kind: 'procedure';
	/** Runs for the first item only. */
	readonly once?: boolean;
	/** Not offered to AI agents among the other operations. */
	readonly noTool?: boolean;
	readonly run: (tools: ItemTools) => Promise<OperationOutput[]>;
}

export type Operation = CallOperation | SendOperation | ProcedureOperation;

export interface Resource {
	readonly value: string;
	/** Title Case. */
	readonly name: string;
	readonly operations: readonly Operation[];
}

/** What the items of one run of the node share. */
export interface Run {
	/** Messages sent so far. */
	sent: number;
	/** Whether the last message got no answer in time. */
	unanswered: boolean;
}

/** What an operation of several requests works with, for one item. */
export interface ItemTools {
	readonly context: IExecuteFunctions;
	readonly itemIndex: number;
	readonly parameters: Parameters;
	readonly run: Run;
	/** Milliseconds that one request may take: the user's 'Timeout'. */
	readonly timeout: number;
	/** Sends and throws for failures. The user's 'Timeout' applies. */
	readonly call: (call: WagoCall) => Promise<WagoAnswer>;
	/** Sends and returns failures as values. */
	readonly ask: (call: WagoCall) => Promise<WagoReply>;
	/** The session of the credential; its requests carry the user's 'Additional Body Fields'. */
	readonly session: WagoSession;
}

type Texts<Kind extends Operation> = Omit<Kind, 'kind'>;

export function defineCall(texts: Texts<CallOperation>): CallOperation {
	return { kind: 'call', ...texts };
}

export function defineSend(texts: Texts<SendOperation>): SendOperation {
	return { kind: 'send', ...texts };
}

export function defineProcedure(texts: Texts<ProcedureOperation>): ProcedureOperation {
	return { kind: 'procedure', ...texts };
}
