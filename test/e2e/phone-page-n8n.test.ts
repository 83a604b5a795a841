import type { Browser } from 'playwright-core';

import { hasBrowser, launchBrowser } from '../../scripts/n8n/browser';
import { PhonePage } from './phonePage';
import { activeFlow, messageNode, testbed, triggerNode } from './testbed';

const whereABrowserIs = hasBrowser() ? describe : describe.skip;

whereABrowserIs('The phone page together with n8n', () => {
	let browser: Browser | undefined;
	let phone: PhonePage;

	beforeAll(async () => {
		const bed = await testbed();
		const { credential } = await activeFlow(bed, (used) => [
			triggerNode(used),
			messageNode(used, 'sendText', { text: '=You wrote: {{ $json.text }}' }),
		]);
		browser = await launchBrowser();
		const page = await browser!.newPage();
		phone = new PhonePage(page);
		await page.goto(bed.simulatorUrl);
		await page.getByRole('combobox', { name: 'Session' }).selectOption(credential.name);
		await phone.openChat('Alice Example');
	});

	afterAll(async () => {
		await browser?.close();
	});

	it('shows the workflow’s answer to what is typed', async () => {
		await phone.write('Good morning');
		await phone.bubblesOf('Good morning').getByTitle('Delivered').waitFor();
		const answer = phone.bubblesOf('You wrote: Good morning');
		await answer.waitFor();
		await answer.getByText('workflow').waitFor();
		await answer.getByTitle('Read').waitFor();
	});

	it('shows beside the answer what the node asked WaGo for', async () => {
		await phone.pick('You wrote: Good morning', 'Show on the wire');
		const wire = phone.page.getByLabel('On the wire');
		await wire.getByText('"Body": "You wrote: Good morning"').waitFor();
		await wire.getByRole('button', { name: 'Raw' }).click();
		await wire.getByText('POST /send/text HTTP/1.1').waitFor();
	});

	it('starts no workflow with what is typed on the business phone', async () => {
		await phone.page.getByLabel('I am').selectOption('Business phone');
		await phone.write('Only for Alice');
		await phone.page.getByLabel('I am').selectOption('Alice Example');
		await phone.write('Still there?');
		await phone.bubblesOf('You wrote: Still there?').waitFor();
		expect(await phone.bubblesOf('You wrote: Only for Alice').count()).toBe(0);
	});
});
