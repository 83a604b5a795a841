/** The address in a text; `undefined` for text that is none with `http://` or `https://`. */
export function parseWebAddress(text: string): URL | undefined {
	try {
		const url = new URL(text.trim());
		return ['http:', 'https:'].includes(url.protocol) ? url : undefined;
	} catch {
		return undefined;
	}
}
