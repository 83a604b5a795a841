import { NodeOperationError } from 'n8n-workflow';

import { get } from '../../../shared/api/endpoint';
import { toNodeApiError } from '../../../shared/api/request';
import type { FailureCode } from '../../../shared/api/wire';
import { defineProcedure, type ItemTools } from '../../operation';
import { pause } from '../../pause';
import { connectEndpoint } from './connect';
import { readEndpoint as webhookEndpoint } from '../webhook/registration';
import { readStatus } from '../../../shared/api/sessionStatus';
import { storedSubscription } from './subscription';

const statusEndpoint = get('/session/status');

const DEFAULT_POLL_SECONDS = 3;

/** What 'Connect' proposes as well, for a session that never subscribed to anything. */
const FIRST_SUBSCRIPTION = ['Message'];

/** What passes by itself while somebody looks for the phone. */
const PASSING: readonly FailureCode[] = [
	'notLoggedIn',
	'serverFailure',
	'timedOut',
	'network',
	'refused',
];

/** More in a row than a restart of WaGo explains. */
const MOST_FAILURES = 5;

export const waitForLogin = defineProcedure({
	value: 'waitForLogin',
	name: 'Wait for Login',
	action: 'Wait for login of session',
	description:
		'Wait until a phone is linked and the session is connected. Goes on when QR codes change, and connects again when they have run out.',
	endpoints: [statusEndpoint, webhookEndpoint, connectEndpoint],
	fields: [
		{
			displayName: 'Wait Timeout',
			name: 'waitTimeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 120,
			hint: 'In seconds',
			description: 'How long to wait for the login, in seconds',
		},
	],
	options: [
		{
			displayName: 'Poll Interval',
			name: 'pollInterval',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_POLL_SECONDS,
			hint: 'In seconds',
			description: 'How long to wait between two looks at the status, in seconds',
		},
	],
	run: async (tools) => {
		const { context, itemIndex, parameters, ask } = tools;
		const seconds = parameters.number('waitTimeout');
		const interval = 1000 * Number(parameters.options.pollInterval ?? DEFAULT_POLL_SECONDS);
		const deadline = Date.now() + seconds * 1000;
		let failures = 0;
		for (;;) {
			const reply = await ask({ endpoint: statusEndpoint });
			if (reply.ok) {
				const status = readStatus(reply.answer.data);
				if (status.connected && status.loggedIn) return [{ json: status }];
				failures = 0;
			} else if (reply.failure.code === 'noSession') {
				await connectAgain(tools);
			} else if (!PASSING.includes(reply.failure.code) || ++failures === MOST_FAILURES) {
				throw toNodeApiError(context, reply.failure, itemIndex);
			}
			const left = deadline - Date.now();
			if (left <= 0) throw notLoggedIn(tools, seconds);
			if (!(await pause(context, Math.min(interval, left)))) return [];
		}
	},
});

/** Connect replaces the subscription, so it asks for what was stored before. */
async function connectAgain(tools: ItemTools): Promise<void> {
	const stored = await storedSubscription(tools);
	const reply = await tools.ask({
		endpoint: connectEndpoint,
		body: {
			Subscribe: stored.length > 0 ? stored : FIRST_SUBSCRIPTION,
			Immediate: true,
			Phone: '',
		},
	});
	if (reply.ok || reply.failure.code === 'alreadyConnected') return;
	throw toNodeApiError(tools.context, reply.failure, tools.itemIndex);
}

function notLoggedIn({ context, itemIndex }: ItemTools, seconds: number): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`No phone was linked within ${seconds} seconds [Item ${itemIndex}]`,
		{
			itemIndex,
			description:
				"Show the picture of 'Get QR Code' again: it changes about every 20 seconds. Raise 'Wait Timeout' if people need longer.",
		},
	);
}
