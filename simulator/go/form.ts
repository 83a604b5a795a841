/** What `encodeURIComponent` leaves as it is and Go's `url.QueryEscape` does not. */
const LEFT_BY_JAVASCRIPT = /[!'()*]/g;

/** A form as Go's `url.Values.Encode` writes it: keys sorted, a space as `+`, everything but `A-Za-z0-9-_.~` escaped. */
export function encodeGoForm(fields: Readonly<Record<string, string>>): string {
	return Object.keys(fields)
		.sort()
		.map((key) => `${queryEscape(key)}=${queryEscape(fields[key])}`)
		.join('&');
}

function queryEscape(text: string): string {
	// A lone surrogate can't be UTF-8: like Go, send U+FFFD in its place.
	const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
	return encodeURIComponent(wellFormed)
		.replace(
			LEFT_BY_JAVASCRIPT,
			(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
		)
		.replace(/%20/g, '+');
}
