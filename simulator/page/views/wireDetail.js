import { fill, h } from '../lib/dom.js';
import { icon } from '../lib/icons.js';
import {
	decodedAnswer,
	decodedDelivery,
	decodedRequest,
	rawDelivery,
	rawRequest,
} from '../lib/wire.js';
import { inWords, reasonOf } from '../model/reasons.js';
import { copyText } from './buttons.js';

/** One request or delivery: decoded or byte for byte, and how it was answered. */
export function wireDetail(app, { request, delivery }) {
	if (request) return requestDetail(app, request);
	return h(
		'div',
		{ className: 'wire-detail' },
		views(app, 'jsonData', decodedDelivery(delivery), rawDelivery(delivery)),
		h('h3', {}, 'Tries'),
		h(
			'ol',
			{ className: 'plain' },
			delivery.attempts.map((attempt) => h('li', {}, attemptDetail(attempt))),
		),
	);
}

/** One try: its status, what came back, and in words why nothing started. */
function attemptDetail(attempt) {
	const { status, ms, error, answer } = attempt;
	const reason = reasonOf(attempt);
	return [
		`${status || error} in ${ms} ms`,
		reason && h('p', { className: 'why' }, inWords(reason)),
		answer && h('pre', { tabIndex: 0 }, answer),
	];
}

function requestDetail(app, request) {
	const answer =
		request.status === 0 ? 'None: the connection was closed or hangs.' : decodedAnswer(request);
	return h(
		'div',
		{ className: 'wire-detail' },
		views(app, 'Body', decodedRequest(request), rawRequest(request)),
		h('h3', {}, `Answer ${request.status || ''}`),
		h('pre', { tabIndex: 0 }, answer),
	);
}

/** The same bytes in two views, with a switch between them and a button to copy what is shown. */
function views(app, decodedName, decoded, raw) {
	const text = { decoded: decoded ?? 'Nothing to decode.', raw };
	const pre = h('pre', { tabIndex: 0 });
	const head = h('div', { className: 'views' });
	const show = (shown) => {
		pre.textContent = text[shown];
		const pick = (name, label) =>
			h(
				'button',
				{
					type: 'button',
					className: 'small',
					'aria-pressed': String(name === shown),
					onclick: () => show(name),
					dataset: { focus: name },
				},
				label,
			);
		const copy = {
			type: 'button',
			className: 'small',
			onclick: () => copyText(app, text[shown]),
			dataset: { focus: 'copy' },
		};
		fill(
			head,
			pick('decoded', decodedName),
			pick('raw', 'Raw'),
			h('button', copy, icon('copy'), ' Copy'),
		);
	};
	show(decoded === undefined ? 'raw' : 'decoded');
	return [head, pre];
}
