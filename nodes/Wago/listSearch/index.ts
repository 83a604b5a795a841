import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { CallOperation } from '../engine/operation';
import { getAll as getContacts } from '../resources/contact';
import { getAll as getGroups } from '../resources/group';
import { getNewsletters } from '../resources/newsletter';
import { type Choice, loadChoices } from './choices';

/** How many a list shows before somebody scrolls. */
const PAGE_SIZE = 100;

interface Source {
	readonly operation: CallOperation;
	/** Stands behind the names where a list has several sources. */
	readonly label?: string;
	readonly keep?: (choice: Choice) => boolean;
}

/** The searches of the resource locators, by the names under which the fields know them. */
export const listSearch = {
	searchRecipients: search(
		{ operation: getContacts },
		{ operation: getGroups, label: 'Group' },
		{ operation: getNewsletters, label: 'Channel' },
	),
	searchContacts: search({ operation: getContacts }),
	searchGroups: search({ operation: getGroups }),
	searchCommunities: search({
		operation: getGroups,
		keep: ({ isCommunity }) => isCommunity !== false,
	}),
	searchNewsletters: search({ operation: getNewsletters }),
};

function search(...sources: Source[]) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const items = (await loadAll(this, sources))
			.filter(({ name, value }) => matches(`${name} ${String(value)}`, filter))
			.sort((one, other) => one.name.localeCompare(other.name));
		const start = Number(paginationToken ?? 0);
		const end = start + PAGE_SIZE;
		return {
			results: items.slice(start, end),
			paginationToken: end < items.length ? String(end) : undefined,
		};
	};
}

/** What the sources have that can be loaded. Throws what the first one says where none can. */
async function loadAll(
	context: ILoadOptionsFunctions,
	sources: readonly Source[],
): Promise<INodeListSearchItems[]> {
	const loads = await Promise.allSettled(
		sources.map(async (source) => await load(context, source)),
	);
	const loaded = loads.filter((result) => result.status === 'fulfilled');
	const [first] = loads;
	if (loaded.length === 0 && first.status === 'rejected') throw first.reason;
	return loaded.flatMap(({ value }) => value);
}

async function load(
	context: ILoadOptionsFunctions,
	{ operation, label, keep = () => true }: Source,
): Promise<INodeListSearchItems[]> {
	const choices = await loadChoices(context, operation);
	return choices.filter(keep).map(({ id, name, phone }) => ({
		name: [name, phone ? `+${phone}` : undefined, label].filter(Boolean).join(' · ') || id,
		value: id,
	}));
}

/** Whether a text holds all words of the filter, accents and capitals aside. */
function matches(text: string, filter: string): boolean {
	const plain = foldedText(text);
	return foldedText(filter)
		.split(/\s+/)
		.every((word) => plain.includes(word));
}

function foldedText(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
