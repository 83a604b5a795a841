/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { homedir } from 'os';
import { join, resolve } from 'path';

/** The checkout. */
export const projectRoot = resolve(__dirname, '../..');

/**
 * Where big things are kept between runs (an installed n8n, the demo's data): outside the checkout, so
 * that a fresh clone finds them again. `WAGO_CACHE_DIR` moves it.
 */
export function cacheDirectory(): string {
	const { WAGO_CACHE_DIR: own, XDG_CACHE_HOME: shared } = process.env;
	return own ? resolve(own) : join(shared || join(homedir(), '.cache'), 'n8n-nodes-wago');
}
