import { h } from '../lib/dom.js';
import { fileSize } from '../lib/format.js';
import { icon } from '../lib/icons.js';

const PLAYERS = {
	image: (source, { fileName }) =>
		h('img', { className: 'picture', src: source, alt: fileName || 'Picture', loading: 'lazy' }),
	sticker: (source) => h('img', { className: 'sticker', src: source, alt: 'Sticker' }),
	video: (source) =>
		h('video', { className: 'picture', src: source, controls: true, preload: 'metadata' }),
	videoNote: (source) =>
		h('video', { className: 'picture round', src: source, controls: true, preload: 'metadata' }),
	voice: (source) => voice(source, 'Voice note'),
	audio: (source) => voice(source, 'Audio'),
};

/** A file, shown or to be opened; the simulator has its bytes, or it is at an address of its own. */
export function mediaPart(media) {
	const source = media.sha256 ? `simulator/media/${media.sha256}` : media.url;
	const player = PLAYERS[media.as];
	return player ? player(source, media) : documentLink(source, media);
}

function voice(source, label) {
	return h(
		'div',
		{ className: 'voice' },
		icon('mic'),
		h('audio', { src: source, controls: true, preload: 'metadata', 'aria-label': label }),
	);
}

function documentLink(source, { fileName, mimeType, size }) {
	const detail = [mimeType, size !== undefined && fileSize(size)].filter(Boolean).join(' · ');
	return h(
		'a',
		{ className: 'card document', href: source, download: fileName ?? '' },
		icon('document'),
		h('strong', {}, fileName || 'Document'),
		h('span', { className: 'hint' }, detail),
	);
}
