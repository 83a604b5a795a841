import { sleep } from 'n8n-workflow';

import { inTurn, sessionKey } from '../../../../nodes/Wago/sending/turns';

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

it('lets the tasks of a session run one after another, in order', async () => {
	const log: string[] = [];
	const [first, second] = [openTask(log, 'first'), openTask(log, 'second')];
	const turns = [inTurn('order', first.run), inTurn('order', second.run)];
	second.end();
	await settle();
	expect(log).toEqual(['first begins']);
	first.end();
	await Promise.all(turns);
	expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('goes on after a task that failed, and hands its failure to its caller only', async () => {
	const failed = inTurn('failure', async () => await Promise.reject(new Error('no')));
	const next = inTurn('failure', async () => 'done');
	await expect(failed).rejects.toThrow('no');
	await expect(next).resolves.toBe('done');
});

it('does not let sessions wait for each other', async () => {
	const log: string[] = [];
	const [one, other] = [openTask(log, 'one'), openTask(log, 'other')];
	const turns = [inTurn('one', one.run), inTurn('other', other.run)];
	await settle();
	expect(log).toEqual(['one begins', 'other begins']);
	one.end();
	other.end();
	await Promise.all(turns);
});

it('names a session without its token', () => {
	const credentials = { baseUrl: 'http://wago:1337', secret: 'session-token' };
	expect(sessionKey(credentials)).not.toContain('session-token');
	expect(sessionKey(credentials)).toBe(sessionKey({ ...credentials }));
	expect(sessionKey(credentials)).not.toBe(sessionKey({ ...credentials, secret: 'another' }));
});
