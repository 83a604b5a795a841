import type { Logger } from 'n8n-workflow';

import { WagoRefusal, type WagoSession, type WebhookState } from '../shared/api/session';
import {
	addSubscriptions,
	missingNames,
	namesInForce,
	replaceSubscriptions,
	type SubscriptionChange,
} from '../shared/webhook/subscription';
import {
	belongsToNode,
	foreignUrl,
	isSamePlace,
	isSameWebhook,
	isTestUrl,
	lastingUrl,
	markAsTest,
	placeOf,
	reachabilityWarnings,
	withPrevious,
} from '../shared/webhook/webhookUrl';
import type { RegistrationRecord } from './record';

/** What the node wants of WaGo. */
export interface RegistrationPlan {
	/** The URL to register, with its secret. */
	readonly url: string;
	readonly nodePath: string;
	readonly events: readonly string[];
	readonly isTest: boolean;
	readonly manageSubscription: boolean;
	readonly restorePreviousWebhook: boolean;
	readonly token: string;
	readonly wagoBaseUrl: string;
}

/**
 * Puts the webhook of a session in order and gives back what was there before. WaGo has one webhook for each
 * token, which another program, another trigger or a test listening of this very node may hold. What is given back is
 * only ever a webhook of somebody else: one of ours may be dead by then.
 */
export class Registration {
	constructor(
		private readonly session: WagoSession,
		private readonly plan: RegistrationPlan,
		private readonly logger: Pick<Logger, 'info' | 'warn'>,
	) {}

	/** Whether nothing is to be done: the webhook is this one and the events are subscribed. */
	async isInOrder(): Promise<boolean> {
		const { session, plan } = this;
		const { webhookUrl, subscribe } = await session.webhook();
		if (!isSameWebhook(webhookUrl, plan.url)) return false;
		// Published, it would be taken for a listening that ends.
		if (!plan.isTest && isTestUrl(webhookUrl, plan.token)) return false;
		if (!plan.manageSubscription) return true;
		const status = await session.status();
		const isComplete = missingNames(namesInForce(subscribe, status), plan.events).length === 0;
		return status.connected && isComplete;
	}

	/**
	 * Takes the webhook over and subscribes to what is missing. `known` is the record of an earlier time. `remember`
	 * gets the record before anything is changed.
	 */
	async register(
		known: RegistrationRecord | undefined,
		remember: (record: RegistrationRecord) => void,
	): Promise<void> {
		const { plan, session } = this;
		const found = await session.webhook();
		const previousUrl = known?.previousUrl ?? this.foreignBehind(found.webhookUrl);
		const record: RegistrationRecord = {
			place: placeOf(plan.url),
			isTest: plan.isTest,
			...(previousUrl && { previousUrl }),
			...(known?.previousEvents && { previousEvents: known.previousEvents }),
		};
		remember(record);
		await session.setWebhook(this.urlOver(found.webhookUrl, previousUrl));
		this.report(found.webhookUrl);
		await this.subscribe(found, () => {
			// They are given back together with the webhook of their owner, or not at all.
			if (previousUrl) remember({ previousEvents: found.subscribe, ...record });
		});
	}

	/** Gives back what was found, unless the webhook has gone to somebody else meanwhile. */
	async unregister(known?: RegistrationRecord, sibling = ''): Promise<void> {
		const { plan, session, logger } = this;
		const found = await session.webhook();
		const lasting = lastingUrl(found.webhookUrl, plan.token);
		if (isSamePlace(found.webhookUrl, plan.url)) {
			const successor = this.successorOf(found.webhookUrl, known, sibling);
			await session.setWebhook(successor);
			const isGivenBack = successor !== '' && successor === known?.previousUrl;
			const names = (isGivenBack && known.previousEvents) || found.subscribe;
			if (successor !== '') await this.restoreEvents(names);
		} else if (lasting !== found.webhookUrl && isSamePlace(lasting, plan.url)) {
			// A test listening outlives the production that it has interrupted: it must not bring that back.
			const successor = this.successorOf(lasting, known, sibling);
			await session.setWebhook(markAsTest(found.webhookUrl, successor, plan.token));
			await this.restoreEvents(found.subscribe);
		} else {
			logger.info('The webhook of the WaGo session leads elsewhere now, so it is left alone');
		}
	}

