/** A link that only the web's own schemes may have. */
export function outside(url) {
	if (!/^(https?|tel):/i.test(url)) return {};
	return { href: url, target: '_blank', rel: 'noopener noreferrer' };
}
