import type { IDataObject } from 'n8n-workflow';

import { post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import {
	type CallOperation,
	defineCall,
	type OperationWords,
	type Resource,
} from '../engine/operation';
import { chatIdField, readChatId } from '../fields/chats';

type ChatPath = '/chat/pin' | '/chat/unpin' | '/chat/mute' | '/chat/archive';

export const chat: Resource = {
	value: 'chat',
	name: 'Chat',
	operations: [
		chatOperation(
			'/chat/pin',
			{ pinned: true },
			{
				value: 'pin',
				name: 'Pin',
				action: 'Pin chat',
				description: 'Keep a chat at the top of the list',
			},
		),
		chatOperation(
			'/chat/unpin',
			{ pinned: false },
			{
				value: 'unpin',
				name: 'Unpin',
				action: 'Unpin chat',
				description: 'Put a pinned chat back into the list',
			},
		),
		chatOperation(
			'/chat/mute',
			{ muted: true },
			{
				value: 'mute',
				name: 'Mute',
				action: 'Mute chat',
				description: 'Turn the notifications of a chat off. WaGo decides for how long.',
			},
		),
		chatOperation(
			'/chat/archive',
			{ archived: true },
			{
				value: 'archive',
				name: 'Archive',
				action: 'Archive chat',
				description: 'Move a chat into the archive',
			},
		),
	],
};

/** An operation that does one thing to one chat; `result` is what then holds for the chat. */
function chatOperation(path: ChatPath, result: IDataObject, words: OperationWords): CallOperation {
	const endpoint = post(path, { provenance: 'listed' });
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [chatIdField],
		request: (parameters) => ({ endpoint, body: bodyOf(path, { chatId: readChatId(parameters) }) }),
		output: (_answer, parameters) => ({ json: { chatId: readChatId(parameters), ...result } }),
	});
}
