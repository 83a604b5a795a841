/**
 * Builds an element. A property that starts with `on` is a listener, `dataset` and `style` are objects; names
 * with a hyphen and `role` become attributes, everything else is set as a property. Children that are not nodes
 * become text, so that no data is ever read as HTML; `null`, `undefined` and `false` are left out.
 */
export function h(tag, properties = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(properties)) setProperty(element, name, value);
	append(element, children);
	return element;
}

function setProperty(element, name, value) {
	if (value === undefined || value === null) return;
	if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
	else if (name === 'dataset' || name === 'style') Object.assign(element[name], value);
	else if (name.includes('-') || name === 'role') element.setAttribute(name, value);
	else element[name] = value;
}

function append(element, children) {
	const shown = children
		.flat(Infinity)
		.filter((child) => child !== null && child !== undefined && child !== false);
	element.append(...shown.map((child) => (child instanceof Node ? child : String(child))));
}

/** Replaces what an element holds; the focus stays on the element with the same `data-focus` key. */
export function fill(element, ...children) {
	keepFocus(element, () => {
		element.textContent = '';
		append(element, children);
	});
}

/** Puts a newer version of an element in the older one's place, with the focus where it was. */
export function swap(older, newer) {
	const key = focusKeyIn(older);
	older.replaceWith(newer);
	focusKey(newer, key);
}

function keepFocus(element, change) {
	const key = focusKeyIn(element);
	change();
	focusKey(element, key);
}

function focusKeyIn(element) {
	const { activeElement } = document;
	return element.contains(activeElement) ? activeElement.dataset.focus : undefined;
}

function focusKey(element, key) {
	if (key === undefined) return;
	const target = [...element.querySelectorAll('[data-focus]')].find(
		({ dataset }) => dataset.focus === key,
	);
	target?.focus({ preventScroll: true });
}
