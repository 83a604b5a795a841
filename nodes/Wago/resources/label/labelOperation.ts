import { post } from '../../../shared/api/endpoint';
import { chatIdField, readChatId } from '../../fields/chats';
import { type CallOperation, defineCall, type OperationWords } from '../../engine/operation';
import { messageChatField, messageIdField } from '../message/messageFields';
import { labelIdField } from './fields';

/** An operation that puts a label on a chat or takes it off; `labelled` is what then holds. */
export function chatLabelOperation(
	path: string,
	labelled: boolean,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path, { fields: ['jid', 'labelid'] });
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [chatIdField, labelIdField],
		request: (parameters) => ({
			endpoint,
			body: { jid: readChatId(parameters), labelid: parameters.required('labelId') },
		}),
		output: (_answer, parameters) => ({
			json: { chatId: readChatId(parameters), labelId: parameters.required('labelId'), labelled },
		}),
	});
}

/** {@link chatLabelOperation} for one message of a chat. */
export function messageLabelOperation(
	path: string,
	labelled: boolean,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path, { fields: ['jid', 'labelid', 'messageid'] });
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [messageChatField, messageIdField, labelIdField],
		request: (parameters) => ({
			endpoint,
			body: {
				jid: readChatId(parameters),
				labelid: parameters.required('labelId'),
				messageid: parameters.required('messageId'),
			},
		}),
		output: (_answer, parameters) => ({
			json: {
				chatId: readChatId(parameters),
				messageId: parameters.required('messageId'),
				labelId: parameters.required('labelId'),
				labelled,
			},
		}),
	});
}
