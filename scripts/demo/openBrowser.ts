/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn } from 'child_process';

const OPENERS: Partial<Record<NodeJS.Platform, string[]>> = {
	darwin: ['open'],
	win32: ['cmd', '/c', 'start', ''],
	linux: ['xdg-open'],
};

const hasScreen = (): boolean =>
	process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Shows an address in the user's browser, where there is one; a convenience that may never fail. */
export function openBrowser(url: string): void {
	const opener = OPENERS[process.platform];
	if (!opener || !hasScreen()) return;
	const [program, ...args] = opener;
	const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
	child.on('error', () => undefined);
	child.unref();
}
