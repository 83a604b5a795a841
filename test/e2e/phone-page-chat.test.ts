import { waitFor } from '../../scripts/lib/wait';
import { hasBrowser } from '../../scripts/n8n/browser';
import { ALICE, PhoneStage } from './phoneStage';

const whereABrowserIs = hasBrowser() ? describe : describe.skip;

const ALICE_JID = `${ALICE}@s.whatsapp.net`;

/** More than a screen full. */
const MANY = 12;

whereABrowserIs('A chat of the phone page', () => {
	let stage: PhoneStage;

	beforeAll(async () => {
		stage = await PhoneStage.open();
		await stage.logIn();
	});
	afterAll(async () => {
		await stage.close();
	});
	beforeEach(async () => {
		stage.delivered.length = 0;
	});

	const attach = async (entry: string) => {
		await stage.page.getByRole('button', { name: 'Attach' }).click();
		await stage.page.getByRole('menuitem', { name: entry, exact: true }).click();
	};
	const open = async (name: string) => {
		await stage.page.getByRole('button', { name: 'Back to the chats' }).click();
		await stage.openChat(name);
	};

	it('shows WhatsApp’s formatting as a phone does, and nothing as HTML', async () => {
		const text = [
			'*bold* _italic_ ~gone~ `code` *_both_* <i>no</i>',
			'2*3*4 snake_case_name * not bold *',
			'> quoted',
			'- first',
			'1. numbered',
			'```let a = "*b*"```',
			'see https://example.com/a_b_c?x=1. @15550100001 @99999',
		].join('\n');
		await stage.wago('/send/text', { Phone: ALICE, Body: text });
		const bubble = stage.bubble('quoted');
		const texts = async (selector: string) => await bubble.locator(selector).allTextContents();
		await bubble.waitFor();
		expect(await texts('.text strong')).toEqual(['bold', 'both']);
		expect(await texts('.text em')).toEqual(['italic', 'both']);
		expect(await texts('.text s')).toEqual(['gone']);
		expect(await texts('.text code')).toEqual(['code', 'let a = "*b*"']);
		expect(await texts('.text .quoted, .text .bullet, .text .number')).toEqual([
			'quoted',
			'first',
			'1. numbered',
		]);
		expect(await texts('.mention')).toEqual(['@Alice Example', '@99999']);
		expect(await bubble.textContent()).toContain('2*3*4 snake_case_name * not bold *');
		expect(await texts('i')).toEqual([]);
		const link = bubble.getByRole('link', { name: 'https://example.com/a_b_c?x=1' });
		expect(await link.getAttribute('target')).toBe('_blank');
		expect(await link.getAttribute('rel')).toContain('noopener');
	});

	it('opens at its newest message, also with pictures in it', async () => {
		const { page } = stage;
		for (let index = 0; index < MANY; index++) await attach('Picture');
		await stage.write('The newest');
		await stage.bubble('The newest').waitFor();
		await page.reload();
		await stage.openChat('Alice Example');
		const list = page.getByRole('log');
		const distance = async () =>
			await list.evaluate(
				({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight,
			);
		await waitFor('the end', async () => {
			const isLoaded = await list
				.locator('img')
				.last()
				.evaluate((image: HTMLImageElement) => image.complete);
			return isLoaded && (await distance()) < 2;
		});
		await page.waitForTimeout(500);
		expect(await distance()).toBeLessThan(2);
	});

	it('calls, and gives up', async () => {
		await attach('Voice call');
		const { event } = await stage.waitForDelivery(({ type }) => type === 'CallOffer');
		const ended = await stage.waitForDelivery(({ type }) => type === 'CallTerminate');
		expect(ended.event).toMatchObject({ CallID: event.CallID, Reason: 'timeout' });
	});

	it('sends a sticker', async () => {
		await attach('Sticker');
		expect(await stage.waitForContent('stickerMessage')).toMatchObject({ mimetype: 'image/webp' });
	});

	it('mentions a member, who leaves the group and joins it again', async () => {
		await open('Example Team');
		await stage.write('Hello @Bob Builder');
		expect(await stage.waitForContent('extendedTextMessage')).toMatchObject({
			text: 'Hello @15550100002',
			contextInfo: { mentionedJID: ['15550100002@s.whatsapp.net'] },
		});
		await stage.bubble('Hello').getByText('@Bob Builder').waitFor();

		await attach('Leave the group');
		const left = await stage.waitForDelivery(({ event }) => event.Leave !== null);
		expect(left).toMatchObject({ type: 'GroupInfo', event: { Leave: [ALICE_JID] } });
		await stage.page.getByText('Group of 2').waitFor();
		await attach('Alice Example joins');
		await stage.waitForDelivery(({ event }) => event.Join !== null && event.JID !== undefined);
	});

	it('shows a status', async () => {
		await open('Status');
		await stage.write('On holiday');
		const { event } = await stage.waitForDelivery(({ event: { Message } }) => !!Message);
		expect(event.Info).toMatchObject({ Chat: 'status@broadcast', Sender: ALICE_JID });
	});

	it.each(['light', 'dark'] as const)('fits a phone’s screen in the %s theme', async (theme) => {
		const { page } = stage;
		await page.emulateMedia({ colorScheme: theme });
		await page.setViewportSize({ width: 390, height: 800 });
		expect(await stage.overflow()).toEqual([0, 0]);
		await page.getByRole('button', { name: 'Controls' }).click();
		expect(await stage.overflow()).toEqual([0, 0]);
		const address = await page.locator('.facts .address').boundingBox();
		expect(address?.height).toBeLessThan(30);
		await page.getByRole('button', { name: 'Phone', exact: true }).click();
		await page.setViewportSize({ width: 1400, height: 900 });
		expect(await stage.overflow()).toEqual([0, 0]);
	});

	it('made no error and asked nobody but the simulator', () => {
		expect(stage.problems).toEqual([]);
	});
});
