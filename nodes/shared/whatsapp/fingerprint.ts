import { createHash } from 'crypto';

const LENGTH = 32;
/** Differences below this depth do not count; bounding it keeps absurd nesting from overflowing the stack. */
const DEEPEST = 100;

/** SHA-256 of a text, lower-case hexadecimal. */
export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** A short fingerprint that is the same for two JSON values that differ in key order or key casing only. */
export function fingerprint(value: unknown): string {
	return sha256(canonical(value, DEEPEST)).slice(0, LENGTH);
}

function canonical(value: unknown, levels: number): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	if (levels === 0) return '"…"';
	if (Array.isArray(value))
		return `[${value.map((member) => canonical(member, levels - 1)).join()}]`;
	const fields = Object.entries(value).map(
		([key, member]) => `${JSON.stringify(key.toLowerCase())}:${canonical(member, levels - 1)}`,
	);
	return `{${fields.sort().join()}}`;
}
