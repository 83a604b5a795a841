import type { Locator, Page } from 'playwright-core';

/** The simulator's phone page in a browser, as its user works it. */
export class PhonePage {
	constructor(readonly page: Page) {}

	async openChat(name: string): Promise<void> {
		await this.page.getByRole('button', { name }).click();
		await this.page.getByRole('heading', { name, level: 2 }).waitFor();
	}

	async write(text: string): Promise<void> {
		await this.page.getByLabel('Message', { exact: true }).fill(text);
		await this.page.keyboard.press('Enter');
	}

	/** The newest bubble that holds a text. */
	bubble(text: string): Locator {
		return this.page.getByRole('article').filter({ hasText: text }).last();
	}

	/** The bubbles whose whole text this is. */
	bubblesOf(text: string): Locator {
		const whole = this.page.getByText(text, { exact: true });
		return this.page.getByRole('article').filter({ has: whole });
	}

	/** Picks an entry of a message's menu. */
	async pick(text: string, entry: string): Promise<void> {
		const row = this.page.locator('.messages > li').filter({ hasText: text }).last();
		await row.hover();
		await row.getByRole('button', { name: 'Message menu' }).click();
		await this.page.getByRole('menuitem', { name: entry }).click();
	}
}
