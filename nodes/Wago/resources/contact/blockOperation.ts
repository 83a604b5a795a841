import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { toJid } from '../../../shared/whatsapp/phone';
import { type CallOperation, defineCall, type OperationWords } from '../../engine/operation';
import { contactField, personOf, readContactId } from '../../fields/people';

/** Blocks a contact or lifts the block; `blocked` is what then holds. */
export function blockOperation(
	path: '/user/block' | '/user/unblock',
	blocked: boolean,
	words: OperationWords,
): CallOperation {
	const endpoint = post(path, { provenance: 'listed' });
	const keys = bodyKeys(path);
	return defineCall({
		...words,
		endpoints: [endpoint],
		fields: [contactField],
		request: (parameters) => ({ endpoint, body: { [keys.phone]: readContactId(parameters) } }),
		output: (_answer, parameters) => ({
			json: { ...personOf(toJid(readContactId(parameters))), blocked },
		}),
	});
}
