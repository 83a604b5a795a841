const SVG = 'http://www.w3.org/2000/svg';

/** Lines on a 24 by 24 grid. */
const PATHS = {
	attach: 'M20 11.5 12.5 19a5 5 0 0 1-7-7l8-8a3.3 3.3 0 0 1 4.7 4.7l-8 8a1.7 1.7 0 0 1-2.4-2.4l7-7',
	back: 'M15 5l-7 7 7 7',
	bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
	check: 'M5 12.5l4.5 4.5L19 7.5',
	checks: 'M2 12.5l4.5 4.5L15 8M11 16.5l.8.8L21 8',
	clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
	close: 'M6 6l12 12M18 6 6 18',
	copy: 'M9 9h10v11H9zM5 15V4h10',
	document: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5',
	download: 'M12 4v11m-4-4 4 4 4-4M5 20h14',
	edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
	group:
		'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 3-5 6-5s6 2 6 5M16 5.5a3 3 0 0 1 0 5M17.5 14.5c2 .7 3.5 2.3 3.5 4.5',
	link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
	list: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
	mic: 'M12 14a3 3 0 0 0 3-3V6a3 3 0 1 0-6 0v5a3 3 0 0 0 3 3zM6 11a6 6 0 0 0 12 0M12 17v4',
	moon: 'M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5z',
	more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
	person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c0-4 3.5-6 7.5-6s7.5 2 7.5 6',
	phone:
		'M6 4h4l1.5 4-2.5 2a12 12 0 0 0 5 5l2-2.5 4 1.5v4c0 1-1 2-2 2A14 14 0 0 1 4 6c0-1 1-2 2-2z',
	picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01',
	pin: 'M12 21c4-4.5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6.5 6 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
	poll: 'M5 20V11M12 20V4M19 20v-6',
	reply: 'M9 6l-5 5 5 5M4 11h9c4 0 7 2 7 7',
	send: 'M4 12 20 4l-4.5 16-4-6.5z',
	smile:
		'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.5c1 1.5 2.2 2 3.5 2s2.5-.5 3.5-2M9 9.5v.01M15 9.5v.01',
	sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
	trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
	video: 'M3 7h11v10H3zM14 11l6-4v10l-6-4',
	wire: 'M4 8h13m-4-4 4 4-4 4M20 16H7m4-4-4 4 4 4',
};

/** A line drawing that says nothing to a screen reader: its button or text does. */
export function icon(name) {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('aria-hidden', 'true');
	svg.setAttribute('class', `icon icon-${name}`);
	const path = document.createElementNS(SVG, 'path');
	path.setAttribute('d', PATHS[name]);
	svg.append(path);
	return svg;
}
