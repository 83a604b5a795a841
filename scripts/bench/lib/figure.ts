import type { Stages } from './stage';

/** What a ratio is meant to be. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** One measured figure, with what it is compared to. */
export interface Row {
	readonly what: string;
	/** The median of all rounds. */
	readonly value: number;
	readonly unit: string;
	readonly comparedTo?: string;
	/** Of the figure to what it is compared to: the median of the rounds' ratios. */
	readonly ratio?: number;
	readonly aim?: Aim;
}

/** A curve that says more than its numbers. */
export interface Plot {
	/** File name without ending. */
	readonly name: string;
	readonly title: string;
	readonly x: string;
	readonly y: string;
	/** Whether the x axis goes by powers of ten. */
	readonly logarithmic?: boolean;
	readonly series: ReadonlyArray<{
		readonly label: string;
		readonly points: ReadonlyArray<readonly [x: number, y: number]>;
	}>;
}

export interface Results {
	readonly rows: readonly Row[];
	readonly plots?: readonly Plot[];
}

export interface Figure {
	/** For `--only`. */
	readonly name: string;
	readonly title: string;
	measure(stages: Stages): Promise<Results> | Results;
}

/** Whether a row has reached its aim; undefined where it has none. */
export function isReached({ ratio, aim }: Row): boolean | undefined {
	if (aim === undefined || ratio === undefined) return undefined;
	return 'atLeast' in aim ? ratio >= aim.atLeast : ratio <= aim.atMost;
}
