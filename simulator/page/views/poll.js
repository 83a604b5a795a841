import { h } from '../lib/dom.js';

/** A poll to vote in; a vote can be changed. */
export function pollPart({ question, choices, maxChoices }, message, app) {
	const votes = Object.values(message.votes);
	const own = message.votes[app.actorIn(message.chat)];
	const options = choices.map((choice) => {
		const count = votes.filter((vote) => vote === choice).length;
		const share = votes.length > 0 ? count / votes.length : 0;
		const onclick = () => app.act({ pollVote: { messageId: message.id, choice } });
		const properties = {
			type: 'button',
			className: 'choice',
			'aria-pressed': String(choice === own),
			onclick,
		};
		return h(
			'button',
			{ ...properties, dataset: { focus: `choice-${choice}` } },
			h('span', { className: 'choice-name' }, choice),
			h(
				'span',
				{ className: 'choice-count' },
				count,
				h('span', { className: 'visually-hidden' }, count === 1 ? ' vote' : ' votes'),
			),
			h('span', { className: 'choice-bar', style: { width: `${100 * share}%` } }),
		);
	});
	const hint = maxChoices === 1 ? 'Choose one' : 'Choose any; the simulator casts one at a time';
	return h(
		'fieldset',
		{ className: 'poll' },
		h('legend', {}, question),
		h('p', { className: 'hint' }, hint),
		options,
	);
}
