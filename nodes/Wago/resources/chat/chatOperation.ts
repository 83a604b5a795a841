import type { IDataObject } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { chatIdField, readChatId } from '../../fields/chats';
import { type CallOperation, defineCall, type OperationWords } from '../../engine/operation';

type ChatPath = '/chat/pin' | '/chat/unpin' | '/chat/mute' | '/chat/archive';

/** An operation that does one thing to one chat; `result` is what then holds for the chat. */
export function chatOperation(
	path: ChatPath,
	result: IDataObject,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path, { provenance: 'listed' });
	const keys = bodyKeys(path);
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [chatIdField],
		request: (parameters) => ({ endpoint, body: { [keys.chatId]: readChatId(parameters) } }),
		output: (_answer, parameters) => ({ json: { chatId: readChatId(parameters), ...result } }),
	});
}
