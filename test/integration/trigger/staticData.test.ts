import { sleep, type IDataObject } from 'n8n-workflow';

import { messageWithId, payload, startTrigger, type TestTrigger } from './setup';

let trigger: TestTrigger;
beforeEach(async () => {
	trigger = await startTrigger();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.stop();
});

async function deliver(from: number, to: number): Promise<void> {
	for (let number = from; number <= to; number++) {
		await trigger.deliver({ jsonData: messageWithId('text-dm', `S${number}`) });
	}
}

const keysStored = (): number => {
	const { seen } = (trigger.database?.['node:WaGo Trigger'] ?? {}) as { seen: IDataObject };
	return Object.values(seen).join('').length / 11;
};

it('is written when something new has come, and not for what starts nothing', async () => {
	await deliver(1, 3);
	expect([trigger.saves, keysStored()]).toEqual([3, 3]);
	await deliver(1, 3);
	await trigger.deliver({ jsonData: payload('text-group-pn') });
	await trigger.deliver({ jsonData: payload('group-senderkey-only') });
	await trigger.deliver({ jsonData: payload('receipt-delivered') });
	await trigger.deliver({ jsonData: '{"type":' });
	expect(trigger.saves).toBe(3);
});

it('is not written for a burst, but by the last of it', async () => {
	let open = (): void => {};
	const gate = new Promise<void>((resolve) => (open = resolve));
	trigger.beforeStore = async () => await gate;
	const burst = Array.from({ length: 5 }, async (_, index) => {
		await trigger.deliver({ jsonData: messageWithId('text-dm', `B${index}`) });
	});
	await sleep(300);
	open();
	await Promise.all(burst);
	expect(trigger.saves).toBeLessThanOrEqual(2);
	expect(keysStored()).toBe(5);
});

describe('where the workflow keeps state of its own', () => {
	beforeEach(() => {
		trigger.database = { global: { visits: 1 } };
	});

	it('is written once in 25 seconds, and never undoes what an execution wrote before that', async () => {
		await deliver(1, 1);
		expect(trigger.saves).toBe(1);
		// An execution that ends while the next deliveries are on their way.
		let visits = 1;
		trigger.beforeStore = () => {
			trigger.database = { ...trigger.database, global: { visits: ++visits } };
		};
		await deliver(2, 10);
		expect(trigger.saves).toBe(1);
		expect(trigger.database?.global).toEqual({ visits: 10 });

		trigger.beforeStore = () => {};
		const later = Date.now() + 25_000;
		jest.spyOn(Date, 'now').mockImplementation(() => later);
		await deliver(11, 12);
		expect([trigger.saves, keysStored()]).toEqual([2, 11]);
		expect(trigger.database?.global).toEqual({ visits: 10 });
	});

	it('still knows in its process what it has not written', async () => {
		await deliver(1, 5);
		await deliver(1, 5);
		expect(trigger.executions).toHaveLength(5);
	});
});
