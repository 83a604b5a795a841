import type { Logger } from 'n8n-workflow';

import type { RegistrationRecord } from './record';
import { WagoRefusal, type WagoSession } from '../shared/api/session';
import { addSubscriptions, missingNames, restoreSubscriptions } from './subscription';
import {
	belongsToNode,
	isSamePlace,
	isSameWebhook,
	isTestUrl,
	lastingUrl,
	markAsTest,
	reachabilityWarnings,
	type WebhookUrl,
} from '../shared/webhook/webhookUrl';

/** What the node wants of WaGo. */
export interface RegistrationPlan {
	readonly webhook: WebhookUrl;
	readonly events: readonly string[];
	readonly isTest: boolean;
	readonly manageSubscription: boolean;
	readonly restorePreviousWebhook: boolean;
	readonly token: string;
	readonly wagoBaseUrl: string;
}

/**
 * Puts the webhook of a session in order and gives back what was there before. WaGo has one webhook for each
 * token, which another program or a test listening of this very node may hold.
 */
export class Registration {
	constructor(
		private readonly session: WagoSession,
		private readonly plan: RegistrationPlan,
		private readonly logger: Pick<Logger, 'info' | 'warn'>,
	) {}

	/** Whether nothing is to be done: the webhook is this one and the events are subscribed. */
	async isInOrder(): Promise<boolean> {
		const { url, subscribe } = await this.session.readWebhook();
		if (!isSameWebhook(url, this.plan.webhook.url)) return false;
		// Published, it would be taken for a listening that ends.
		if (!this.plan.isTest && isTestUrl(url, this.plan.token)) return false;
		if (!this.plan.manageSubscription) return true;
		if (missingNames(subscribe, this.plan.events).length > 0) return false;
		return await this.session.isConnected();
	}

	/**
	 * Takes the webhook over and subscribes to what is missing. `known` is the record of an earlier time. `remember`
	 * gets the record before anything is changed, and again with what is known only afterwards.
	 */
	async register(
		known: RegistrationRecord | undefined,
		remember: (record: RegistrationRecord) => void,
	): Promise<void> {
		const { plan, session } = this;
		const found = await session.readWebhook();
		const pushedAside = lastingUrl(found.url, plan.token);
		const isForeign = pushedAside !== '' && !belongsToNode(pushedAside, plan.webhook);
		const record: RegistrationRecord = {
			place: placeOf(plan.webhook.url),
			isTest: plan.isTest,
			...(isForeign ? { previousUrl: pushedAside } : previousOf(known)),
		};
		remember(record);

		const { url } = plan.webhook;
		await session.writeWebhook(plan.isTest ? markAsTest(url, pushedAside, plan.token) : url);
		this.report(isForeign);
		const isFirst = isForeign || (!known && !plan.isTest && plan.restorePreviousWebhook);
		const eventsBefore = isFirst ? [...found.subscribe] : (record.previousEvents ?? []);
		await this.subscribe(found.subscribe, record, eventsBefore, remember);
	}

	/** Gives back what was found, unless the webhook has gone to somebody else meanwhile. */
	async unregister(known?: RegistrationRecord): Promise<void> {
		const { plan, session } = this;
		const { url } = await session.readWebhook();
		if (isSamePlace(url, plan.webhook.url)) {
			const previous = this.successorOf(url, known);
			await session.writeWebhook(previous);
			await this.restoreEvents(previous, known);
		} else if (belongsToNode(url, plan.webhook) && isTestUrl(url, plan.token)) {
			await this.forgetProduction(url, known);
		} else {
			this.logger.info('The webhook of the WaGo session leads elsewhere now, so it is left alone');
		}
	}

	/** What the session's webhook becomes when this one ends. */
	private successorOf(registered: string, known?: RegistrationRecord): string {
		const { restorePreviousWebhook, token } = this.plan;
		const lasting = lastingUrl(registered, token);
		// The option is about publishing: what a test listening has interrupted always goes on.
		if (lasting !== registered) return lasting;
		return (restorePreviousWebhook && known?.previousUrl) || '';
	}

