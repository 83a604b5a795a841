/** WaGo's spelling of a field, by our name for it. */
export type Keys = Readonly<Record<string, string>>;

/** How an endpoint spells the fields of its body. */
export interface BodyWire<Documented extends Keys, Inferred extends Keys> {
	readonly documented: Documented;
	readonly inferred: Inferred;
	/** Where the inferred keys were seen. */
	readonly source: string;
}

type NoKeys = Record<never, string>;

/** A body of which every key is on WaGo's pages. */
export function documented<Documented extends Keys>(
	keys: Documented,
): BodyWire<Documented, NoKeys> {
	return { documented: keys, inferred: {}, source: '' };
}

/** A body of which no key is on WaGo's pages. */
export function inferred<Inferred extends Keys>(
	source: string,
	keys: Inferred,
): BodyWire<NoKeys, Inferred> {
	return { documented: {}, inferred: keys, source };
}

/** A body of which WaGo's pages show a part. */
export function partly<Documented extends Keys, Inferred extends Keys>(
	keys: Documented,
	source: string,
	guesses: Inferred,
): BodyWire<Documented, Inferred> {
	return { documented: keys, inferred: guesses, source };
}
