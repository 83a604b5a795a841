import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { pollMemory } from '../../../shared/pollMemory';
import { counted, listField } from '../../fields/lists';
import { defineSend } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';

const endpoint = post('/send/poll');

const MOST_CHOICES = 12;

export const sendPoll = defineSend({
	value: 'sendPoll',
	name: 'Send Poll',
	action: 'Send poll message',
	description: 'Ask a question with choices to vote for',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Question',
			name: 'question',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. When shall we deliver?',
			description: 'What is asked',
		},
		listField({
			displayName: 'Choices',
			name: 'choices',
			entry: 'Choice',
			description:
				"The answers to choose from, 2 to 12. A single entry may hold all of them: a list from an expression, or text with commas or lines, such as 'Mon, Tue, Wed'.",
			values: [
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					default: '',
					placeholder: 'e.g. In the morning',
					description: 'The answer',
				},
			],
		}),
		{
			displayName: 'Max Choices',
			name: 'maxChoices',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MOST_CHOICES },
			default: 1,
			description: 'How many answers one person may choose',
		},
	],
	messages: (parameters) => {
		const question = parameters.required('question');
		const choices = readChoices(parameters);
		const maxChoices = Math.round(parameters.number('maxChoices'));
		if (maxChoices < 1 || maxChoices > choices.length) {
			throw new InputError(
				`'Max Choices' is ${maxChoices}, but there are ${choices.length} choices`,
			);
		}
		return [
			{
				endpoint,
				body: bodyOf('/send/poll', { question, choices, maxChoices }),
				typed: question,
				// A vote carries hashes only; the trigger names them by these.
				accepted: (messageId) => pollMemory.remember(messageId, choices),
			},
		];
	},
});

function readChoices(parameters: Parameters): string[] {
	const choices = counted(parameters.list('choices', 'text'), 'Choices', 2, MOST_CHOICES);
	if (new Set(choices).size === choices.length) return choices;
	throw new InputError("'Choices' has an answer twice", 'WhatsApp wants each answer once.');
}
