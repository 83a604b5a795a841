/** On a narrow screen one part of the page shows at a time. */
export function mountTabs(app) {
	const buttons = [...document.querySelectorAll('.tabs [data-tab]')];
	for (const button of buttons) button.addEventListener('click', () => showTab(button.dataset.tab));
	let shown;
	return () => {
		// Whoever asks for the wire of a message wants to see it.
		if (app.wireMessageId && app.wireMessageId !== shown) showTab('wire');
		shown = app.wireMessageId;
	};
}

function showTab(tab) {
	document.body.dataset.tab = tab;
	for (const button of document.querySelectorAll('.tabs [data-tab]')) {
		button.setAttribute('aria-current', String(button.dataset.tab === tab));
	}
}
