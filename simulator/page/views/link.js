import { connect, scan } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';

/** The screen of a session that is not logged in: connect it, then scan the QR that WaGo shows. */
export function mountLink(root, app) {
	const body = h('div', { className: 'link-body' });
	root.append(h('header', { className: 'screen-head' }, h('h2', {}, 'Link a device')), body);
	let drawn;
	return () => {
		const { session } = app;
		const key = session && `${session.connected} ${session.qrImage}`;
		if (key === drawn) return;
		drawn = key;
		fill(body, content(app));
	};
}

function content(app) {
	const { session } = app;
	if (!session) return h('p', {}, 'There is no session yet. Make one with its admin token.');
	if (!session.connected) return notConnected(app, session);
	return [
		qr(session),
		h(
			'p',
			{},
			`WaGo shows this QR for the session “${session.name}”. It changes every few seconds.`,
		),
		primary('Scan the QR', () => app.attempt(() => scan(session.token))),
	];
}

function notConnected(app, { name, token }) {
	return [
		h('p', {}, `The session “${name}” is not connected to WhatsApp.`),
		h(
			'p',
			{ className: 'hint' },
			'A workflow can connect it (Session → Connect), or you can, here:',
		),
		primary('Connect and show the QR', () => app.attempt(() => connect(token))),
	];
}

function qr({ qrImage }) {
	if (qrImage === '') return h('div', { className: 'qr qr-empty' }, 'Next QR…');
	return h('img', {
		className: 'qr',
		src: qrImage,
		alt: 'QR code to link the phone',
		width: 198,
		height: 198,
	});
}

function primary(label, onclick) {
	const dataset = { focus: 'link', firstFocus: '' };
	return h('button', { type: 'button', className: 'primary', onclick, dataset }, label);
}
