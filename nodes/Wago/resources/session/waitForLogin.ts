import { NodeOperationError } from 'n8n-workflow';

import { get } from '../../../shared/api/endpoint';
import type { WagoFailure } from '../../../shared/api/failure';
import { toNodeApiError } from '../../../shared/api/request';
import type { FailureCode } from '../../../shared/api/failureRules';
import { defineProcedure, type ItemTools } from '../../engine/operation';
import { pause } from '../../engine/pause';
import { connectEndpoint } from './connect';
import { readEndpoint as webhookEndpoint, readRegistration } from '../webhook/registration';
import { readStatus } from '../../../shared/api/sessionStatus';

const statusEndpoint = get('/session/status');

/** What 'Connect' proposes as well, for a session that never subscribed to anything. */
const FIRST_SUBSCRIPTION = ['Message'];

/** What passes by itself while WaGo restarts, also behind a proxy or in Docker. */
const PASSING: readonly FailureCode[] = [
	'serverFailure',
	'gateway',
	'databaseBusy',
	'whatsappTimedOut',
	'whatsappTrouble',
	'timedOut',
	'network',
	'refused',
	'unknownHost',
	'notWago',
	'emptyAnswer',
];

/** However short the poll interval is said to be: WaGo has other things to do. */
const SHORTEST_INTERVAL_MS = 100;

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
			typeOptions: { minValue: 0 },
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
			typeOptions: { minValue: 0 },
			default: 3,
			hint: 'In seconds',
			description: 'How long to wait between two looks at the status, in seconds',
		},
	],
	run: async (tools) => {
		const { context, itemIndex, parameters, ask } = tools;
		const seconds = parameters.number('waitTimeout');
		const interval = Math.max(SHORTEST_INTERVAL_MS, 1000 * parameters.numberOption('pollInterval'));
		const deadline = Date.now() + seconds * 1000;
		let failures = 0;
		for (;;) {
			const reply = await ask({ endpoint: statusEndpoint });
			const status = reply.ok ? readStatus(reply.answer.data) : undefined;
			if (status?.connected && status.loggedIn) return [{ json: status }];
			const failure = reply.ok ? undefined : await overcome(reply.failure, tools);
			failures = failure ? failures + 1 : 0;
			if (failure && (failures === MOST_FAILURES || !PASSING.includes(failure.code))) {
				throw toNodeApiError(context, failure, itemIndex);
			}
			const left = deadline - Date.now();
			if (left <= 0) throw notLoggedIn(tools, seconds);
			if (!(await pause(context, Math.min(interval, left)))) return [];
		}
	},
});

/** What is left of a failure: some servers answer so as long as nobody has scanned, and a lost session is connected. */
async function overcome(failure: WagoFailure, tools: ItemTools): Promise<WagoFailure | undefined> {
	if (failure.code === 'notLoggedIn') return undefined;
	return failure.code === 'noSession' ? await connectAgain(tools) : failure;
}

/** Connect replaces the subscription, so it asks for what was stored before. */
async function connectAgain({ ask }: ItemTools): Promise<WagoFailure | undefined> {
	const webhook = await ask({ endpoint: webhookEndpoint });
	if (!webhook.ok) return webhook.failure;
	const { subscribe } = readRegistration(webhook.answer.data);
	const reply = await ask({
		endpoint: connectEndpoint,
		body: {
			Subscribe: subscribe.length > 0 ? subscribe : FIRST_SUBSCRIPTION,
			Immediate: true,
			Phone: '',
		},
	});
	return reply.ok || reply.failure.code === 'alreadyConnected' ? undefined : reply.failure;
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
