/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'fs';
import { join } from 'path';
import ts from 'typescript';

import { MESSAGE_KINDS } from '../../../nodes/shared/whatsapp/item';
import type { SkipReason } from '../../../nodes/WagoTrigger/filters';
import { projectRoot } from '../../../scripts/lib/paths';
import { itemOf, sample } from '../whatsapp/events';

const page = readFileSync(join(projectRoot, 'docs/trigger-output.md'), 'utf8');

/** What the page names as code: fields, kinds, values. */
const named = new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text));

/** The session's part of the keys on the page; in life it is made from the token. */
const session = '9a3f01';

const reasons: Record<SkipReason, true> = {
	duplicate: true,
	ownMessage: true,
	chatType: true,
	kind: true,
	sender: true,
	text: true,
	tooOld: true,
	noise: true,
	event: true,
};

/** The paths of all fields that the types of items have, `contacts[].name` for one. */
function fieldPaths(): string[] {
	const file = join(projectRoot, 'nodes/shared/whatsapp/item.ts');
	const program = ts.createProgram([file], { strict: true });
	const checker = program.getTypeChecker();
	const source = program.getSourceFile(file);
	const symbol = source && checker.getSymbolAtLocation(source);
	const items =
		symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === 'WagoItem');
	if (!source || !items) throw new Error('WagoItem is not in item.ts');

	const pathsOf = (type: ts.Type, prefix: string): string[] => {
		const present = checker.getNonNullableType(type);
		const parts = present.isUnion() ? present.types : [present];
		return parts.flatMap((part) => {
			const element = checker.isArrayType(part)
				? checker.getTypeArguments(part as ts.TypeReference)[0]
				: undefined;
			if (element) return pathsOf(element, `${prefix}[]`);
			const isObject = (part.flags & ts.TypeFlags.Object) !== 0;
			if (!isObject) return [prefix.replace(/\[\]$/, '')];
			return part.getProperties().flatMap((property) => {
				const path = prefix ? `${prefix}.${property.name}` : property.name;
				return pathsOf(checker.getTypeOfSymbolAtLocation(property, source), path);
			});
		});
	};
	return [...new Set(pathsOf(checker.getDeclaredTypeOfSymbol(items), ''))];
}

describe('docs/trigger-output.md', () => {
	it('names every field of the items', () => {
		const paths = fieldPaths();
		expect(paths).toEqual(expect.arrayContaining(['chat.phone', 'contacts[].name', 'mentions']));
		expect(paths.filter((path) => !named.has(path))).toEqual([]);
	});

	it('names every kind of message', () => {
		expect([...MESSAGE_KINDS, 'noise'].filter((kind) => !named.has(kind))).toEqual([]);
	});

	it('names every reason to skip an event', () => {
		const [, section] = page.split('## Skipped events\n');
		const rows = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, reason]) => reason);
		expect(rows.sort()).toEqual(Object.keys(reasons).sort());
	});

	const samples = [...page.matchAll(/<!-- sample: (\S+) -->\s+```json\n([\s\S]*?)```/g)];

	it('shows whole items', () => {
		expect(samples.length).toBeGreaterThan(3);
	});

	it.each(samples.map(([, name, text]) => [name, text]))('shows the item of %s', (name, text) => {
		expect(JSON.parse(text)).toEqual(itemOf(sample(`${name}.json`), { session }));
	});
});
