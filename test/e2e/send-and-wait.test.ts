import { waitFor } from '../../scripts/lib/wait';
import type { Flow, Testbed } from './testbed';
import { activeFlow, messageNode, testbed, triggerNode } from './testbed';

const CONTACT = '15551234567';

describe('Send and wait in a real n8n', () => {
	let bed: Testbed;

	beforeAll(async () => {
		bed = await testbed();
	});

	/** A workflow that asks whoever writes, and then tells them what it understood. */
	async function askingFlow(parameters: Record<string, unknown>, told: string): Promise<Flow> {
		return await activeFlow(bed, (credential) => [
			triggerNode(credential),
			messageNode(credential, 'sendAndWait', { text: 'Shall we ship <it>?', ...parameters }),
			messageNode(credential, 'sendText', {
				recipient: { __rl: true, mode: 'phone', value: CONTACT },
				text: told,
			}),
		]);
	}

	/** The link in the question that the contact has got. */
	async function linkOf(flow: Flow): Promise<string> {
		await bed.simulator.receive(flow.token, { from: CONTACT, text: 'Hello' });
		const [question] = await bed.simulator.waitForSent(flow.token, 1);
		const [link] = /https?:\S+$/.exec(question.body.Body as string) ?? [''];
		// The question goes out before n8n has stored that the execution waits; until then it answers 409.
		await waitFor('the page', async () => (await fetch(link)).status !== 409);
		return link;
	}

	const answer = async (link: string, form: Record<string, string>) =>
		await fetch(link, { method: 'POST', body: new URLSearchParams(form) });

	it('goes on with the decision that the page sends, and with nothing else', async () => {
		const flow = await askingFlow({}, '=approved: {{ $json.data.approved }}');
		const link = await linkOf(flow);

		const page = await fetch(link, { headers: { 'User-Agent': 'WhatsApp/2.23.20.0' } });
		expect(page.status).toBe(200);
		expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(await page.text()).toContain('Shall we ship &lt;it&gt;?');
		expect((await answer(link.replace(/.$/, '!'), { approved: 'true' })).status).toBe(401);
		expect((await answer(link, { approved: 'perhaps' })).status).toBe(400);
		expect(await bed.simulator.sent(flow.token)).toHaveLength(1);

		const done = await answer(link, { approved: 'false' });
		expect(done.status).toBe(200);
		expect(await done.text()).toContain('Thank you');
		const [, told] = await bed.simulator.waitForSent(flow.token, 2);
		expect(told.body.Body).toBe('approved: false');

		await answer(link, { approved: 'true' });
		expect(await bed.simulator.sent(flow.token)).toHaveLength(2);
	});

	it('goes on with a free text', async () => {
		const flow = await askingFlow({ responseType: 'freeText' }, '=text: {{ $json.data.text }}');
		const text = 'Yes & <now> +1';
		await answer(await linkOf(flow), { text });
		const [, told] = await bed.simulator.waitForSent(flow.token, 2);
		expect(told.body.Body).toBe(`text: ${text}`);
	});
});
