/** Deeper than any message nests, and far from what overflows the stack of a recursive serialiser. */
const DEEPEST = 200;

/**
 * The value as it is, or, where it nests deeper than {@link DEEPEST}, a copy with `null` in the place of
 * everything below. What leaves for a workflow is serialised recursively there, and would overflow.
 */
export function withinDepth(value: unknown): unknown {
	return isWithin(value, DEEPEST) ? value : prune(value, DEEPEST);
}

function isWithin(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return true;
	if (levels === 0) return false;
	return Object.values(value).every((member) => isWithin(member, levels - 1));
}

function prune(value: unknown, levels: number): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (levels === 0) return null;
	if (Array.isArray(value)) return value.map((member) => prune(member, levels - 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [key, prune(member, levels - 1)]),
	);
}
