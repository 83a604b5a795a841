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

/** Under the place, or over it where there is no room; within the phone's screen. */
function placeBeside(menu, at) {
	const { width, height } = menu.getBoundingClientRect();
	const screen = document.querySelector('.screen').getBoundingClientRect();
	const fitsBelow = at.bottom + MARGIN + height < screen.bottom;
	const top = fitsBelow ? at.bottom + MARGIN : at.top - MARGIN - height;
	menu.style.left = `${clamp(at.right - width, screen.left + MARGIN, screen.right - width - MARGIN)}px`;
	menu.style.top = `${clamp(top, screen.top + MARGIN, screen.bottom - height - MARGIN)}px`;
}

const clamp = (value, least, most) => Math.max(least, Math.min(value, most));
