/** Characters that Go's encoder writes as escapes (encoding/json, HTMLEscape); they occur inside strings only. */
const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g;

/**
 * Text as Go's `json.Marshal` writes it for a map: compact, top-level keys sorted, `<`, `>`, `&`, U+2028 and
 * U+2029 escaped. Below the top level the order of keys is kept, as that of a struct's fields is.
 */
export function marshalGoMap(map: Readonly<Record<string, unknown>>): string {
	const sorted = Object.fromEntries(Object.entries(map).sort(byCodePoint));
	return JSON.stringify(sorted).replace(ESCAPED_BY_GO, escapeCharacter);
}

function byCodePoint([a]: [string, unknown], [b]: [string, unknown]): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

function escapeCharacter(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
