/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { createHash } from 'crypto';
import { readFile } from 'fs/promises';
import { join } from 'path';

import { waitFor } from '../../scripts/lib/wait';
import { hasBrowser } from '../../scripts/n8n/browser';
import { ALICE, PhoneStage } from './phoneStage';

const whereABrowserIs = hasBrowser() ? describe : describe.skip;
const SAMPLES = join(__dirname, '../../simulator/page/samples');

whereABrowserIs('The phone page', () => {
	let stage: PhoneStage;

	const answer = async (path: string, body: object) =>
		await stage.wago(path, { Phone: ALICE, ...body });

	beforeAll(async () => {
		stage = await PhoneStage.open();
	});

	afterAll(async () => {
		await stage.close();
	});

	beforeEach(async () => {
		stage.delivered.length = 0;
	});

	it('connects the session, shows the QR as it changes, and scans it with a click', async () => {
		const { page } = stage;
		await page.getByRole('button', { name: 'Connect and show the QR' }).click();
		const qr = page.getByAltText('QR code to link the phone');
		const first = await qr.getAttribute('src');
		expect(first).toMatch(/^data:image\/png;base64,/);
		await waitFor('another QR', async () => (await qr.getAttribute('src')) !== first);

		await page.getByRole('button', { name: 'Scan the QR' }).click();
		await page.getByRole('heading', { name: 'Chats' }).waitFor();
		expect(
			await page.getByRole('combobox', { name: 'Session' }).locator('option').allTextContents(),
		).toEqual(['demo: logged in']);
	});

	it('falls back to the QR when the phone logs out', async () => {
		const { page } = stage;
		await page.getByRole('button', { name: 'Log out from the phone' }).click();
		await page.getByText('is not connected to WhatsApp').waitFor();
		await stage.logIn();
	});

	it('delivers what is typed and shows that the webhook has it', async () => {
		await stage.write('Hello <b>there</b>');
		const { event } = await stage.waitForDelivery(({ event: { Message } }) => !!Message);
		expect(event.Message).toMatchObject({ conversation: 'Hello <b>there</b>' });
		expect(event.Info).toMatchObject({ Sender: `${ALICE}@s.whatsapp.net`, IsFromMe: false });
		await stage.bubble('Hello <b>there</b>').getByTitle('Delivered').waitFor();
	});

	it('says at the bubble and on the wire why a message started nothing', async () => {
		stage.answer = '{"success":true,"started":false,"reason":"chatType"}';
		await stage.write('Is this a group?');
		const bubble = stage.bubble('Is this a group?');
		await bubble.getByTitle('Started no workflow').waitFor();
		await bubble.getByText('does not take this type of chat').waitFor();
		await stage.page
			.getByText(/200 in \d+ ms, started nothing/)
			.first()
			.waitFor();
		stage.answer = '';
	});

	it('says that there is no webhook, or that it does not answer', async () => {
		const webhook = stage.simulator.state.session('demo-token').webhook;
		await stage.wago('/webhook', { WebhookURL: '' });
		await stage.write('Nobody listens');
		await stage.bubble('Nobody listens').getByText('No webhook: publish a workflow').waitFor();
		await stage.wago('/webhook', { WebhookURL: 'http://127.0.0.1:9/nobody' });
		await stage.write('Is it there now?');
		await stage.bubble('Is it there now?').getByText('gave no answer').waitFor();
		await stage.wago('/webhook', { WebhookURL: webhook });
	});

	it('tells WaGo that the contact types', async () => {
		await stage.page.getByLabel('Message', { exact: true }).pressSequentially('abc');
		const { event } = await stage.waitForDelivery(({ type }) => type === 'ChatPresence');
		expect(event).toMatchObject({ Chat: `${ALICE}@s.whatsapp.net`, State: 'composing', Media: '' });
		await stage.page.getByLabel('Message', { exact: true }).fill('');
	});

	it('shows that the workflow types, then its answer, and confirms that it was read', async () => {
		await answer('/message/presence', { State: 'composing' });
		await stage.page.getByText('Business phone is typing…').waitFor();
		const { Id } = await answer('/send/text', { Body: 'Good day' });
		await stage.bubble('Good day').getByTitle('Read').waitFor();
		const announcer = stage.page.locator('[aria-live=polite]');
		expect(await announcer.textContent()).toBe('Business phone: Good day');
		await stage.page.getByText('Business phone is typing…').waitFor({ state: 'detached' });
		const states = await waitFor('both receipts', async () => {
			const receipts = stage.delivered.filter(({ type }) => type === 'ReadReceipt');
			return await Promise.resolve(receipts.length === 2 ? receipts : undefined);
		});
		expect(states.map(({ state, event }) => [state, event.MessageIDs]).sort()).toEqual([
			['Delivered', [Id]],
			['Read', [Id]],
		]);
	});

	it('shows reactions, edits and deletions of the workflow', async () => {
		await stage.write('Nice');
		const { event } = await stage.waitForDelivery(({ event: { Message } }) => !!Message);
		await answer('/message/react', { Id: event.Info?.ID, Body: '🎉' });
		await stage.bubble('Nice').getByText('🎉').waitFor();
		const Chat = `${ALICE}@s.whatsapp.net`;
		const { Id: MessageID } = await answer('/send/text', { Body: 'Wrogn' });
		await stage.wago('/message/edit', { Chat, MessageID, Message: 'Right' });
		await stage.bubble('Right').getByText('edited').waitFor();
		await stage.wago('/message/delete', { Chat, MessageID });
		await stage.page.getByText('This message was deleted.').waitFor();
	});

	it('delivers reactions, answers, edits and deletions of the contact', async () => {
		const { Id } = await answer('/send/text', { Body: 'How was it?' });
		await stage.pick('How was it?', 'React with 👍');
		expect(await stage.waitForContent('reactionMessage')).toMatchObject({
			text: '👍',
			key: { ID: Id },
		});

		await stage.pick('How was it?', 'Reply');
		await stage.write('Very godo');
		expect(await stage.waitForContent('extendedTextMessage')).toMatchObject({
			text: 'Very godo',
			contextInfo: { stanzaID: Id },
		});
		await stage.pick('Very godo', 'Edit');
		await stage.write('Very good');
		expect(await stage.waitForContent('protocolMessage')).toMatchObject({
			editedMessage: { conversation: 'Very good' },
		});
		await stage.pick('Very good', 'Delete for everyone');
		await waitFor(
			'the deletion',
			async () => (await stage.waitForContent('protocolMessage')).type === 0,
		);
	});

	it('votes in a poll', async () => {
		const options = { Question: 'Which?', Options: ['Tea', 'Coffee'], MaxAnswer: 1 };
		const { Id } = await answer('/send/poll', options);
		const coffee = stage.page.getByRole('button', { name: 'Coffee' });
		await coffee.click();
		const { event, decryptVote } = await stage.waitForDelivery(
			({ event: { Message } }) => Message?.pollUpdateMessage !== undefined,
		);
		expect(event.Message?.pollUpdateMessage).toMatchObject({ pollCreationMessageKey: { ID: Id } });
		expect(decryptVote).toBe(createHash('sha256').update('Coffee').digest('hex'));
		await waitFor('the vote', async () => (await coffee.getAttribute('aria-pressed')) === 'true');
	});

	it.each([
		[
			'a button',
			'/send/buttons',
			{ Phone: ALICE, Title: 'Sure?', Buttons: [{ ButtonId: 'b1', ButtonText: 'Quite' }] },
			'Quite',
			'buttonsResponseMessage',
			{ selectedButtonID: 'b1' },
		],
		[
			'a template button',
			'/send/template',
			{
				Phone: ALICE,
				Content: 'Ready?',
				Buttons: [{ DisplayText: 'Steady', Id: 't1', Type: 'quickreply' }],
			},
			'Steady',
			'templateButtonReplyMessage',
			{ selectedID: 't1', selectedIndex: 0 },
		],
		[
			'a carousel’s quick reply',
			'/send/carousel',
			{
				phone: ALICE,
				message: 'Look',
				carousel: [{ text: 'One', buttons: [{ id: 'c1', label: 'Take', type: 'reply' }] }],
			},
			'Take',
			'interactiveResponseMessage',
			{ body: { text: 'Take', format: 0 } },
		],
	])('presses %s', async (_what, path, body, label, field, content) => {
		await stage.wago(path, body);
		await stage.page.getByRole('button', { name: label }).last().click();
		expect(await stage.waitForContent(field)).toMatchObject(content);
	});

	it('chooses a row of a list', async () => {
		const Sections = [
			{ Title: 'Hot', Rows: [{ RowId: 'r1', Title: 'Soup', Description: 'of the day' }] },
		];
		await answer('/send/list', {
			Title: 'Menu',
			Description: 'Choose',
			ButtonText: 'Open menu',
			Sections,
		});
		await stage.page.getByText('Open menu').click();
		await stage.page.getByRole('button', { name: 'Soup' }).click();
		expect(await stage.waitForContent('listResponseMessage')).toMatchObject({
			title: 'Soup',
			singleSelectReply: { selectedRowID: 'r1' },
		});
	});

	it.each([
		['Picture', 'picture.png', 'imageMessage'],
		['Voice note', 'voice.ogg', 'audioMessage'],
	])('sends the sample: %s', async (entry, file, field) => {
		await stage.page.getByRole('button', { name: 'Attach' }).click();
		await stage.page.getByRole('menuitem', { name: entry }).click();
		const bytes = await readFile(join(SAMPLES, file));
		expect(await stage.waitForContent(field)).toMatchObject({
			fileSHA256: createHash('sha256').update(bytes).digest('base64'),
			fileLength: bytes.length,
		});
	});

	it('makes what is typed the caption of a file', async () => {
		await stage.page.getByLabel('Message', { exact: true }).fill('Our terrace');
		await stage.page.getByRole('button', { name: 'Attach' }).click();
		await stage.page.getByRole('menuitem', { name: 'Picture' }).click();
		expect(await stage.waitForContent('imageMessage')).toMatchObject({ caption: 'Our terrace' });
		await stage.bubble('Our terrace').getByRole('img').waitFor();
	});

	it('sends a file from the computer and shows the file that the workflow sends', async () => {
		const chosen = stage.page.waitForEvent('filechooser');
		await stage.page.getByRole('button', { name: 'Attach' }).click();
		await stage.page.getByRole('menuitem', { name: 'File…' }).click();
		const buffer = Buffer.from('%PDF-1.4');
		await (await chosen).setFiles({ name: 'offer.pdf', mimeType: 'application/pdf', buffer });
		expect(await stage.waitForContent('documentMessage')).toMatchObject({ fileName: 'offer.pdf' });

		const Document = `data:application/octet-stream;base64,${buffer.toString('base64')}`;
		await answer('/send/document', {
			Document,
			FileName: 'answer.pdf',
			Mimetype: 'application/pdf',
		});
		const download = stage.page.waitForEvent('download');
		await stage.bubble('answer.pdf').getByRole('link').click();
		expect(await readFile(await (await download).path())).toEqual(buffer);
	});

	it('writes as the business phone', async () => {
		await stage.page.getByLabel('I am').selectOption('Business phone');
		await stage.write('I take over');
		const { event } = await stage.waitForDelivery(({ event: { Message } }) => !!Message);
		expect(event.Info).toMatchObject({ IsFromMe: true, Chat: `${ALICE}@s.whatsapp.net` });
		await stage.bubble('I take over').getByText('typed').waitFor();
		await stage.page.getByLabel('I am').selectOption('Alice Example');
	});

	it('counts what is unread in other chats', async () => {
		await stage.page.getByRole('button', { name: 'Back to the chats' }).click();
		await answer('/send/text', { Body: 'Are you there?' });
		await stage.page
			.getByRole('button', { name: /Alice Example.*Are you there\?\s*1 unread/s })
			.waitFor();
	});

	it('writes as a member of a group', async () => {
		await stage.openChat('Example Team');
		await stage.page.getByLabel('I am').selectOption('Bob Builder');
		await stage.write('Hi all');
		const { event } = await stage.waitForDelivery(({ event: { Message } }) => !!Message);
		expect(event.Info).toMatchObject({
			Chat: '120363000000000001@g.us',
			IsGroup: true,
			PushName: 'Bob Builder',
		});
	});

	it('delivers everything twice when told to', async () => {
		await stage.page.getByLabel('Duplicates').selectOption('One more of each');
		await waitFor(
			'the setting',
			async () => await Promise.resolve(stage.simulator.state.settings.duplicates === 1),
		);
		await stage.write('Twice');
		const messages = () =>
			stage.delivered.filter(({ event: { Message } }) => Message?.conversation === 'Twice');
		await waitFor('two deliveries', async () => await Promise.resolve(messages().length === 2));
		await stage.page.getByLabel('Duplicates').selectOption('None');
	});

	it('lets WaGo’s next request fail', async () => {
		await stage.page.getByLabel('What happens').selectOption('Answer “not logged in”');
		await stage.page.getByRole('button', { name: 'Let it happen' }).click();
		await stage.page.getByText('The next 1 × /send/text').waitFor();
		await expect(answer('/send/text', { Body: 'x' })).rejects.toThrow('not logged in');
		await stage.page
			.getByRole('button', { name: /POST \/send\/text 500/ })
			.first()
			.waitFor();
	});

	it('shows the bytes of a delivery and of a request', async () => {
		await stage.write('What & how');
		await stage.pick('What & how', 'Show on the wire');
		const wire = stage.page.getByLabel('On the wire');
		await wire.getByText('"conversation": "What & how"').first().waitFor();
		await wire.getByRole('button', { name: 'Raw' }).click();
		const raw = await wire.locator('pre').first().textContent();
		const { body } = stage.simulator.state.deliveries.list().at(-1)!;
		expect(raw?.endsWith(`\n\n${body}`)).toBe(true);
		expect(raw).toContain('User-Agent: go-resty/2.10.0');
		await wire.getByRole('button', { name: 'Show all' }).click();
	});

	it('is still the same after a reload', async () => {
		await stage.page.reload();
		await stage.openChat('Example Team');
		await stage.bubble('Twice').waitFor();
	});

	it('fits the window with all that happened', async () => {
		expect(await stage.overflow()).toEqual([0, 0]);
	});

	it('works with the keyboard alone and gives the focus back', async () => {
		const { page } = stage;
		await page.getByRole('button', { name: 'Attach' }).focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowDown');
		const focused = page.locator(':focus');
		expect(await focused.textContent()).toBe('Voice note');
		await page.keyboard.press('Escape');
		expect(await focused.getAttribute('aria-label')).toBe('Attach');
	});

	it('fits a narrow screen, one part at a time', async () => {
		const { page } = stage;
		await page.setViewportSize({ width: 360, height: 640 });
		await page.getByRole('button', { name: 'Controls' }).click();
		expect(await page.getByLabel('Duplicates').isVisible()).toBe(true);
		expect(await page.getByRole('button', { name: 'Attach' }).isVisible()).toBe(false);
		expect(await stage.overflow()).toEqual([0, 0]);
	});

	it('made no error and asked nobody but the simulator', () => {
		expect(stage.problems).toEqual([]);
	});
});
