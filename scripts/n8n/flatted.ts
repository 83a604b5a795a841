/** An object or list whose strings are places in the table that holds it. */
type Flat = Record<string, unknown>;

const isFlat = (value: unknown): value is Flat => typeof value === 'object' && value !== null;

/**
 * Reads the form in which n8n stores an execution's data: a JSON list, in which every string inside an
 * object or list is the position of the value that it stands for (the library "flatted").
 */
export function parseFlatted(text: string): unknown {
	const table = JSON.parse(text) as unknown[];
	const resolved = new Set<unknown>();

	const resolve = (value: unknown): unknown => {
		if (!isFlat(value) || resolved.has(value)) return value;
		resolved.add(value);
		for (const [key, place] of Object.entries(value)) {
			if (typeof place === 'string') value[key] = resolve(table[Number(place)]);
		}
		return value;
	};
	return resolve(table[0]);
}
