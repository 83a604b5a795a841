import type { Browser, Page } from 'playwright-core';

import {
	hasBrowser,
	launchBrowser,
	logIn,
	openNode,
	openWorkflow,
} from '../../scripts/n8n/browser';
import type { Flow, Testbed } from './testbed';
import { activeFlow, messageNode, OWNER, testbed, triggerNode } from './testbed';

const withBrowser = hasBrowser() ? describe : describe.skip;

withBrowser('The nodes in the editor (skipped without Chromium)', () => {
	let bed: Testbed;
	let browser: Browser | undefined;
	let page: Page;
	let flow: Flow;
	const faults: string[] = [];

	beforeAll(async () => {
		bed = await testbed();
		flow = await activeFlow(bed, (credential) => [
			triggerNode(credential),
			messageNode(credential, 'sendText', { text: 'Hello' }),
		]);
		browser = await launchBrowser();
		if (!browser) throw new Error('The browser did not start');
		page = await logIn(browser, bed.n8nUrl, OWNER);
		page.on('pageerror', (error) => faults.push(error.message));
		await openWorkflow(page, bed.n8nUrl, flow.workflow.id);
	});
	afterAll(async () => await browser?.close());

	const panel = () => page.locator('[data-test-id=ndv]');

	it.each([
		['WaGo Trigger', ['Events', 'Chat Types', 'Own Messages', 'Simplify']],
		['WaGo sendText', ['Resource', 'Operation', 'Recipient', 'Text']],
	])('show their parameters: %s', async (name, labels) => {
		await openNode(page, name);
		for (const label of labels) {
			const shown = panel().getByText(label, { exact: true }).filter({ visible: true });
			await shown.first().waitFor();
		}
		await page.keyboard.press('Escape');
		await panel().waitFor({ state: 'hidden' });
	});

	it('are offered to AI agents as a tool, and for human review', async () => {
		const types = await page.request.get(`${bed.n8nUrl}/types/nodes.json`);
		const names = ((await types.json()) as Array<{ name: string }>)
			.map(({ name }) => name.split('.'))
			.flatMap(([packageName, name]) => (packageName === 'n8n-nodes-wago' ? [name] : []));
		expect(new Set(names)).toEqual(new Set(['wago', 'wagoHitlTool', 'wagoTool', 'wagoTrigger']));
	});

	it.each(['whatsapp', 'wago', 'qr'])('are found by "%s", with their actions', async (word) => {
		const entry = (name: string) =>
			page.locator('[data-test-id=node-creator-item-name]').getByText(name, { exact: true });
		await openWorkflow(page, bed.n8nUrl, flow.workflow.id);
		await page.click('[data-test-id=node-creator-plus-button]');
		await page.fill('[data-test-id=node-creator-search-bar]', word);
		await entry('WaGo').click();
		await entry('Send text message').waitFor();
		await entry('Get QR code of session').waitFor();
	});

	it('raise no fault in the browser', () => {
		expect(faults).toEqual([]);
	});
});
