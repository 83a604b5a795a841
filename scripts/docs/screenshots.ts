/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdir, mkdtemp, rm, stat } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

import { DEMO_TOKEN } from '../../simulator/state';
import { DEMO_OWNER } from '../demo/setup';
import { projectRoot } from '../lib/paths';
import { say, step } from '../lib/progress';
import { prepareSimulator, SimulatorClient } from '../lib/simulator';
import { launchBrowser, logInTo, openNode, openWorkflow } from '../n8n/browser';
import { N8nClient } from '../n8n/client';
import { loadExample } from '../n8n/examples';
import { pack } from '../n8n/pack';
import { N8nServer } from '../n8n/server';

const IMAGES = join(projectRoot, 'docs/images');

const ALICE = '15550100001';

type Theme = 'light' | 'dark';

const VIEWPORT = { width: 1280, height: 800 };

const PAIR_HEIGHT = 640;

const BACKGROUND: Record<Theme, string> = { light: '#dfe3ea', dark: '#101216' };

/** What is photographed: a real n8n with the packed nodes, and the simulator with a conversation on its phone. */
interface Stage {
	n8nUrl: string;
	phoneUrl: string;
	workflowId: string;
}

async function save(what: Page | Locator, name: string, theme: Theme): Promise<void> {
	const path = join(IMAGES, `${name}-${theme}.png`);
	await what.screenshot({ path, animations: 'disabled', caret: 'hide' });
	say(`  ${name}-${theme}.png: ${Math.round((await stat(path)).size / 1000)} kB`);
}

/** The demo's own scene: a session that is logged in, the auto-reply, a few messages and their answers. */
async function setTheStage(n8n: N8nServer, simulatorUrl: string): Promise<Stage> {
	const simulator = new SimulatorClient(simulatorUrl);
	await simulator.connect(DEMO_TOKEN);
	await simulator.scan(DEMO_TOKEN);
	await simulator.settings({ autoReceipts: 'read' });

	const client = new N8nClient(n8n.url);
	await client.setUpOwner(DEMO_OWNER);
	const credential = await client.createCredential('WaGo account', 'wagoApi', {
		baseUrl: simulatorUrl,
		token: DEMO_TOKEN,
	});
	const workflow = await client.createWorkflow(await loadExample('auto-reply', [credential]));
	await client.activate(workflow.id);
	for (const [index, text] of ['Hello', 'Are you open tomorrow?'].entries()) {
		await simulator.receive(DEMO_TOKEN, { from: ALICE, text });
		await simulator.waitForSent(DEMO_TOKEN, index + 1);
	}
	return { n8nUrl: n8n.url, phoneUrl: simulatorUrl, workflowId: workflow.id };
}

/** n8n and the phone follow the theme of the browser. */
async function contextOf(browser: Browser, theme: Theme): Promise<BrowserContext> {
	return await browser.newContext({ viewport: VIEWPORT, colorScheme: theme });
}

/** n8n's advice for published workflows lies over the canvas. */
async function closeAdvice(page: Page): Promise<void> {
	const close = page.locator('[data-test-id=suggested-actions-close]');
	await close.click({ timeout: 5000 }).catch(() => undefined);
}

/** Shows the whole workflow. */
async function showCanvas(page: Page): Promise<void> {
	await page.keyboard.press('1');
	await page.mouse.move(0, 0);
	await page.waitForTimeout(1000);
}

async function photographPanel(page: Page, node: string, name: string, theme: Theme) {
	await openNode(page, node);
	await page.waitForTimeout(1000);
	await save(page, name, theme);
	await page.keyboard.press('Escape');
	await page.locator('[data-test-id=ndv]').waitFor({ state: 'hidden' });
}

async function photographPhone(context: BrowserContext, { phoneUrl }: Stage): Promise<Page> {
	const page = await context.newPage();
	await page.goto(phoneUrl);
	await page.getByRole('button', { name: 'Alice Example' }).click();
	await page.getByText('You wrote: Are you open tomorrow?').first().waitFor();
	// The ring of the focused field would be the brightest thing in the picture.
	await page.locator('header').first().click();
	return page;
}

/** The editor and the phone side by side, as windows on one screen. */
async function photographPair(
	context: BrowserContext,
	theme: Theme,
	editor: Page,
	phone: Page,
): Promise<void> {
	await editor.setViewportSize({ width: 860, height: PAIR_HEIGHT });
	await showCanvas(editor);
	await phone.setViewportSize({ width: 1280, height: PAIR_HEIGHT + 96 });
	const pictures = [await editor.screenshot(), await phone.locator('.phone .frame').screenshot()];
	const images = pictures.map(
		(png) => `<img src="data:image/png;base64,${png.toString('base64')}">`,
	);
	const page = await context.newPage();
	await page.setContent(`<style>
		body { display: inline-flex; gap: 16px; margin: 0; padding: 16px; background: ${BACKGROUND[theme]} }
		img { height: ${PAIR_HEIGHT}px; border-radius: 12px }
	</style>${images.join('')}`);
	await save(page.locator('body'), 'phone-and-editor', theme);
	await page.close();
	await editor.setViewportSize(VIEWPORT);
}

async function photograph(browser: Browser, stage: Stage, theme: Theme): Promise<void> {
	const context = await contextOf(browser, theme);
	const editor = await context.newPage();
	await logInTo(editor, stage.n8nUrl, DEMO_OWNER);
	await openWorkflow(editor, stage.n8nUrl, stage.workflowId);
	await closeAdvice(editor);
	await showCanvas(editor);
	await save(editor, 'canvas', theme);
	const phone = await photographPhone(context, stage);
	await save(phone, 'phone', theme);
	await photographPair(context, theme, editor, phone);
	await showCanvas(editor);
	await photographPanel(editor, 'WaGo Trigger', 'trigger', theme);
	await photographPanel(editor, 'Reply', 'send-text', theme);
	await context.close();
}

async function main(): Promise<void> {
	const directory = await mkdtemp(join(tmpdir(), 'wago-screenshots-'));
	const simulator = await prepareSimulator(join(directory, 'simulator.log'));
	const { unpacked } = await step('Packing the nodes', async () => await pack(directory));
	const n8n = await N8nServer.prepare({ packages: [unpacked] });
	const browser = await launchBrowser();
	try {
		if (!browser) throw new Error('There is no Chromium here');
		await mkdir(IMAGES, { recursive: true });
		await step('Starting the simulator and n8n', async () => {
			await Promise.all([simulator.service.start(), n8n.service.start()]);
		});
		const stage = await setTheStage(n8n, simulator.url);
		for (const theme of ['light', 'dark'] as const) {
			await step(`Taking the ${theme} pictures`, async () => {
				await photograph(browser, stage, theme);
			});
		}
	} finally {
		await browser?.close();
		await Promise.all([n8n.dispose(), simulator.service.stop()]);
		await rm(directory, { recursive: true, force: true });
	}
}

main().catch((error: Error) => {
	say(error.stack ?? error.message);
	process.exitCode = 1;
});
