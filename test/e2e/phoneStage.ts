/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import http from 'http';
import type { AddressInfo } from 'net';
import type { Browser, Page } from 'playwright-core';

import { waitFor } from '../../scripts/lib/wait';
import { launchBrowser } from '../../scripts/n8n/browser';
import { readBody } from '../../simulator/http';
import { startSimulator, type Simulator } from '../../simulator/server';
import { DEMO_TOKEN } from '../../simulator/state';
import { PhonePage } from './phonePage';

export const ALICE = '15550100001';

interface Delivered {
	readonly type: string;
	readonly state?: string;
	readonly decryptVote?: string;
	readonly event: Record<string, unknown> & {
		readonly Info?: Readonly<Record<string, unknown>>;
		readonly Message?: Readonly<Record<string, unknown>>;
	};
}

/** A simulator, a webhook that keeps what it gets, and the phone page in a browser. */
export class PhoneStage extends PhonePage {
	readonly delivered: Delivered[] = [];
	/** What went wrong in the page, and every address outside the simulator that it asked for. */
	readonly problems: string[] = [];
	/** What the webhook says to a delivery. */
	answer = '';

	private constructor(
		readonly simulator: Simulator,
		private readonly webhook: http.Server,
		readonly browser: Browser,
		page: Page,
	) {
		super(page);
	}

	static async open(): Promise<PhoneStage> {
		const simulator = await startSimulator({ port: 0, settings: { qrPeriodMs: 500 } });
		const webhook = http.createServer();
		await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
		const browser = await launchBrowser();
		if (!browser) throw new Error('no browser');
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
		const stage = new PhoneStage(simulator, webhook, browser, page);
		stage.listen();
		const { port } = webhook.address() as AddressInfo;
		await stage.wago('/webhook', { WebhookURL: `http://127.0.0.1:${port}/webhook` });
		await page.goto(simulator.url);
		return stage;
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.simulator.stop();
		this.webhook.close();
	}

	/** Logs the session in with every event subscribed, as a workflow would, and opens Alice's chat. */
	async logIn(): Promise<void> {
		await this.wago('/session/connect', { Subscribe: ['All'], Immediate: true, Phone: '' });
		await this.page.getByRole('button', { name: 'Scan the QR' }).click();
		await this.openChat('Alice Example');
	}

	/** By how much the page is wider and higher than the window. */
	async overflow(): Promise<[number, number]> {
		return await this.page.evaluate(() => {
			const { scrollWidth, scrollHeight } = document.documentElement;
			return [scrollWidth - innerWidth, scrollHeight - innerHeight];
		});
	}

	/** Asks WaGo for something, as a workflow would; answers its `data`. */
	async wago(path: string, body: object): Promise<{ Id: string }> {
		const headers = { token: DEMO_TOKEN, 'content-type': 'application/json' };
		const init = { method: 'POST', headers, body: JSON.stringify(body) };
		const response = await fetch(`${this.simulator.url}${path}`, init);
		const answer = (await response.json()) as { data: { Id: string }; error?: string };
		if (!response.ok) throw new Error(`${path}: ${answer.error}`);
		return answer.data;
	}

	/** Waits for a delivery of this kind: the newest that matches. */
	async waitForDelivery(matches: (delivered: Delivered) => boolean): Promise<Delivered> {
		return await waitFor(
			'a delivery',
			async () => await Promise.resolve(this.delivered.filter(matches).at(-1)),
		);
	}

	/** Waits for a message with this content; answers the content. */
	async waitForContent(field: string): Promise<Record<string, unknown>> {
		const delivered = await this.waitForDelivery(
			({ event }) => event.Message?.[field] !== undefined,
		);
		return delivered.event.Message?.[field] as Record<string, unknown>;
	}

	private listen(): void {
		this.webhook.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
			void this.keep(request).then(() => response.end(this.answer));
		});
		this.page.on('pageerror', (error) => this.problems.push(error.message));
		this.page.on('console', (message) => {
			if (message.type() === 'error') this.problems.push(message.text());
		});
		this.page.on('request', (request) => {
			const isOwn =
				request.url().startsWith(this.simulator.url) || request.url().startsWith('data:');
			if (!isOwn) this.problems.push(request.url());
		});
	}

	private async keep(request: http.IncomingMessage): Promise<void> {
		const body = await readBody(request);
		const headers = { 'content-type': request.headers['content-type'] ?? '' };
		const form = await new Response(new Uint8Array(body), { headers }).formData();
		this.delivered.push(JSON.parse(String(form.get('jsonData'))) as Delivered);
	}
}
