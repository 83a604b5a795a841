import { createHash } from 'crypto';
import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { readCredentials } from '../../shared/api/credentials';
import { callWago } from '../../shared/api/request';
import { fieldsOf } from '../engine/operationFields';
import type { CallOperation } from '../engine/operation';
import { Parameters } from '../engine/parameters';
import { BriefMemory } from './memory';

/** Somebody or something that a list offers. */
export interface Choice {
	/** A JID. */
	readonly id: string;
	readonly name?: string;
	readonly phone?: string;
	readonly isCommunity?: boolean;
}

/** Long enough to search through a list, short enough to find a contact that was added just now. */
const LIFETIME = 30_000;

/** Long lists while somebody opens the panel. */
const TIMEOUT = 15_000;

const memory = new BriefMemory<Choice[]>(LIFETIME, 100);

/** What the operation 'Get Many' of a resource puts out with its default parameters. */
export async function loadChoices(
	context: ILoadOptionsFunctions,
	operation: CallOperation,
): Promise<Choice[]> {
	const { baseUrl, secret } = await readCredentials(context, 'wagoApi');
	const [{ path }] = operation.endpoints;
	const session = createHash('sha256').update(secret).digest('hex');
	return await memory.get([baseUrl, session, path].join(' '), async () => {
		const parameters = new Parameters((_name, fallback) => fallback, fieldsOf(operation));
		const call = operation.request(parameters);
		const answer = await callWago(context, 'wagoApi', { ...call, timeout: TIMEOUT });
		const outputs = [operation.output(answer, parameters)].flat();
		return outputs.map(({ json }) => json).filter(isChoice);
	});
}

function isChoice(json: IDataObject): json is IDataObject & Choice {
	return typeof json.id === 'string' && json.id !== '';
}
