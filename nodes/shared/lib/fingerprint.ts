import { createHash } from 'crypto';

const LENGTH = 32;
/** Differences below this depth do not count; bounding it keeps absurd nesting from overflowing the stack. */
const DEEPEST = 100;

/** SHA-256 of a text, lower-case hexadecimal. */
export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** A short fingerprint that is the same for two JSON values that differ in the order of their keys only. */
export function fingerprint(value: unknown): string {
	return sha256(canonical(value, DEEPEST)).slice(0, LENGTH);
}

/** Texts carry their length, which tells them apart without the cost of escaping them. */
function canonical(value: unknown, levels: number): string {
	if (typeof value === 'string') return `${value.length}"${value}`;
	if (typeof value !== 'object' || value === null) return String(value);
	if (levels === 0) return '…';
	if (Array.isArray(value)) {
		return `[${value.map((member) => canonical(member, levels - 1)).join()}]`;
	}
	const fields = value as Record<string, unknown>;
	const members = Object.keys(fields)
		.sort()
		.map((name) => `${name.length}:${name}=${canonical(fields[name], levels - 1)}`);
	return `{${members.join()}}`;
}
