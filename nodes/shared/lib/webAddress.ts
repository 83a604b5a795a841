/** The address in a text; `undefined` for text that is none with `http://` or `https://`. */
export function parseWebAddress(text: string): URL | undefined {
	try {
		const url = new URL(text.trim());
		return ['http:', 'https:'].includes(url.protocol) ? url : undefined;
	} catch {
		return undefined;
	}
}

/** Whether a host name stands for the very machine that looks it up. */
export function isLoopback(hostname: string): boolean {
	return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
