import { post } from '../../../shared/api/endpoint';
import { defineSend } from '../../operation';

const endpoint = post('/send/text', { fields: ['Phone', 'Body', 'Id', 'Forward', 'ContextInfo'] });

export const sendText = defineSend({
	value: 'sendText',
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a text message to a contact, group or channel',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Hello! How can we help you?',
			description: 'Text of the message. WhatsApp formats *bold*, _italic_ and ~strikethrough~.',
		},
	],
	messages: (parameters) => [{ endpoint, body: { Body: parameters.required('text') } }],
});