	/** A test listening outlives the production that it has interrupted: it must not bring that back. */
	private async forgetProduction(testUrl: string, known?: RegistrationRecord): Promise<void> {
		const { plan } = this;
		const lasting = lastingUrl(testUrl, plan.token);
		if (!isSamePlace(lasting, plan.webhook.url)) return;
		const previous = plan.restorePreviousWebhook ? (known?.previousUrl ?? '') : '';
		await this.session.writeWebhook(markAsTest(testUrl, previous, plan.token));
	}

	/** `eventsBefore` is what the session is to have again in the end. */
	private async subscribe(
		found: readonly string[],
		record: RegistrationRecord,
		eventsBefore: string[],
		remember: (record: RegistrationRecord) => void,
	): Promise<void> {
		const { plan, session, logger } = this;
		const missing = missingNames(found, plan.events);
		if (!plan.manageSubscription) {
			if (missing.length > 0) logger.warn(unmanagedWarning(missing));
			return;
		}
		// No names at all cannot be given back: WaGo takes that for all of them.
		const isToRemember = missing.length > 0 && eventsBefore.length > 0;
		const changed = { ...record, previousEvents: eventsBefore };
		// Before the session is disconnected, since it may not come back.
		if (isToRemember) remember({ ...changed, isInterrupted: await session.isConnected() });
		const isChanged = await addSubscriptions(session, found, plan.events, logger);
		if (isToRemember) remember(isChanged ? changed : record);
	}

	/** The webhook itself is given back by then, so a failure here is none of the whole. */
	private async restoreEvents(previousUrl: string, known?: RegistrationRecord): Promise<void> {
		const { plan, session, logger } = this;
		if (!known?.previousEvents || !plan.manageSubscription) return;
		// A reconnection interrupts the session: after a test listening, only for somebody who goes on with it.
		const isWorthIt = previousUrl !== '' || !known.isTest;
		if (!isWorthIt || previousUrl !== (known.previousUrl ?? '')) return;
		const { previousEvents, isInterrupted = false } = known;
		try {
			await restoreSubscriptions(session, previousEvents, isInterrupted, logger);
		} catch (error) {
			logger.warn(
				`The webhook of the WaGo session was given back, but not its subscription to ${previousEvents.join(', ')} (${(error as Error).message})`,
			);
		}
	}

	private report(isForeign: boolean): void {
		const { plan, logger } = this;
		if (isForeign) {
			logger.warn(
				'The WaGo session had another webhook. This workflow has taken over: WaGo has one webhook for each token',
			);
		}
		for (const warning of reachabilityWarnings(plan.webhook.url, plan.wagoBaseUrl)) {
			logger.warn(warning);
		}
	}
}

/** Whether an earlier registration was for the same address, so that WaGo knows it although it does not answer now. */
export function isRegisteredBefore(
	known: RegistrationRecord | undefined,
	webhookUrl: string,
): boolean {
	return known?.isTest === false && known.place === placeOf(webhookUrl);
}

/** Whether a failure to reach WaGo is all that went wrong. */
export function isUnreachable(error: unknown): boolean {
	return error instanceof WagoRefusal && error.isUnreachable;
}

/** What an earlier registration has pushed aside is still what has to be given back in the end. */
function previousOf(
	known: RegistrationRecord | undefined,
): Pick<RegistrationRecord, 'previousUrl' | 'previousEvents'> {
	const { previousUrl, previousEvents } = known ?? {};
	return { ...(previousUrl && { previousUrl }), ...(previousEvents && { previousEvents }) };
}

function unmanagedWarning(missing: readonly string[]): string {
	return `The WaGo session does not subscribe to ${missing.join(', ')}, and 'Manage Subscription' is off: these events will not arrive`;
}

/** A webhook's address without its query, which holds the secret. */
export function placeOf(url: string): string {
	const { origin, pathname } = new URL(url);
	return origin + pathname;
}
