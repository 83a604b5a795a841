import {
	forgetRefused,
	noteRefused,
	refusedLately,
	type RefusedDelivery,
} from '../../../nodes/shared/webhook/refusedDeliveries';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

let count = 0;
let delivery: RefusedDelivery;
beforeEach(() => {
	count++;
	delivery = {
		workflowId: `workflow-${count}`,
		nodeId: 'node',
		nodeName: 'WaGo Trigger',
		reason: 'otherToken',
		tokens: [`expected-${count}`, `given-${count}`],
	};
});

it('tells the session of the credential and that of the delivery what was refused', () => {
	noteRefused(delivery, START);
	noteRefused(delivery, START + 1000);
	const expected = {
		workflowId: delivery.workflowId,
		nodeName: 'WaGo Trigger',
		reason: 'otherToken',
		count: 2,
		lastAt: START + 1000,
	};
	for (const token of delivery.tokens) {
		expect(refusedLately(token, START + 2000)).toEqual([expected]);
	}
	expect(refusedLately('of somebody else', START + 2000)).toEqual([]);
});

it('keeps no token', () => {
	noteRefused(delivery, START);
	const [refusal] = refusedLately(delivery.tokens[0], START);
	expect(JSON.stringify(refusal)).not.toMatch(/expected|given/);
});

it('is told to the log once in ten minutes for each reason', () => {
	expect(noteRefused(delivery, START)).toBe(true);
	expect(noteRefused(delivery, START + 599_999)).toBe(false);
	expect(noteRefused({ ...delivery, reason: 'noToken' }, START + 599_999)).toBe(true);
	expect(noteRefused(delivery, START + 600_000)).toBe(true);
});

it('is told again when the clock was set back', () => {
	noteRefused(delivery, START);
	expect(noteRefused(delivery, START - HOUR)).toBe(true);
});

it('is late for a day, and counts anew after that', () => {
	noteRefused(delivery, START);
	const [token] = delivery.tokens;
	expect(refusedLately(token, START + 24 * HOUR - 1)).toHaveLength(1);
	expect(refusedLately(token, START + 24 * HOUR)).toEqual([]);
	noteRefused(delivery, START + 24 * HOUR);
	expect(refusedLately(token, START + 24 * HOUR)).toMatchObject([{ count: 1 }]);
});

it('tells the latest first, and forgets a trigger that is in order again', () => {
	const [token] = delivery.tokens;
	noteRefused(delivery, START);
	noteRefused({ ...delivery, reason: 'noToken' }, START + 1);
	noteRefused({ ...delivery, nodeId: 'another' }, START + 2);
	noteRefused(delivery, START + 3);
	const reasons = () => refusedLately(token, START + 4).map(({ lastAt }) => lastAt - START);
	expect(reasons()).toEqual([3, 2, 1]);
	forgetRefused(delivery.workflowId, delivery.nodeId);
	expect(reasons()).toEqual([2]);
});

it('is bounded', () => {
	const [token] = delivery.tokens;
	for (let index = 0; index < 600; index++) {
		noteRefused({ ...delivery, nodeId: `node-${index}` }, START + index);
	}
	const refusals = refusedLately(token, START + 600);
	expect(refusals).toHaveLength(500);
	expect(refusals[499].lastAt).toBe(START + 100);
});
