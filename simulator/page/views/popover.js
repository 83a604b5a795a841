import { h } from '../lib/dom.js';

const MARGIN = 8;
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Opens a menu beside the place `at`; Escape and a click elsewhere close it, and the focus goes back.
 * @param items `(run) => children`, where `run(action)` is a listener that closes the menu and then acts
 */
export function openPopover(label, at, items) {
	const opener = document.activeElement;
	const menu = h('div', { className: 'menu', role: 'menu', popover: 'auto', 'aria-label': label });
	const run = (action) => () => {
		menu.hidePopover();
		action();
	};
	menu.append(...items(run));
	menu.addEventListener('keydown', moveFocus);
	menu.addEventListener('beforetoggle', ({ newState }) => {
		if (newState === 'closed' && menu.contains(document.activeElement)) opener?.focus();
	});
	menu.addEventListener('toggle', ({ newState }) => newState === 'closed' && menu.remove());
	document.body.append(menu);
	menu.showPopover();
	placeBeside(menu, at);
	menu.querySelector('[role=menuitem]').focus();
}

function moveFocus(event) {
	const step = STEPS[event.key];
	if (!step) return;
	event.preventDefault();
	const items = [...event.currentTarget.querySelectorAll('[role=menuitem]')];
	const index = items.indexOf(document.activeElement) + step;
	items.at(index % items.length).focus();
}

/** Under the place, or over it where there is no room; never beyond the window's edge. */
function placeBeside(menu, at) {
	const { width, height } = menu.getBoundingClientRect();
	const fitsBelow = at.bottom + MARGIN + height < innerHeight;
	const top = fitsBelow ? at.bottom + MARGIN : at.top - MARGIN - height;
	menu.style.left = `${clamp(at.right - width, MARGIN, innerWidth - width - MARGIN)}px`;
	menu.style.top = `${clamp(top, MARGIN, innerHeight - height - MARGIN)}px`;
}

const clamp = (value, least, most) => Math.max(least, Math.min(value, most));
