import { NodeApiError, NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { ZodError } from 'zod/v3';

import { readCredentials } from '../shared/api/credentials';
import { askWago, toNodeApiError } from '../shared/api/request';
import { WagoRefusal, WagoSession } from '../shared/api/session';
import { forgetPublished, publishedTriggers } from '../shared/webhook/publishedTriggers';
import { forgetRefused } from '../shared/webhook/refusedDeliveries';
import { isSamePlace } from '../shared/webhook/webhookUrl';
import { forgetExpectation } from './authentication';
import { readConfiguration } from './configuration';
import { forgetMemory, knownMemoryOf } from './deduplication';
import { compileFilter, forgetFilter } from './filters';
import { nodePathIn, notePublication, ownUrl } from './publication';
import { dropRecord, readRecord, writeRecord } from './record';
import {
	isRegisteredBefore,
	isUnreachable,
	Registration,
	type RegistrationPlan,
} from './registration';
import { saveSeen } from './seenKeys';
import { triggerKey } from './triggerKey';

/** Starts of n8n itself, when WaGo may not be up yet: the workflow must not lose its route then. */
const STARTS: readonly string[] = ['init', 'leadershipChange'];

/** Milliseconds of one request: registration runs while n8n starts and while someone waits in the editor. */
const TIMEOUT = 20_000;

/** Whether WaGo has everything in order. Asked at activation, and by some versions of n8n at every start. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	try {
		const plan = await readPlan(context);
		assertFilter(context);
		const isRight = await isInOrder(context, plan);
		if (isRight && !plan.isTest) await notePublication(context);
		return isRight;
	} catch (error) {
		throw explain(context, error);
	}
}

async function isInOrder(context: IHookFunctions, plan: RegistrationPlan): Promise<boolean> {
	try {
		return await registrationOf(context, plan).isInOrder();
	} catch (error) {
		const isStart = STARTS.includes(context.getActivationMode());
		const isKnown = isRegisteredBefore(readRecord(context), plan.url);
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
		await registrationOf(context, plan).register(readRecord(context), (record) =>
			writeRecord(context, record),
		);
		if (!plan.isTest) await notePublication(context);
	} catch (error) {
		throw explain(context, error);
	}
}

/**
 * Gives the webhook back. Also called by n8n after a failed activation, when there may be nothing to give back:
 * {@link Registration} looks first whose webhook it is.
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const known = readRecord(context);
	// That of a test listening lives as long as the listening.
	const isTest = known?.isTest ?? false;
	forgetTrigger(context, isTest);
	try {
		const plan = await readPlan(context);
		await registrationOf(context, plan).unregister(known, siblingOf(context, plan));
		dropRecord(context);
	} catch (error) {
		// As long as WaGo cannot be told, n8n keeps the route of a published workflow when this fails. A test
		// listening has none to keep, and n8n does not expect it to fail.
		if (isUnreachable(error) && !isTest) throw explain(context, error);
		context.logger.warn(
			`The webhook of WaGo was left as it is: ${explain(context, error).message}`,
		);
	}
}

/** The address of another published trigger of the session, as far as this process knows one. */
function siblingOf(context: IHookFunctions, plan: RegistrationPlan): string | undefined {
	const others = publishedTriggers({ baseUrl: plan.wagoBaseUrl, token: plan.token });
	return others.find(({ url }) => !isSamePlace(url, plan.url))?.url;
}

/** What this process remembers of the trigger. What is to survive goes to n8n's database, with the end of the hook. */
function forgetTrigger(context: IHookFunctions, isTest: boolean): void {
	const node = context.getNode();
	const key = triggerKey(context, node, isTest);
	const memory = knownMemoryOf(key);
	if (memory?.isUnsaved && !isTest) saveSeen(context, memory, Infinity);
	forgetMemory(key);
	forgetFilter(key);
	forgetExpectation(key);
	if (isTest) return;
	const workflowId = context.getWorkflow().id ?? '';
	forgetRefused(workflowId, node.id);
	forgetPublished({ workflowId, nodeId: node.id });
}

async function readPlan(context: IHookFunctions): Promise<RegistrationPlan> {
	const { baseUrl: wagoBaseUrl, secret: token } = await readCredentials(context, 'wagoApi');
	const configuration = readConfiguration(context);
	const { manageSubscription, restorePreviousWebhook } = configuration.options;
	return {
		url: ownUrl(context, token, configuration),
		nodePath: nodePathIn(context, context.getNode()),
		events: configuration.events,
		isTest: context.getMode() === 'manual',
		manageSubscription,
		restorePreviousWebhook,
		token,
		wagoBaseUrl,
	};
}

/** A filter that makes no sense is told now, and not when the first message comes. */
function assertFilter(context: IHookFunctions): void {
	compileFilter(readConfiguration(context));
}

function registrationOf(context: IHookFunctions, plan: RegistrationPlan): Registration {
	const session = new WagoSession(
		async (call) => await askWago(context, 'wagoApi', { ...call, timeout: TIMEOUT }),
	);
	return new Registration(session, plan, context.logger);
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
