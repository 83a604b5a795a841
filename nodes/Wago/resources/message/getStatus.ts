import { pick, pickNumber, pickText } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { present } from '../../../shared/lib/lookup';
import { isoTime } from '../../../shared/lib/time';
import { defineCall } from '../../engine/operation';
import { messageIdField } from './messageFields';

const endpoint = post('/message/status', { changes: false });

export const getStatus = defineCall({
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of message',
	description:
		'What WaGo has stored about a message. It reads its own database and does not ask WhatsApp.',
	endpoints: [endpoint],
	fields: [messageIdField],
	simplify: true,
	request: (parameters) => ({
		endpoint,
		body: bodyOf('/message/status', { messageId: parameters.required('messageId') }),
	}),
	output: ({ data }, parameters) => {
		const record: unknown = Array.isArray(data) ? data[0] : data;
		const time = pickNumber(record, 'timestamp') ?? pick(record, 'timestamp');
		return {
			json: present({
				messageId: parameters.required('messageId'),
				status: pickText(record, 'messageStatus'),
				timestamp: isoTime(time) ?? pickText(record, 'timestamp'),
				source: pickText(record, 'messageSource'),
			}),
		};
	},
});