	private foreignBehind(registered: string): string {
		const url = foreignUrl(registered, this.plan.token);
		return belongsToNode(url, this.plan.nodePath) ? '' : url;
	}

	private urlOver(registered: string, previousUrl: string): string {
		const { url, isTest, token } = this.plan;
		return isTest
			? markAsTest(url, lastingUrl(registered, token), token)
			: withPrevious(url, previousUrl, token);
	}

	/**
	 * What the session's webhook becomes when `registered`, which is this one, ends. `sibling` is another trigger of the
	 * session that is published.
	 */
	private successorOf(registered: string, known?: RegistrationRecord, sibling = ''): string {
		const { restorePreviousWebhook, token } = this.plan;
		const lasting = lastingUrl(registered, token);
		// The option is about publishing: what a test listening has interrupted always goes on.
		if (lasting !== registered) return lasting;
		if (!restorePreviousWebhook) return '';
		const previous = known?.previousUrl ?? this.foreignBehind(registered);
		return sibling ? withPrevious(sibling, previous, token) : previous;
	}

	private async subscribe(found: WebhookState, beforeChange: () => void): Promise<void> {
		const { plan, session, logger } = this;
		if (!plan.manageSubscription) {
			const missing = missingNames(found.subscribe, plan.events);
			if (missing.length > 0) logger.warn(unmanagedWarning(missing));
			return;
		}
		const change = await addSubscriptions(session, found.subscribe, plan.events, beforeChange);
		const warning = CHANGE_WARNINGS[change];
		if (warning) logger.warn(warning);
	}

	/** The webhook itself is given back by then, so a failure here is none of the whole. */
	private async restoreEvents(names: readonly string[]): Promise<void> {
		const { plan, session, logger } = this;
		if (!plan.manageSubscription) return;
		try {
			const { subscribe } = await session.webhook();
			await replaceSubscriptions(session, subscribe, names);
		} catch (error) {
			logger.warn(
				`The webhook of the WaGo session was given back, but not its subscription to ${names.join(', ')} (${(error as Error).message})`,
			);
		}
	}

	private report(found: string): void {
		const { plan, logger } = this;
		const lasting = lastingUrl(found, plan.token);
		if (lasting !== '' && !belongsToNode(lasting, plan.nodePath)) {
			logger.warn(
				'The WaGo session had another webhook. This workflow has taken over: WaGo has one webhook for each token',
			);
		}
		for (const warning of reachabilityWarnings(plan.url, plan.wagoBaseUrl)) logger.warn(warning);
	}
}

const CHANGE_WARNINGS: Partial<Record<SubscriptionChange, string>> = {
	kept: "WaGo did not disconnect the session, so its subscription stays as it is. Once the session is linked to a phone and connected, run 'Repair' of the resource 'Webhook' of the WaGo node",
	unconfirmed:
		"WaGo does not confirm the subscription. If events stay away, run 'Diagnose' of the WaGo node",
};

/** Whether an earlier registration was for the same address, so that WaGo knows it although it does not answer now. */
export function isRegisteredBefore(known: RegistrationRecord | undefined, url: string): boolean {
	return known?.isTest === false && known.place === placeOf(url);
}

/** Whether a failure to reach WaGo is all that went wrong. */
export function isUnreachable(error: unknown): boolean {
	return error instanceof WagoRefusal && error.isUnreachable;
}

function unmanagedWarning(missing: readonly string[]): string {
	return `The WaGo session does not subscribe to ${missing.join(', ')}, and 'Manage Subscription' is off: these events will not arrive`;
}
