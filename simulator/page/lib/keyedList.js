import { swap } from './dom.js';

/**
 * Keeps a list element up to date with the fewest changes, so that neither a click nor the focus gets lost when
 * something arrives meanwhile.
 * @returns `render(items)` with items `{ id, key, draw }`: one is drawn anew only when a value in `key` differs
 */
export function keyedList(list) {
	let drawn = new Map();
	return (items) => {
		const rows = new Map(items.map((item) => [item.id, keepOrDraw(drawn.get(item.id), item)]));
		drawn = rows;
		arrange(
			list,
			[...rows.values()].map(({ element }) => element),
		);
	};
}

function keepOrDraw(known, { key, draw }) {
	if (known && key.every((value, index) => value === known.key[index])) return known;
	const element = draw();
	if (known) swap(known.element, element);
	return { key, element };
}

/** Makes these the list's children in this order, without touching those that are in their place. */
function arrange(list, children) {
	const kept = new Set(children);
	for (const child of [...list.children]) if (!kept.has(child)) child.remove();
	children.forEach((child, index) => {
		if (list.children[index] !== child) list.insertBefore(child, list.children[index]);
	});
}
