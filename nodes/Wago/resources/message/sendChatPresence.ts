import { bodyOf } from '../../../shared/api/wire';
import { defineCall } from '../../engine/operation';
import { recipientField } from '../../sending/sendFields';
import { readRecipient } from '../../sending/recipient';
import { presenceEndpoint } from '../../sending/typing';

/** `State` and `Media` of each state. */
const STATES: Readonly<Record<string, readonly [state: string, media: string]>> = {
	composing: ['composing', ''],
	recording: ['composing', 'audio'],
	paused: ['paused', ''],
};

export const sendChatPresence = defineCall({
	value: 'sendChatPresence',
	name: 'Send Chat Presence',
	action: 'Send chat presence',
	description: 'Show in a chat that somebody is typing or recording, or has stopped',
	endpoints: [presenceEndpoint],
	fields: [
		recipientField,
		{
			displayName: 'State',
			name: 'state',
			type: 'options',
			default: 'composing',
			options: [
				{ name: 'Paused', value: 'paused', description: 'Nothing is shown any more' },
				{ name: 'Recording', value: 'recording', description: 'A voice note is being recorded' },
				{ name: 'Typing', value: 'composing', description: 'A text is being written' },
			],
			description: 'What is shown. WhatsApp ends it by itself after some seconds.',
		},
	],
	request: (parameters) => {
		const [state, media] = STATES[parameters.text('state')] ?? [parameters.required('state'), ''];
		const recipient = readRecipient(parameters);
		return {
			endpoint: presenceEndpoint,
			body: bodyOf('/message/presence', { recipient, state, media }),
		};
	},
	output: (_answer, parameters) => ({
		json: { recipient: readRecipient(parameters), state: parameters.text('state') },
	}),
});
