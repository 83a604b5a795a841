import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { splitText } from '../../../shared/whatsapp/splitText';
import { defineSend } from '../../engine/operation';
import type { Parameters } from '../../engine/parameters';
import { textField } from './textField';

const endpoint = post('/send/text');

/** WhatsApp takes far longer texts, but hides what is longer behind 'Read more'. */
const LONGEST_PART = 4096;

export const sendText = defineSend({
	value: 'sendText',
	name: 'Send Text',
	action: 'Send text message',
	description: 'Send a text message to a contact, group or channel',
	endpoints: [endpoint],
	fields: [textField],
	options: [
		{
			displayName: 'Split Long Text',
			name: 'splitLongText',
			type: 'boolean',
			default: true,
			description:
				'Whether to send a text of more than 4,096 characters as several messages, in order, cut between paragraphs where possible',
		},
	],
	messages: (parameters) =>
		partsOf(parameters).map((text) => ({
			endpoint,
			body: bodyOf('/send/text', { text }),
			typed: text,
		})),
});

function partsOf(parameters: Parameters): string[] {
	const text = parameters.required('text');
	return parameters.booleanOption('splitLongText') ? splitText(text, LONGEST_PART) : [text];
}
