import { createHmac, timingSafeEqual } from 'crypto';

/**
 * IDs of messages that the node sends: `3EB0`, 64 bits of seed, 48 bits of a tag over both, keyed by the
 * session token. The seed repeats when a send is repeated, so a retry never makes a second message. The tag
 * lets the trigger recognise the node's own messages in every process, without shared memory.
 */
const PREFIX = '3EB0';
const SEED_LENGTH = 16;
const TAG_LENGTH = 12;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-F]{${SEED_LENGTH + TAG_LENGTH}}$`);

/** What makes a send the same send: equal parts give an equal ID. */
export type SendIdentity = ReadonlyArray<string | number>;

/** An ID that depends on nothing but the session token and `identity`. */
export function createMessageId(token: string, identity: SendIdentity): string {
	const head = PREFIX + keyedHex(token, `seed ${JSON.stringify(identity)}`, SEED_LENGTH);
	return head + tagOf(token, head);
}

/** Whether `messageId` was made by {@link createMessageId} with the same session token. */
export function isWorkflowMessageId(token: string, messageId: unknown): boolean {
	if (typeof messageId !== 'string' || !SHAPE.test(messageId)) return false;
	const head = messageId.slice(0, PREFIX.length + SEED_LENGTH);
	return timingSafeEqual(Buffer.from(messageId), Buffer.from(head + tagOf(token, head)));
}

function tagOf(token: string, head: string): string {
	return keyedHex(token, `tag ${head}`, TAG_LENGTH);
}

function keyedHex(token: string, text: string, length: number): string {
	return createHmac('sha256', token).update(text).digest('hex').slice(0, length).toUpperCase();
}
