import { h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { outside } from '../lib/links.js';
import { HERE } from './places.js';

/** What a press of a button sends, by what the button says about its reply. */
const REPLIES = {
	button: ({ id, label: text }, messageId) => ({ button: { messageId, id, text } }),
	template: ({ id, label: text }, messageId, index) => ({
		templateButton: { messageId, id: id ?? text, text, index },
	}),
	flow: ({ id, label: text }, messageId) => ({ flow: { messageId, id, text } }),
	location: () => ({ location: HERE }),
};

/** Buttons under a message: some reply, others open, call or copy something. */
export function buttonRow(buttons, message, app) {
	return h(
		'div',
		{ className: 'buttons' },
		buttons.map((button, index) => oneButton(button, index, message, app)),
	);
}

function oneButton(button, index, message, app) {
	const { reply, label, url, phone, copy } = button;
	if (url) return h('a', { className: 'press', ...outside(url) }, icon('link'), ' ', label);
	if (phone !== undefined)
		return h('a', { className: 'press', ...outside(`tel:${phone}`) }, icon('person'), ' ', label);
	if (copy !== undefined) return press(label, index, () => copyText(app, copy), icon('copy'));
	if (!reply) return h('span', { className: 'press' }, label);
	return press(
		label,
		index,
		() => app.act(REPLIES[reply](button, message.id, index)),
		icon('reply'),
	);
}

const press = (label, index, onclick, sign) =>
	h(
		'button',
		{ type: 'button', className: 'press', onclick, dataset: { focus: `press-${index}` } },
		sign,
		' ',
		label,
	);

/** Copies text, and says so. */
export async function copyText(app, text) {
	await app.attempt(async () => {
		if (!navigator.clipboard)
			throw new Error('The browser allows copying only on localhost or over HTTPS.');
		await navigator.clipboard.writeText(text);
		app.notify('Copied.');
	});
}

/** The list's rows unfold under its button. */
export function listButton({ label, sections }, message, app) {
	return h(
		'details',
		{ className: 'list' },
		h('summary', { className: 'press', dataset: { focus: 'list' } }, icon('list'), ' ', label),
		sections.map(({ title, rows }, index) => [
			title && h('p', { className: 'list-title' }, title),
			rows.map((row) => listRow(row, index, message, app)),
		]),
	);
}

function listRow({ id, title, description }, section, message, app) {
	const onclick = () => app.act({ listRow: { messageId: message.id, id, title } });
	const dataset = { focus: `row-${section}-${id}` };
	return h(
		'button',
		{ type: 'button', className: 'list-row', onclick, dataset },
		h('strong', {}, title),
		description && h('span', {}, description),
	);
}
