import { addFault, configure, logOut, reset } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { areReceiptsOn, switchReceipts } from '../model/receipts.js';

/** Faults that WaGo can be told to have, by what they do to the next requests. */
const FAULTS = {
	error: ['Answer 500', { status: 500 }],
	notLoggedIn: [
		'Answer “not logged in”',
		{ status: 500, body: { code: 500, error: 'not logged in', success: false } },
	],
	unauthorized: [
		'Answer 401',
		{ status: 401, body: { code: 401, error: 'Unauthorized', success: false } },
	],
	proxy: [
		'Answer a proxy’s HTML page',
		{ status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>' },
	],
	slow: ['Answer after 3 seconds', { delayMs: 3000 }],
	drop: ['Close the connection', { drop: true }],
	hang: ['Never answer', { hang: true }],
	lost: ['Send it, then answer 500', { status: 500, afterAccept: true }],
};

const PATHS = [
	'/send/text',
	'/send/image',
	'/send/audio',
	'/send/document',
	'/send/buttons',
	'/send/list',
	'/send/poll',
	'/message/react',
	'/message/markread',
	'/session/status',
	'/webhook',
];

/** Settings of the simulator with the values that the page offers. */
const DELIVERY_SETTINGS = [
	[
		'deliveryDelayMs',
		'Delay',
		[
			[0, 'None'],
			[2000, '2 seconds'],
			[10_000, '10 seconds'],
		],
	],
	[
		'deliveryJitterMs',
		'Disorder',
		[
			[0, 'None'],
			[3000, 'Up to 3 seconds'],
		],
	],
	[
		'duplicates',
		'Duplicates',
		[
			[0, 'None'],
			[1, 'One more of each'],
			[3, 'Three more of each'],
		],
	],
	[
		'retryWaitsMs',
		'When the webhook fails',
		[
			[[], 'Give up'],
			[[1000, 2000, 4000], 'Try three times more'],
		],
	],
	[
		'mediaForwarding',
		'Received files',
		[
			[true, 'Come with the event'],
			[false, 'Have to be downloaded'],
		],
	],
];

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
		['Webhook', webhook || 'None: nothing is delivered'],
		['Subscribed', events.join(', ') || 'To nothing'],
	];
	const unlink = () => app.attempt(() => logOut(session.token));
	return [
		h(
			'dl',
			{ className: 'facts' },
			facts.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
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
