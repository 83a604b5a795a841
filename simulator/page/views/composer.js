import { sendPresence } from '../lib/api.js';
import { fill, h } from '../lib/dom.js';
import { summary } from '../lib/format.js';
import { icon } from '../lib/icons.js';
import { withMentions } from '../model/mentions.js';
import { openAttachMenu } from './attach.js';

/** After so long without a key the contact no longer types. */
const PAUSE_MS = 3000;

/** Where the person at the page writes; Enter sends, Shift and Enter begin a new line. */
export function mountComposer(root, app) {
	const draftBar = h('div', { className: 'draft' });
	const field = h('textarea', {
		rows: 1,
		placeholder: 'Write a message',
		'aria-label': 'Message',
		dataset: { firstFocus: '', focus: 'text' },
	});
	const typing = typingSignal(app);
	const setText = (text) => {
		field.value = text;
		grow(field);
	};
	const takeText = () => {
		const text = field.value.trim();
		setText('');
		typing.stop();
		return text;
	};
	const form = h('form', {}, attachButton(app, takeText), field, sendButton());
	root.append(draftBar, form);

	field.addEventListener('input', () => {
		grow(field);
		typing.key();
	});
	field.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && app.draft) app.set({ draft: undefined });
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		form.requestSubmit();
	});
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const text = takeText();
		if (text === '') return;
		const { draft } = app;
		app.set({ draft: undefined });
		if (!(await app.act(actionOf(text, draft, app)))) setText(text);
	});

	let drawn;
	return () => {
		if (app.draft === drawn) return;
		const wasEditing = drawn?.mode === 'edit';
		drawn = app.draft;
		fill(draftBar, drawn && draftContent(app));
		if (drawn?.mode === 'edit') setText(drawn.message.content.text);
		else if (wasEditing) setText('');
		if (drawn) field.focus();
	};
}

function actionOf(text, draft, app) {
	const written = withMentions(text, app);
	if (!draft) return written;
	const { mode, message } = draft;
	if (mode === 'edit') return { text, edit: { messageId: message.id } };
	const participant = message.author === 'me' ? app.session.jid : message.author;
	return { ...written, quoted: { messageId: message.id, participant, text: summary(message) } };
}

function draftContent(app) {
	const { mode, message } = app.draft;
	const onclick = () => app.set({ draft: undefined });
	const label = mode === 'edit' ? 'Editing' : `Replying to ${app.account.nameOf(message.author)}`;
	return [
		h('p', {}, h('strong', {}, label), ' ', summary(message)),
		h(
			'button',
			{ type: 'button', className: 'icon-button', 'aria-label': 'Cancel', onclick },
			icon('close'),
		),
	];
}

/** What is typed becomes the caption of a file. */
function attachButton(app, takeText) {
	const onclick = ({ currentTarget }) =>
		openAttachMenu(app, takeText, currentTarget.getBoundingClientRect());
	const properties = {
		type: 'button',
		className: 'icon-button',
		title: 'Attach',
		'aria-label': 'Attach',
		'aria-haspopup': 'menu',
	};
	return h('button', { ...properties, onclick, dataset: { focus: 'attach' } }, icon('attach'));
}

const sendButton = () =>
	h(
		'button',
		{ type: 'submit', className: 'icon-button send', title: 'Send', 'aria-label': 'Send' },
		icon('send'),
	);

function grow(field) {
	field.style.height = 'auto';
	field.style.height = `${field.scrollHeight}px`;
}

/** Tells WhatsApp that the contact types, once at the beginning and once at the end. */
function typingSignal(app) {
	let timer;
	let paused;
	const send = (presence) => app.attempt(() => sendPresence(app.session.token, presence));
	const stop = () => {
		clearTimeout(timer);
		if (paused) void send(paused);
		paused = undefined;
	};
	const key = () => {
		const { fromMe, ...identity } = app.identity;
		// The account's own typing is nothing that it is told of.
		if (fromMe) return;
		if (!paused) void send({ ...identity, state: 'composing' });
		paused = { ...identity, state: 'paused' };
		clearTimeout(timer);
		timer = setTimeout(stop, PAUSE_MS);
	};
	return { key, stop };
}
