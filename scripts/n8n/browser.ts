/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

import { providePackages } from '../lib/debian';
import type { Owner } from './client';

const EXECUTABLES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser of its own word: without these it looks for the outside world at every start. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const findExecutable = (): string | undefined =>
	process.env.CHROMIUM_PATH || EXECUTABLES.find((path) => existsSync(path));

/** Installs a browser where there is none and one can be installed. */
export async function provideBrowser(): Promise<void> {
	await providePackages([{ name: 'chromium', isThere: hasBrowser }]);
}

export const hasBrowser = (): boolean => findExecutable() !== undefined;

/** A headless browser; undefined where there is none and none can be installed. */
export async function launchBrowser(): Promise<Browser | undefined> {
	await provideBrowser();
	const executablePath = findExecutable();
	if (!executablePath) return undefined;
	return await chromium.launch({ executablePath, args: FLAGS });
}

/** Opens n8n's editor as its owner. */
export async function logIn(browser: Browser, url: string, owner: Owner): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
	await logInTo(page, url, owner);
	return page;
}

/** Opens n8n's editor as its owner in a page that is there. */
export async function logInTo(page: Page, url: string, owner: Owner): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.fill('input[name=emailOrLdapLoginId]', owner.email);
	await page.fill('input[name=password]', owner.password);
	await page.click('[data-test-id=form-submit-button]');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}

/** Shows a workflow in the editor. */
export async function openWorkflow(page: Page, url: string, workflowId: string): Promise<void> {
	await page.goto(`${url}/workflow/${workflowId}`);
	await page.waitForSelector('[data-test-id=canvas-node]');
}

/** Opens the panel of a node in the workflow that is shown. */
export async function openNode(page: Page, name: string): Promise<void> {
	await page.dblclick(`[data-test-id=canvas-node][data-node-name="${name}"]`);
	await page.waitForSelector('[data-test-id=ndv]');
}
