import { fill, h } from '../lib/dom.js';
import { preciseClock, summary } from '../lib/format.js';
import { icon } from '../lib/icons.js';
import { keyedList } from '../lib/keyedList.js';
import { deliveryTitle } from '../lib/wire.js';
import { reasonOf } from '../model/reasons.js';
import { wireDetail } from './wireDetail.js';

const SHOWN = 100;
const QUIET = 'hide-reads';

/** The requests of the workflow and the deliveries of WaGo, newest first, each with its bytes. */
export function mountWire(root, app) {
	const head = h('div', { className: 'wire-head' });
	const list = h('ol', { className: 'wire-list' });
	root.append(h('h2', {}, 'On the wire'), head, list);
	const renderList = keyedList(list);
	let shown;
	function render() {
		if (!app.session) return;
		const message = app.wireMessageId && app.account?.message(app.wireMessageId);
		if (message !== shown || head.childElementCount === 0) {
			fill(head, message ? about(app, message) : readsSwitch(render));
		}
		shown = message;
		renderList(items(app));
	}
	return render;
}

function items(app) {
	const entries = shownEntries(app).map((entry) => {
		const isOpen = app.openEntryId === entry.id;
		return { id: entry.id, key: [entry, isOpen], draw: () => row(app, entry, isOpen) };
	});
	return entries.length > 0 ? entries : [NOTHING];
}

const NOTHING = {
	id: 'nothing',
	key: [],
	draw: () =>
		h('li', { className: 'hint' }, 'Nothing yet. Write a message, or let a workflow send one.'),
};

function shownEntries(app) {
	const all = app.world.wireOf(app.session.name, app.wireMessageId).reverse();
	const areReadsShown = app.wireMessageId || !areReadsHidden();
	return all.filter((entry) => areReadsShown || entry.request?.method !== 'GET').slice(0, SHOWN);
}

const areReadsHidden = () => localStorage.getItem(QUIET) !== 'off';

function readsSwitch(render) {
	const onchange = ({ target }) => {
		localStorage.setItem(QUIET, target.checked ? 'on' : 'off');
		render();
	};
	const box = h('input', {
		type: 'checkbox',
		checked: areReadsHidden(),
		onchange,
		dataset: { focus: 'reads' },
	});
	return h('label', { className: 'check' }, box, 'Hide GET requests');
}

function about(app, message) {
	const onclick = () => app.set({ wireMessageId: undefined, wireEntryId: undefined });
	return [
		h(
			'p',
			{ className: 'wire-about' },
			h('strong', {}, app.account.nameOf(message.author)),
			': ',
			summary(message),
		),
		h(
			'button',
			{ type: 'button', className: 'small', onclick, dataset: { focus: 'all' } },
			'Show all',
		),
	];
}

function row(app, entry, isOpen) {
	const onclick = () => app.set({ wireEntryId: isOpen ? undefined : entry.id });
	const { direction, title, status, look } = describe(entry);
	const label = direction === 'in' ? 'WaGo delivered' : 'The workflow asked';
	return h(
		'li',
		{ className: `wire-entry wire-${direction}` },
		h(
			'button',
			{
				type: 'button',
				className: 'wire-row',
				'aria-expanded': String(isOpen),
				onclick,
				dataset: { focus: `entry-${entry.id}` },
			},
			h(
				'span',
				{ className: 'wire-direction', title: label },
				icon(direction === 'in' ? 'download' : 'send'),
				h('span', { className: 'visually-hidden' }, label),
			),
			h('span', { className: 'wire-title' }, title),
			h('span', { className: `status ${look}` }, status),
			h('time', { dateTime: entry.time }, preciseClock(entry.time)),
		),
		isOpen && wireDetail(app, entry),
	);
}

function describe({ request, delivery }) {
	if (request) {
		const { method, path, status } = request;
		return {
			direction: 'out',
			title: `${method} ${path}`,
			status: status || 'no answer',
			look: status === 200 ? '' : 'bad',
		};
	}
	const last = delivery.attempts.at(-1);
	return {
		direction: 'in',
		title: deliveryTitle(delivery),
		status: last ? attemptStatus(last) : 'waiting…',
		look: last ? attemptLook(last) : '',
	};
}

function attemptStatus(attempt) {
	const { status, error, ms } = attempt;
	return `${status || error} in ${ms} ms${reasonOf(attempt) ? ', started nothing' : ''}`;
}

/** What starts nothing is neither good nor bad. */
function attemptLook(attempt) {
	if (attempt.status < 200 || attempt.status > 299) return 'bad';
	return reasonOf(attempt) ? 'idle' : '';
}
