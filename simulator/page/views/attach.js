import { h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import { openPopover } from './popover.js';
import { happenings } from './happenings.js';
import { HERE } from './places.js';

const SAMPLES = {
	picture: { path: 'samples/picture.png', type: 'image/png' },
	voice: { path: 'samples/voice.ogg', type: 'audio/ogg; codecs=opus' },
};

const CONTACT = { name: 'Carla Ejemplo', phone: '15550100003' };

const POLL = {
	question: 'Where shall we eat?',
	choices: ['Pizza', 'Sushi', 'Tacos'],
	maxChoices: 1,
};

/**
 * What can be sent besides text.
 * @param takeText takes the text out of the composer, for a caption
 */
export function openAttachMenu(app, takeText, at) {
	const send = (file, as) => {
		const caption = takeText();
		return app.sendFile(file, caption === '' ? { as } : { as, text: caption });
	};
	const entries = [
		['picture', 'Picture', () => app.attempt(async () => await send(await sample('picture')))],
		['mic', 'Voice note', () => app.attempt(async () => await send(await sample('voice')))],
		['smile', 'Sticker', () => app.attempt(async () => await send(await sticker()))],
		['document', 'File…', () => chooseFile(send)],
		['document', 'File as a document…', () => chooseFile((file) => send(file, 'document'))],
		['picture', 'Video note…', () => chooseFile((file) => send(file, 'videoNote'), 'video/*')],
		['pin', 'Location', () => app.act({ location: HERE })],
		['person', 'Contact card', () => app.act({ contact: CONTACT })],
		['poll', 'Poll', () => app.act({ poll: POLL })],
		...happenings(app),
	];
	openPopover('Attach', at, (run) =>
		entries.map(([sign, label, action]) =>
			h(
				'button',
				{ type: 'button', role: 'menuitem', className: 'menu-item', onclick: run(action) },
				icon(sign),
				label,
			),
		),
	);
}

/** A smile as WebP, drawn here, since stickers are pictures of a kind that nobody has at hand. */
async function sticker() {
	const canvas = h('canvas', { width: 256, height: 256 });
	const context = canvas.getContext('2d');
	const disc = (x, y, radius, color) => {
		context.fillStyle = color;
		context.beginPath();
		context.arc(x, y, radius, 0, 2 * Math.PI);
		context.fill();
	};
	disc(128, 128, 116, '#ffd24a');
	disc(90, 100, 14, '#4a3514');
	disc(166, 100, 14, '#4a3514');
	Object.assign(context, { strokeStyle: '#4a3514', lineWidth: 12, lineCap: 'round' });
	context.beginPath();
	context.arc(128, 132, 64, 0.15 * Math.PI, 0.85 * Math.PI);
	context.stroke();
	const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/webp'));
	return new File([blob], 'sticker.webp', { type: blob.type });
}

async function sample(name) {
	const { path, type } = SAMPLES[name];
	const response = await fetch(path);
	return new File([await response.arrayBuffer()], path.split('/').pop(), { type });
}

function chooseFile(send, accept = '') {
	const input = h('input', { type: 'file', hidden: true, accept });
	input.addEventListener('change', async () => {
		for (const file of input.files) await send(file);
		input.remove();
	});
	input.addEventListener('cancel', () => input.remove());
	document.body.append(input);
	input.click();
}
