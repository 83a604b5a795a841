import type { Browser, Page } from 'playwright-core';

import { hasBrowser, launchBrowser } from '../../scripts/n8n/browser';
import { activeFlow, messageNode, testbed, triggerNode } from './testbed';

const whereABrowserIs = hasBrowser() ? describe : describe.skip;

whereABrowserIs('The phone page together with n8n', () => {
	let browser: Browser | undefined;
	let page: Page;

	const write = async (text: string) => {
		await page.getByLabel('Message', { exact: true }).fill(text);
		await page.keyboard.press('Enter');
	};

	const bubble = (text: string) =>
		page.getByRole('article').filter({ has: page.getByText(text, { exact: true }) });

	beforeAll(async () => {
		const bed = await testbed();
		const { credential } = await activeFlow(bed, (used) => [
			triggerNode(used),
			messageNode(used, 'sendText', { text: '=You wrote: {{ $json.text }}' }),
		]);
		browser = await launchBrowser();
		page = await browser!.newPage();
		await page.goto(bed.simulatorUrl);
		await page.getByRole('combobox', { name: 'Session' }).selectOption(credential.name);
		await page.getByRole('button', { name: 'Alice Example' }).click();
	});

	afterAll(async () => {
		await browser?.close();
	});

	it('shows the workflow’s answer to what is typed', async () => {
		await write('Good morning');
		await bubble('Good morning').getByTitle('Delivered').waitFor();
		const answer = bubble('You wrote: Good morning');
		await answer.waitFor();
		await answer.getByText('workflow').waitFor();
		await answer.getByTitle('Read').waitFor();
	});

	it('shows beside the answer what the node asked WaGo for', async () => {
		const row = page.locator('.messages > li').filter({ hasText: 'You wrote: Good morning' });
		await row.hover();
		await row.getByRole('button', { name: 'Message menu' }).click();
		await page.getByRole('menuitem', { name: 'Show on the wire' }).click();
		const wire = page.getByLabel('On the wire');
		await wire.getByText('"Body": "You wrote: Good morning"').waitFor();
		await wire.getByRole('button', { name: 'Raw' }).click();
		await wire.getByText('POST /send/text HTTP/1.1').waitFor();
	});

	it('starts no workflow with what is typed on the business phone', async () => {
		await page.getByLabel('I am').selectOption('Business phone');
		await write('Only for Alice');
		await page.getByLabel('I am').selectOption('Alice Example');
		await write('Still there?');
		await bubble('You wrote: Still there?').waitFor();
		expect(await bubble('You wrote: Only for Alice').count()).toBe(0);
	});
});
