/** Nearer to the end than this, a list stays at its end. */
const NEAR_END = 80;

/**
 * Keeps a list that is scrolled to its end there, whatever changes its height: new content, pictures that
 * arrive, a window that shrinks.
 * @returns a function to call when content was added
 */
export function keepAtEnd(list) {
	let isAtEnd = true;
	let lastTop = 0;
	const stay = () => {
		if (isAtEnd) list.scrollTop = list.scrollHeight;
	};
	list.addEventListener('scroll', () => {
		const { scrollTop, scrollHeight, clientHeight } = list;
		const isNear = scrollHeight - scrollTop - clientHeight < NEAR_END;
		// Only who scrolls back leaves the end: a picture may make the list longer before this event comes.
		if (isNear) isAtEnd = true;
		else if (scrollTop < lastTop) isAtEnd = false;
		lastTop = scrollTop;
	});
	for (const event of ['load', 'loadedmetadata'])
		list.addEventListener(event, stay, { capture: true });
	new ResizeObserver(stay).observe(list);
	return stay;
}
