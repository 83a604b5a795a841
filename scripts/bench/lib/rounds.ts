/** What each variant measured, a number for each round. */
export type Rounds<Name extends string> = Readonly<Record<Name, number[]>>;

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** The value below which a share of all values lies; between two values it is interpolated. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * share;
	const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	return low + (high - low) * (place % 1);
}

/** The median of the ratios that two variants had in each round: what slows a whole round down falls out. */
export function ratioOf<Name extends string>(
	rounds: Rounds<Name>,
	numerator: Name,
	denominator: Name,
): number {
	return median(rounds[numerator].map((value, round) => value / rounds[denominator][round]));
}

/** Measures all variants in each round, every other round backwards, so that a trend favours none of them. */
export async function alternate<Name extends string>(
	count: number,
	variants: Readonly<Record<Name, () => Promise<number> | number>>,
): Promise<Rounds<Name>> {
	const names = Object.keys(variants) as Name[];
	const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
		Name,
		number[]
	>;
	for (let round = 0; round < count; round++) {
		const order = round % 2 === 0 ? names : [...names].reverse();
		for (const name of order) results[name].push(await variants[name]());
	}
	return results;
}
