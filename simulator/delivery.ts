/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { setTimeout as sleep } from 'timers/promises';
import type { DeliveryRecord } from './deliveryRecord';
import { messageIdsOf } from './events/messageIds';
import { forgeDelivery, type DeliveryInput, type ForgedDelivery } from './forge';
import { post, type Attempt } from './post';
import type { Session } from './session';
import type { State } from './state';

export type EventDelivery = Omit<DeliveryInput, 'token' | 'filePath'>;

const KEPT_BODY_BYTES = 64 * 1024;

/** What all copies of a delivery share. */
interface Delivery {
	readonly forged: ForgedDelivery;
	readonly about: readonly string[];
	/** The simulator is reset or stopped; taken at the beginning, since after a reset there is another one. */
	readonly ending: AbortSignal;
}

/** The deliveries of a session that keeps its order; each waits for the one before. */
const queues = new WeakMap<Session, Promise<unknown>>();

/**
 * Posts an event to the session's webhook as often as the settings say, and answers every try. The same bytes
 * go out each time: WaGo's relatives marshal an event once. Nothing happens where no webhook is set.
 */
export async function deliver(
	state: State,
	session: Session,
	event: EventDelivery,
): Promise<Attempt[]> {
	if (session.webhook === '') return [];
	const delivery: Delivery = {
		forged: forge(state, session, event),
		about: messageIdsOf(event.jsonData),
		ending: state.ending,
	};
	const copies = Array.from({ length: 1 + state.settings.duplicates }, () =>
		enqueue(state, session, async () => await deliverOnce(state, session, delivery)),
	);
	return (await Promise.all(copies)).flat();
}

function forge(state: State, session: Session, event: EventDelivery): ForgedDelivery {
	const withPath = state.settings.filePathField && event.file;
	return forgeDelivery(
		{
			...event,
			token: session.token,
			filePath: withPath ? `files/${session.name}/${withPath.fileName}` : undefined,
		},
		{ random: state.random },
	);
}

async function enqueue<T>(state: State, session: Session, task: () => Promise<T>): Promise<T> {
	if (!state.settings.keepOrder) return await task();
	const result = (queues.get(session) ?? Promise.resolve()).then(task);
	queues.set(session, result);
	return await result;
}

async function deliverOnce(
	state: State,
	session: Session,
	{ forged, about, ending }: Delivery,
): Promise<Attempt[]> {
	if (ending.aborted) return [];
	const { deliveryDelayMs, deliveryJitterMs, deliveryTimeoutMs, retryWaitsMs } = state.settings;
	const url = session.webhook;
	const record = { ...describeDelivery(session, url, forged), about, attempts: [] as Attempt[] };
	state.deliveries.add(record);
	const entry = state.journal.write(session.name, { kind: 'delivery', delivery: record });
	const firstWait = deliveryDelayMs + state.random() * deliveryJitterMs;
	for (const wait of [firstWait, ...retryWaitsMs]) {
		if (!(await passes(wait, ending))) break;
		const attempt = await post(url, forged, deliveryTimeoutMs, ending);
		if (ending.aborted) break;
		record.attempts.push(attempt);
		state.journal.announce(entry);
		if (isAccepted(attempt)) break;
	}
	return record.attempts;
}

/** Waits so many milliseconds; false where the simulator ends before they have passed. */
async function passes(milliseconds: number, ending: AbortSignal): Promise<boolean> {
	if (milliseconds > 0)
		await sleep(milliseconds, undefined, { ref: false, signal: ending }).catch(() => undefined);
	return !ending.aborted;
}

function describeDelivery(
	session: Session,
	url: string,
	{ headers, body }: ForgedDelivery,
): Omit<DeliveryRecord, 'attempts' | 'about'> {
	return {
		time: new Date().toISOString(),
		session: session.name,
		url,
		headers,
		body: body.toString('latin1', 0, KEPT_BODY_BYTES),
		size: body.length,
	};
}

const isAccepted = ({ status }: Attempt) => status >= 200 && status < 300;
