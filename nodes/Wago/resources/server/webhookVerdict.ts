import { parseWebAddress } from '../../../shared/lib/webAddress';
import type { PublishedTrigger } from '../../../shared/webhook/publishedTriggers';
import {
	foreignUrl,
	isOfTrigger,
	isSamePlace,
	isSameWebhook,
	isTestUrl,
	placeOf,
	reachabilityWarnings,
} from '../../../shared/webhook/webhookUrl';
import { fails, holds, type Verdict } from './verdict';

export interface WebhookFindings {
	/** Addresses of this n8n, its webhook address first. */
	readonly ownAddresses: readonly string[];
	/** WaGo as n8n reaches it. */
	readonly baseUrl: string;
	readonly token: string;
	/** The triggers of the session that this process knows. */
	readonly triggers: readonly PublishedTrigger[];
}

const REPAIR = "Run 'Repair' of the resource 'Webhook'";

const ANOTHER_ADDRESS =
	"If that address is this n8n's too, put it into Options > 'Webhook Base URL'; if n8n's own address is wrong, set its environment variable WEBHOOK_URL.";

/**
 * Whether the registered address leads to this n8n. Addresses are shown without their query, which holds the secret
 * of a WaGo Trigger.
 */
export function webhookVerdict(webhookUrl: string, findings: WebhookFindings): Verdict {
	const { baseUrl, token } = findings;
	if (webhookUrl === '') {
		return fails(
			'No webhook is registered, so WaGo delivers nothing',
			`${REPAIR} if a workflow with a WaGo Trigger is published for this session. Otherwise publish one, or use 'Set' of that resource.`,
		);
	}
	const url = parseWebAddress(webhookUrl);
	if (!url) return fails('The registered webhook is no address', `${REPAIR}, or 'Set'.`);
	const shown = placeOf(webhookUrl);
	if (!isOwn(url, findings)) return foreignVerdict(webhookUrl, findings);
	if (isTestUrl(webhookUrl, token)) {
		return fails(
			`The webhook is that of a test: ${shown}`,
			`${REPAIR} if nobody is listening for a test event right now: nobody takes what is delivered there.`,
		);
	}
	return holds(`WaGo delivers to ${shown}`, reachabilityWarnings(webhookUrl, baseUrl).join(' '));
}

function foreignVerdict(webhookUrl: string, { ownAddresses, token }: WebhookFindings): Verdict {
	const own =
		ownAddresses.map((address) => parseWebAddress(address)?.origin).find(Boolean) ?? 'this n8n';
	const whose = isOfTrigger(webhookUrl, token)
		? ', the address of a WaGo Trigger of another n8n, or of this one under another name'
		: '';
	return fails(
		`WaGo delivers to ${placeOf(webhookUrl)}${whose}, not to ${own}`,
		`A session has one webhook, and something else has it. ${REPAIR} to take it back. ${ANOTHER_ADDRESS}`,
	);
}

/** Who else wants the deliveries of the session: WaGo has one webhook for each token. */
export function receiversVerdict(webhookUrl: string, findings: WebhookFindings): Verdict {
	const { token, triggers } = findings;
	const url = parseWebAddress(webhookUrl);
	// Only an address of ours tells what was there before it.
	const before = isOfTrigger(webhookUrl, token)
		? parseWebAddress(foreignUrl(webhookUrl, token))
		: undefined;
	const left = triggers.filter(({ url: own }) => !isSamePlace(own, webhookUrl));
	if (url && !isOwn(url, findings)) {
		return fails(
			`${placeOf(webhookUrl)} gets all deliveries`,
			"Decide who is to get them. 'Repair' of the resource 'Webhook' takes the webhook; it is given back when the workflow of the WaGo Trigger is unpublished.",
		);
	}
	if (left.length > 0 && left.length === triggers.length - 1) {
		const names = left.map(({ nodeName, workflowId }) => `'${nodeName}' of workflow ${workflowId}`);
		return fails(
			`Published for this session as well, and without deliveries: ${names.join(', ')}`,
			'Use one WaGo Trigger for a session and let it start the other workflows, for example with Execute Sub-workflow. Unpublish the others.',
		);
	}
	if (!before) return holds('No other receiver is known');
	return holds(
		`${placeOf(before.href)} was registered before the WaGo Trigger`,
		'It gets nothing as long as the workflow is published, and its webhook back afterwards.',
	);
}

function isOwn(url: URL, { ownAddresses, triggers }: WebhookFindings): boolean {
	const isAtHome = ownAddresses.some((address) => parseWebAddress(address)?.origin === url.origin);
	return isAtHome || triggers.some((trigger) => isSameWebhook(url.href, trigger.url));
}
