import { sleep, waitFor } from '../../../scripts/lib/wait';
import type { ExecutionSummary, N8nClient } from '../../../scripts/n8n/client';
import { inParallel } from '../deliveries';
import type { Report } from '../report';
import type { Flow, Testbed } from '../testbed';

/** What became of the messages that were delivered under one fault. */
export interface Tally {
	readonly delivered: number;
	/** Answered with 2xx, so WaGo does not come back to them. */
	readonly accepted: number;
	/** Their workflow ran to its end. */
	readonly run: number;
	/** Their execution is in n8n's list as failed, crashed or never gone on, and none ran to its end: a person can retry them. */
	readonly interrupted: number;
	/** Accepted, but without an execution. */
	readonly lost: number;
	/** Their workflow ran to its end more than once. */
	readonly doubled: number;
}

export const TALLY_COLUMNS = [
	'delivered',
	'accepted',
	'run',
	'interrupted',
	'lost',
	'doubled',
] as const;

const CONTACT = '15551234567';

/** n8n's list of executions lags behind its answers a little. */
const LIST_LAG_MS = 1000;

const AT_WORK: readonly string[] = ['new', 'running'];

/** Milliseconds without a change after which nothing more comes: the workflows of these tests take a fraction. */
const SETTLED_AFTER_MS = 400;
const STUCK_AFTER_MS = 15_000;

const TEXT = / #\d+$/;

/** As many texts as messages to send, all different. */
export const textsFor = (name: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => `${name} #${index}`);

/** Someone writes each text, so many at a time; answers those whose delivery was accepted, at whichever try. */
export async function sendAll(
	{ simulator }: Testbed,
	{ token }: Flow,
	texts: readonly string[],
	width = 20,
): Promise<Set<string>> {
	const accepted = new Set<string>();
	await inParallel(texts, width, async (text) => {
		// Nothing is known of a delivery whose WaGo ended meanwhile.
		const answer = await simulator.receive(token, { from: CONTACT, text }).catch(() => undefined);
		if (answer?.deliveries.some(({ status }) => isAccepted(status))) accepted.add(text);
	});
	return accepted;
}

export const isAccepted = (status: number): boolean => status >= 200 && status < 300;

/** Waits for the end of all executions of a workflow and counts what became of these texts. */
export async function countAll(
	{ n8n }: Testbed,
	{ workflow }: Flow,
	texts: readonly string[],
	accepted: ReadonlySet<string>,
): Promise<Tally> {
	await sleep(LIST_LAG_MS);
	const executions = await endedExecutions(n8n, workflow.id);
	const outcomes = new Map<string, string[]>(texts.map((text) => [text, []]));
	await inParallel(executions, 8, async ({ id, status }) => {
		const text = await textOf(n8n, id);
		outcomes.get(text ?? '')?.push(status);
	});
	const runs = (text: string) =>
		(outcomes.get(text) ?? []).filter((status) => status === 'success').length;
	const isStarted = (text: string) => (outcomes.get(text) ?? []).length > 0;
	return {
		delivered: texts.length,
		accepted: accepted.size,
		run: texts.filter((text) => runs(text) > 0).length,
		interrupted: texts.filter((text) => isStarted(text) && runs(text) === 0).length,
		lost: [...accepted].filter((text) => !isStarted(text)).length,
		doubled: texts.filter((text) => runs(text) > 1).length,
	};
}

/**
 * All executions of a workflow, once none is at work. Those that a killed n8n had stored but not started stay as they
 * are for ever, since n8n never takes them up again: they count as ended when nothing has moved for a while. One look
 * is not enough: n8n asks for those at work and for the others apart, and one that ends in between is in neither list.
 */
export async function endedExecutions(
	n8n: N8nClient,
	workflowId: string,
): Promise<ExecutionSummary[]> {
	let before = '';
	let unchangedSince = Date.now();
	return await waitFor(
		'the end of all executions',
		async () => {
			const all = await n8n.allExecutions(workflowId);
			const now = all.map(({ id, status }) => `${id} ${status}`).join();
			if (now !== before) unchangedSince = Date.now();
			before = now;
			const isAtWork = all.some(({ status }) => AT_WORK.includes(status));
			const unchangedFor = Date.now() - unchangedSince;
			return unchangedFor >= (isAtWork ? STUCK_AFTER_MS : SETTLED_AFTER_MS) ? all : undefined;
		},
		{ timeout: 60_000, interval: 500 },
	);
}

/** What each execution is about never changes, and asking n8n for all of them after every fault takes long. */
const textsByExecution = new WeakMap<N8nClient, Map<string, string | undefined>>();

/** The text of {@link textsFor} that an execution is about; undefined for one of another test. */
async function textOf(n8n: N8nClient, executionId: string): Promise<string | undefined> {
	const known = textsByExecution.get(n8n) ?? new Map<string, string | undefined>();
	textsByExecution.set(n8n, known);
	if (!known.has(executionId)) known.set(executionId, await findText(n8n, executionId));
	return known.get(executionId);
}

/** Looks for the text wherever n8n keeps it: an execution that crashed has no results to look in. */
async function findText(n8n: N8nClient, executionId: string): Promise<string | undefined> {
	const { data } = await n8n.request<{ data: string }>('GET', `/executions/${executionId}`);
	return (JSON.parse(data) as unknown[]).find(
		(entry): entry is string => typeof entry === 'string' && TEXT.test(entry),
	);
}

/** Adds a fault's row to a report. */
export function addTally(report: Report, fault: string, tally: Tally): void {
	report.add(fault, ...TALLY_COLUMNS.map((column) => tally[column]));
}
