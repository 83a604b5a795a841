import { NodeOperationError } from 'n8n-workflow';

import type { FailureCode } from '../../../shared/api/failureRules';
import {
	SESSION_ENDPOINTS,
	outcomeOf,
	WagoRefusal,
	type SessionStatus,
	type WagoSession,
} from '../../../shared/api/session';
import { defineProcedure, type ItemTools } from '../../engine/operation';
import { pause } from '../../engine/pause';

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
	endpoints: [SESSION_ENDPOINTS.status, SESSION_ENDPOINTS.readWebhook, SESSION_ENDPOINTS.connect],
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
		const { context, parameters, session } = tools;
		const seconds = parameters.number('waitTimeout');
		const interval = Math.max(SHORTEST_INTERVAL_MS, 1000 * parameters.numberOption('pollInterval'));
		const deadline = Date.now() + seconds * 1000;
		let failures = 0;
		for (;;) {
			const look = await outcomeOf(lookOrConnect(session));
			if (look.ok && look.value.connected && look.value.loggedIn) return [{ json: look.value }];
			failures = look.ok ? 0 : failures + 1;
			if (!look.ok && (failures === MOST_FAILURES || !PASSING.includes(look.failure.code))) {
				throw new WagoRefusal(look.failure);
			}
			const left = deadline - Date.now();
			if (left <= 0) throw notLoggedIn(tools, seconds);
			if (!(await pause(context, Math.min(interval, left)))) return [];
		}
	},
});

/**
 * A session without a connection is connected: WaGo drops it when its QR codes have run out. Connect replaces the
 * subscription, so it asks for what was stored before. A session that reconnects by itself is left as it is by WaGo.
 */
async function lookOrConnect(session: WagoSession): Promise<SessionStatus> {
	const status = await session.status();
	if (status.connected) return status;
	const { subscribe } = await session.webhook();
	await session.connect(subscribe.length > 0 ? subscribe : FIRST_SUBSCRIPTION);
	return status;
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
