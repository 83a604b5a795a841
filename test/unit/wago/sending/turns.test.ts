import { sleep } from 'n8n-workflow';

import { inTurn, linesInUse, sessionKey } from '../../../../nodes/Wago/sending/turns';

/** A task that ends when it is told to. */
function openTask(log: string[], name: string) {
	let end = () => {};
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	const run = async () => {
		log.push(`${name} begins`);
		await ended;
		log.push(`${name} ends`);
	};
	return { run, end };
}

const settle = async () => await sleep(5);

afterEach(() => expect(linesInUse()).toBe(0));

it('lets the tasks of a chat run one after another, in order', async () => {
	const log: string[] = [];
	const [first, second] = [openTask(log, 'first'), openTask(log, 'second')];
	const turns = [inTurn('order', undefined, first.run), inTurn('order', undefined, second.run)];
	second.end();
	await settle();
	expect(log).toEqual(['first begins']);
	first.end();
	await Promise.all(turns);
	expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('goes on after a task that failed, and hands its failure to its caller only', async () => {
	const failed = inTurn('failure', undefined, async () => await Promise.reject(new Error('no')));
	const next = inTurn('failure', undefined, async () => await Promise.resolve('done'));
	await expect(failed).rejects.toThrow('no');
	await expect(next).resolves.toBe('done');
});

it('does not let chats wait for each other', async () => {
	const log: string[] = [];
	const [one, other] = [openTask(log, 'one'), openTask(log, 'other')];
	const turns = [inTurn('one', undefined, one.run), inTurn('other', undefined, other.run)];
	await settle();
	expect(log).toEqual(['one begins', 'other begins']);
	one.end();
	other.end();
	await Promise.all(turns);
});

it('lets a cancelled task leave the line at once, and keeps the order of the others', async () => {
	const log: string[] = [];
	const [first, last] = [openTask(log, 'first'), openTask(log, 'last')];
	const cancellation = new AbortController();
	const running = inTurn('cancel', undefined, first.run);
	const cancelled = inTurn('cancel', cancellation.signal, openTask(log, 'cancelled').run);
	const waiting = inTurn('cancel', new AbortController().signal, last.run);
	last.end();
	cancellation.abort();
	expect(await cancelled).toBeUndefined();
	await settle();
	expect(log).toEqual(['first begins']);
	first.end();
	await Promise.all([running, waiting]);
	expect(log).toEqual(['first begins', 'first ends', 'last begins', 'last ends']);
});

it('never runs a task whose execution was cancelled before', async () => {
	const task = jest.fn();
	expect(await inTurn('late', AbortSignal.abort(), task)).toBeUndefined();
	expect(task).not.toHaveBeenCalled();
});

it('tells those who waited behind a task without an answer how long, until one is answered', async () => {
	const waits: number[] = [];
	const task = (timedOut: boolean) =>
		inTurn('vain', undefined, async (turn) => {
			waits.push(turn.waitedInVain);
			await sleep(30);
			turn.timedOut = timedOut;
		});
	await Promise.all([task(true), task(false), task(false)]);
	expect(waits[0]).toBe(0);
	expect(waits[1]).toBeGreaterThan(20);
	expect(waits[2]).toBe(0);
});

it('names a session without its token', () => {
	const credentials = { baseUrl: 'http://wago:1337', secret: 'session-token' };
	expect(sessionKey(credentials)).not.toContain('session-token');
	expect(sessionKey(credentials)).toBe(sessionKey({ ...credentials }));
	expect(sessionKey(credentials)).not.toBe(sessionKey({ ...credentials, secret: 'another' }));
});
