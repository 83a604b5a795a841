/** Nearer to the end than this, a list stays at its end. */
const NEAR_END = 80;

/**
 * Keeps a list that is scrolled to its end there, whatever changes its height: new content, pictures that
 * arrive, a window that shrinks.
 * @returns a function to call when content was added
 */
export function keepAtEnd(list) {
	let isAtEnd = true;
	const stay = () => {
		if (isAtEnd) list.scrollTop = list.scrollHeight;
	};
	list.addEventListener('scroll', () => {
		isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
	});
	list.addEventListener('load', stay, { capture: true });
	new ResizeObserver(stay).observe(list);
	return stay;
}
