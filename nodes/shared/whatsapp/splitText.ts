/** Where a text may be cut, the best place first: between paragraphs, lines, sentences, words. */
const SEAMS: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /[.!?…]\s/g, /\s/g];

/**
 * Cuts a text into parts of at most `limit` UTF-16 units, in order, at the best place that keeps a part at least half
 * full. White space at the cuts is dropped; nothing else is.
 */
export function splitText(text: string, limit: number): string[] {
	const parts: string[] = [];
	let rest = text.trim();
	while (rest.length > limit) {
		const end = cutOf(rest.slice(0, limit + 1), limit);
		parts.push(rest.slice(0, end).trimEnd());
		rest = rest.slice(end).trimStart();
	}
	return rest === '' ? parts : [...parts, rest];
}

function cutOf(head: string, limit: number): number {
	for (const seam of SEAMS) {
		const last = [...head.matchAll(seam)].pop();
		// A sentence keeps its full stop.
		const end = last && last.index + last[0].trimEnd().length;
		if (end !== undefined && end > limit / 2 && end <= limit) return end;
	}
	return isHighSurrogate(head, limit - 1) ? limit - 1 : limit;
}

/** Whether the character at `index` is the first half of one, such as an emoji: it must not be cut off. */
function isHighSurrogate(text: string, index: number): boolean {
	const unit = text.charCodeAt(index);
	return unit >= 0xd800 && unit <= 0xdbff;
}
