import { addFault, configure, logOut, reset } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { DELIVERY_SETTINGS, FAULTS, PATHS } from '../model/faults.js';
import { areReceiptsOn, switchReceipts } from '../model/receipts.js';

/** The session's state, and switches for what goes wrong in real life. */
export function mountControls(root, app) {
	const session = h('div', {});
	const deliveries = h('div', {});
	root.append(
		h('h2', {}, 'Session'),
		session,
		h('h2', {}, 'Deliveries to the webhook'),
		deliveries,
		h('h2', {}, 'Faults of WaGo'),
		faultForm(app),
		h('h2', {}, 'Phones'),
		receiptSwitch(app),
		resetButton(app),
	);
	const drawSession = whenChanged(
		({ session: current }) =>
			current && [
				current.name,
				current.webhook,
				current.events,
				current.loggedIn,
				current.connected,
			],
		() => fill(session, sessionFacts(app)),
	);
	const drawDeliveries = whenChanged(
		({ world }) => world.settings,
		() =>
			fill(
				deliveries,
				DELIVERY_SETTINGS.map((setting) => settingPicker(app, setting)),
			),
	);
	return () => {
		drawSession(app);
		drawDeliveries(app);
	};
}

function whenChanged(select, draw) {
	let drawn;
	return (app) => {
		const current = JSON.stringify(select(app));
		if (current !== drawn) draw();
		drawn = current;
	};
}

function sessionFacts(app) {
	const { session } = app;
	if (!session) return null;
	const { loggedIn, connected, webhook, events, phone } = session;
	const state = loggedIn ? 'Logged in' : connected ? 'Waiting for a scan' : 'Not connected';
	const facts = [
		['State', state],
		['Phone', `+${phone}`],
		webhook ? ['Webhook', webhook, 'address'] : ['Webhook', 'None: publish a workflow'],
		['Subscribed', events.join(', ') || 'To nothing'],
	];
	const unlink = () => app.attempt(() => logOut(session.token));
	return [
		h(
			'dl',
			{ className: 'facts' },
			facts.map(([name, value, className = '']) => [
				h('dt', {}, name),
				h('dd', { className, title: className ? value : '' }, value),
			]),
		),
		loggedIn &&
			h(
				'button',
				{
					type: 'button',
					className: 'small danger',
					onclick: unlink,
					dataset: { focus: 'logout' },
				},
				'Log out from the phone',
			),
	];
}

function settingPicker(app, [name, label, choices]) {
	const current = JSON.stringify(app.world.settings[name]);
	const options = choices.map(([value, text]) => ({ value: JSON.stringify(value), text }));
	// Set elsewhere to something that is not offered here: it is shown as it is.
	if (!options.some(({ value }) => value === current))
		options.push({ value: current, text: current });
	const onchange = ({ target }) =>
		app.attempt(() => configure({ [name]: JSON.parse(target.value) }));
	return field(
		label,
		h(
			'select',
			{ onchange, dataset: { focus: name } },
			options.map(({ value, text }) => h('option', { value, selected: value === current }, text)),
		),
	);
}

function faultForm(app) {
	const onsubmit = (event) => {
		event.preventDefault();
		const { path, fault, count } = Object.fromEntries(new FormData(event.target));
		const [label, effect] = FAULTS[fault];
		void app.attempt(async () => {
			await addFault({ path, count: Number(count), ...effect });
			app.notify(`The next ${count} × ${path}: ${label}`);
		});
	};
	return h(
		'form',
		{ onsubmit },
		field(
			'Requests to',
			h(
				'select',
				{ name: 'path' },
				PATHS.map((path) => h('option', { value: path }, path)),
			),
		),
		field(
			'What happens',
			h(
				'select',
				{ name: 'fault' },
				Object.entries(FAULTS).map(([name, [label]]) => h('option', { value: name }, label)),
			),
		),
		field('How often', h('input', { name: 'count', type: 'number', min: 1, max: 100, value: 1 })),
		h('button', { type: 'submit', className: 'small' }, 'Let it happen'),
	);
}

function receiptSwitch(app) {
	const onchange = ({ target }) => {
		switchReceipts(target.checked);
		app.set({});
	};
	return h(
		'label',
		{ className: 'check' },
		h('input', { type: 'checkbox', checked: areReceiptsOn(), onchange }),
		'Contacts confirm what arrives and what they read',
	);
}

function resetButton(app) {
	const onclick = () => confirm('Forget all sessions, messages and faults?') && app.attempt(reset);
	return h('button', { type: 'button', className: 'small danger', onclick }, 'Reset the simulator');
}

const field = (label, control) => h('label', { className: 'field' }, h('span', {}, label), control);
