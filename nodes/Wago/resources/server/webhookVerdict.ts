import { parseWebAddress } from '../../../shared/lib/webAddress';
import { isTestUrl, reachabilityWarnings } from '../../../shared/webhook/webhookUrl';
import type { Verdict } from './diagnosis';

export interface WebhookFindings {
	/** Addresses of this n8n, its webhook address first. */
	readonly ownAddresses: readonly string[];
	/** WaGo as n8n reaches it. */
	readonly baseUrl: string;
	readonly token: string;
}

/**
 * Whether the registered address leads to this n8n. Addresses are shown without their query, which holds the secret
 * of a WaGo Trigger.
 */
export function webhookVerdict(
	webhookUrl: string,
	{ ownAddresses, baseUrl, token }: WebhookFindings,
): Verdict {
	if (webhookUrl === '') {
		return no(
			'No webhook is registered, so WaGo delivers nothing',
			"Publish a workflow that starts with a WaGo Trigger, or use 'Set' of the resource 'Webhook'.",
		);
	}
	const url = parseWebAddress(webhookUrl);
	if (!url) {
		return no(
			'The registered webhook is no address',
			"Publish the workflow of the WaGo Trigger again, or use 'Set' of the resource 'Webhook'.",
		);
	}
	const shown = url.origin + url.pathname;
	if (!isOwn(url, ownAddresses)) return foreign(shown, ownAddresses);
	if (isTestUrl(webhookUrl, token)) {
		return no(
			`The webhook is that of a test: ${shown}`,
			'If nobody is listening for a test event right now, unpublish and publish the workflow of the WaGo Trigger: nobody takes what is delivered there.',
		);
	}
	const fix = reachabilityWarnings(webhookUrl, baseUrl).join(' ');
	return { ok: true, detail: `WaGo delivers to ${shown}`, fix };
}

function no(detail: string, fix: string): Verdict {
	return { ok: false, detail, fix };
}

function foreign(shown: string, ownAddresses: readonly string[]): Verdict {
	const own =
		ownAddresses.map((address) => parseWebAddress(address)?.origin).find(Boolean) ?? 'this n8n';
	return no(
		`WaGo delivers to ${shown}, not to ${own}`,
		"A session has one webhook, and something else has taken it. Publish the workflow of the WaGo Trigger again to take it back. If that address is this n8n's too, put it into Options > 'Webhook Base URL'; if n8n's own address is wrong, set its environment variable WEBHOOK_URL.",
	);
}

function isOwn(url: URL, ownAddresses: readonly string[]): boolean {
	return ownAddresses.some((address) => parseWebAddress(address)?.origin === url.origin);
}
