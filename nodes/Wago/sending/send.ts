import type { IDataObject } from 'n8n-workflow';

import type { WagoAnswer } from '../../shared/api/answer';
import { pickText } from '../../shared/api/answer';
import { readCredentials } from '../../shared/api/credentials';
import { createMessageId } from '../../shared/whatsapp/messageId';
import { withAdditionalFields } from '../body';
import type { ItemTools, OperationOutput, SendBody, SendOperation } from '../operation';
import { contextInfo } from './contextInfo';
import { resolveMedia } from './media';
import { readRecipient } from './recipient';
import { sendIdentity } from './sendIdentity';

interface Sent {
	readonly messageId: string;
	readonly timestamp?: string;
}

/** Sends one item's message, or its messages in order, and returns what was sent as one output. */
export async function send(operation: SendOperation, tools: ItemTools): Promise<OperationOutput> {
	const { context, itemIndex, parameters } = tools;
	const recipient = readRecipient(parameters);
	const media = operation.media ? await resolveMedia(operation.media, tools) : undefined;
	const messages = operation.messages(parameters, media);
	const { secret } = await readCredentials(context, 'wagoApi');
	const identity = sendIdentity(context, itemIndex, recipient, parameters.options);

	const sent: Sent[] = [];
	for (const [part, message] of messages.entries()) {
		const messageId = part === 0 ? String(parameters.options.messageId ?? '').trim() : '';
		const id = messageId || createMessageId(secret, [...identity, part]);
		const body = messageBody(operation, message, recipient, id, part, parameters.options);
		sent.push(readSent(await tools.call({ endpoint: message.endpoint, body }), id));
	}
	return { json: sentItem(sent, recipient) };
}

function messageBody(
	{ recipientKey = 'Phone', quotable = true }: SendOperation,
	message: SendBody,
	recipient: string,
	messageId: string,
	part: number,
	options: IDataObject,
): IDataObject {
	const body: IDataObject = { [recipientKey]: recipient, ...message.body };
	if (quotable) {
		body.Id = messageId;
		const info = part === 0 ? contextInfo(options) : undefined;
		if (info) body.ContextInfo = info;
	}
	return withAdditionalFields(body, options) ?? body;
}

function readSent({ data }: WagoAnswer, ownId: string): Sent {
	return {
		messageId: pickText(data, 'messageId') ?? ownId,
		timestamp: pickText(data, 'timestamp'),
	};
}

function sentItem(sent: Sent[], recipient: string): IDataObject {
	const [first] = sent;
	const item: IDataObject = { ...first, recipient };
	if (sent.length > 1) item.messageIds = sent.map(({ messageId }) => messageId);
	return item;
}
