import { NodeApiError, NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { ZodError } from 'zod/v3';

import { readCredentials } from '../shared/api/credentials';
import { toNodeApiError } from '../shared/api/request';
import { forgetExpectation } from './authentication';
import { readConfiguration } from './configuration';
import { forgetMemory, knownMemoryOf } from './deduplication';
import { compileFilter, forgetFilter } from './filters';
import { dropRecord, readRecord, writeRecord, type RegistrationRecord } from './record';
import {
	isRegisteredBefore,
	isUnreachable,
	placeOf,
	Registration,
	type RegistrationPlan,
} from './registration';
import { saveSeen } from './seenKeys';
import { triggerKey } from './triggerKey';
import { WagoRefusal, wagoSession } from '../shared/api/session';
import { forgetRefused } from '../shared/webhook/refusedDeliveries';
import { buildWebhookUrl } from '../shared/webhook/webhookUrl';

/** Starts of n8n itself, when WaGo may not be up yet: the workflow must not lose its route then. */
const STARTS: readonly string[] = ['init', 'leadershipChange'];

/** Whether WaGo has everything in order. Asked at activation, and by some versions of n8n at every start. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	try {
		const plan = await readPlan(context);
		assertFilter(context);
		return await isInOrder(context, plan);
	} catch (error) {
		throw explain(context, error);
	}
}

async function isInOrder(context: IHookFunctions, plan: RegistrationPlan): Promise<boolean> {
	try {
		return await registrationOf(context, plan).isInOrder();
	} catch (error) {
		const isStart = STARTS.includes(context.getActivationMode());
		const isKnown = isRegisteredBefore(recordOf(context, plan), plan.webhook.url);
		if (!isStart || !isKnown || !isUnreachable(error)) throw explain(context, error);
		context.logger.warn(
			'WaGo does not answer. Its webhook led to this workflow when n8n ran last, so deliveries are expected',
		);
		return true;
	}
}

/** Takes the webhook over. The record is there before WaGo is changed, for the case that only half succeeds. */
export async function register(context: IHookFunctions): Promise<void> {
	try {
		const plan = await readPlan(context);
		if (plan.isTest) forgetMemory(triggerKey(context, context.getNode()));
		forgetRefused(context.getWorkflow().id ?? '', context.getNode().id);
		await registrationOf(context, plan).register(recordOf(context, plan), (record) =>
			writeRecord(context, record),
		);
	} catch (error) {
		throw explain(context, error);
	}
}

/**
 * Gives the webhook back. Also called by n8n after a failed activation, when there may be nothing to give back:
 * {@link Registration} looks first whose webhook it is.
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	let isTest = false;
	try {
		const plan = await readPlan(context);
		const known = recordOf(context, plan);
		isTest = known?.isTest ?? false;
		if (known) forgetTrigger(context, known);
		await registrationOf(context, plan).unregister(known);
		dropRecord(context, known);
	} catch (error) {
		// As long as WaGo cannot be told, n8n keeps the route of a published workflow when this fails. A test
		// listening has none to keep, and n8n does not expect it to fail.
		if (isUnreachable(error) && !isTest) throw explain(context, error);
		context.logger.warn(
			`The webhook of WaGo was left as it is: ${explain(context, error).message}`,
		);
	}
}

/** What this process remembers of the trigger. What is to survive goes to n8n's database, with the end of the hook. */
function forgetTrigger(context: IHookFunctions, { isTest }: RegistrationRecord): void {
	const node = context.getNode();
	const key = triggerKey(context, node, isTest);
	const memory = knownMemoryOf(key);
	if (memory?.isUnsaved && !isTest) saveSeen(context, memory, Infinity);
	forgetMemory(key);
	forgetFilter(key);
	forgetExpectation(key);
	if (!isTest) forgetRefused(context.getWorkflow().id ?? '', node.id);
}

async function readPlan(context: IHookFunctions): Promise<RegistrationPlan> {
	const node = context.getNode();
	const { baseUrl, secret: token } = await readCredentials(context, 'wagoApi');
	const { options, events } = readConfiguration(context);
	return {
		webhook: buildWebhookUrl({
			nodeUrl: context.getNodeWebhookUrl('default') ?? '',
			nodeId: node.id,
			hasWebhookId: Boolean(node.webhookId),
			token,
			baseUrl: options.webhookBaseUrl,
		}),
		events,
		isTest: context.getMode() === 'manual',
		manageSubscription: options.manageSubscription,
		restorePreviousWebhook: options.restorePreviousWebhook,
		token,
		wagoBaseUrl: baseUrl,
	};
}

/** A filter that makes no sense is told now, and not when the first message comes. */
function assertFilter(context: IHookFunctions): void {
	compileFilter(readConfiguration(context));
}

function registrationOf(context: IHookFunctions, plan: RegistrationPlan): Registration {
	return new Registration(wagoSession(context), plan, context.logger);
}

function recordOf(
	context: IHookFunctions,
	{ webhook }: RegistrationPlan,
): RegistrationRecord | undefined {
	return readRecord(context, placeOf(webhook.url));
}

/** Any failure in words for the person who publishes the workflow. */
function explain(context: IHookFunctions, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof WagoRefusal) return toNodeApiError(context, error.failure);
	if (error instanceof ZodError) {
		const [{ path, message }] = error.issues;
		return new NodeOperationError(context.getNode(), `'${path.join('.')}': ${message}`);
	}
	return new NodeOperationError(context.getNode(), error as Error);
}
