import { fill, h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';

const THEME = 'theme';
const darkByDefault = matchMedia('(prefers-color-scheme: dark)');

/** The session picker, the state of the connection to the simulator and the switch between light and dark. */
export function mountTopbar(app) {
	const picker = document.getElementById('session-picker');
	const connection = document.getElementById('connection');
	const n8n = document.getElementById('n8n');
	const themeSwitch = document.getElementById('theme-switch');
	applyTheme(localStorage.getItem(THEME));
	drawThemeSwitch(themeSwitch);
	darkByDefault.addEventListener('change', () => drawThemeSwitch(themeSwitch));
	let drawn;
	return () => {
		const current = JSON.stringify([app.world.sessions.map(sessionState), app.session?.name]);
		if (current !== drawn) fill(picker, sessionPicker(app));
		drawn = current;
		const { n8nUrl } = app.world.settings;
		n8n.hidden = n8nUrl === undefined;
		if (n8nUrl) n8n.href = n8nUrl;
		connection.hidden = app.isConnected;
		connection.textContent = app.isConnected ? '' : 'Waiting for the simulator…';
	};
}

/** What a session is, for people. */
export function sessionState({ name, connected, loggedIn }) {
	if (loggedIn) return `${name}: logged in`;
	return connected ? `${name}: QR to scan` : `${name}: not connected`;
}

function sessionPicker(app) {
	const options = app.world.sessions.map((session) =>
		h('option', { value: session.name, selected: session === app.session }, sessionState(session)),
	);
	const onchange = ({ target }) => app.selectSession(target.value);
	return h(
		'label',
		{ className: 'session-picker' },
		h('span', {}, 'Session'),
		h('select', { onchange, dataset: { focus: 'session' } }, options),
	);
}

function isDark() {
	const chosen = document.documentElement.dataset.theme;
	return chosen ? chosen === 'dark' : darkByDefault.matches;
}

function applyTheme(theme) {
	if (theme) document.documentElement.dataset.theme = theme;
}

function drawThemeSwitch(root) {
	const next = isDark() ? 'light' : 'dark';
	const onclick = () => {
		applyTheme(next);
		localStorage.setItem(THEME, next);
		drawThemeSwitch(root);
	};
	const label = `Switch to the ${next} theme`;
	const properties = {
		type: 'button',
		className: 'icon-button',
		title: label,
		'aria-label': label,
	};
	fill(
		root,
		h(
			'button',
			{ ...properties, onclick, dataset: { focus: 'theme' } },
			icon(next === 'dark' ? 'moon' : 'sun'),
		),
	);
}
