/** Longer text, such as a file in base64, is cut where it is only to be looked at. */
export const LONGEST_TEXT = 64 * 1024;

/** A value as JSON, with its long texts cut. */
export function stringifyCut(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'string' ? cut(part) : part,
	);
}

export function cut(text: string): string {
	if (text.length <= LONGEST_TEXT) return text;
	return `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)`;
}
