const SHOWN_MS = 6000;

/** Shows short notices over the page, each for a while. */
export function mountNotice(root, app) {
	let timer;
	app.notify = (text) => {
		root.textContent = text;
		root.hidden = false;
		clearTimeout(timer);
		timer = setTimeout(() => (root.hidden = true), SHOWN_MS);
	};
}
