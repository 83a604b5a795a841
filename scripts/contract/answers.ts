import { pickEntries, pickList } from '../../nodes/shared/api/answer';
import { isObject } from '../../nodes/shared/lib/lookup';
import type { Provenance } from '../../nodes/shared/api/endpoint';
import { ANSWER_KEYS } from '../../nodes/shared/api/answerKeys';
import type { ExpectedEndpoint } from './expectations';
import { judgementOf, spellingOf, type Finding } from './finding';

export type AnswerName = keyof typeof ANSWER_KEYS;

/** What operations read of an endpoint's answer. */
export interface ExpectedAnswer {
	/** How sure the names of the answer's keys are. */
	readonly provenance: Provenance;
	/** Read of the answer, or of each entry of its list. */
	readonly reads?: readonly AnswerName[];
	/** The list that the answer is or holds. */
	readonly listName?: AnswerName;
	/** Whether the list may be an object by ID. */
	readonly byId?: boolean;
}

/** Which spelling of each key the answer has. Values are looked at by nobody. */
export function judgeAnswer(
	endpoint: ExpectedEndpoint,
	expected: ExpectedAnswer,
	data: unknown,
): Finding[] {
	const { reads = [], listName, provenance } = expected;
	const about = (name: AnswerName) => judgementOf(endpoint, `answer ${name}`, provenance);
	if (!listName) return reads.map((name) => judgeKey(about(name), name, keysOf([data])));

	const entries = entriesOf(expected, listName, data);
	const judgeList = about(listName);
	if (!entries) return [judgeKey(judgeList, listName, keysOf([data]))];
	const list = judgeList('confirmed', Array.isArray(data) ? 'a list of its own' : undefined);
	const keys = keysOf(entries);
	return [
		list,
		...reads.map((name) =>
			keys.size === 0
				? about(name)('unknown', 'the list is empty')
				: judgeKey(about(name), name, keys),
		),
	];
}

/** The entries of the answer's list; `undefined` where it has no such list. */
function entriesOf(
	{ byId }: ExpectedAnswer,
	listName: AnswerName,
	data: unknown,
): unknown[] | undefined {
	if (byId) return pickEntries(data, listName).map(({ value }) => value);
	if (Array.isArray(data) || seenAs(listName, keysOf([data]))) return pickList(data, listName);
	return undefined;
}

function keysOf(records: unknown[]): Set<string> {
	return new Set(records.filter(isObject).flatMap(Object.keys));
}

function judgeKey(
	judge: ReturnType<typeof judgementOf>,
	name: AnswerName,
	keys: ReadonlySet<string>,
): Finding {
	const seen = seenAs(name, keys);
	if (seen) return judge('confirmed', `seen as ${seen}`);
	return judge('refuted', `none of ${ANSWER_KEYS[name].join(', ')}; there is ${listed(keys)}`);
}

function seenAs(name: AnswerName, keys: ReadonlySet<string>): string | undefined {
	return ANSWER_KEYS[name].map((key) => spellingOf(keys, key)).find((key) => key !== undefined);
}

/** Names that a programmer gave: an object by ID has phone numbers for keys. */
function listed(keys: ReadonlySet<string>): string {
	const names = [...keys].filter((key) => /^[a-z_]\w*$/i.test(key));
	return names.join(', ') || 'nothing by name';
}
