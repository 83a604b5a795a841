/** Epoch numbers above this are milliseconds, below it seconds: as seconds it is the year 5138. */
const LARGEST_SECONDS = 1e11;
const LARGEST_DATE_MS = 8.64e15;
const LONGEST_TIME_TEXT = 64;

/**
 * The moment in milliseconds since 1970 of an RFC 3339 text or an epoch number in seconds or milliseconds.
 * `undefined` for everything else and for Go's zero time (`0001-01-01T00:00:00Z`), which means "none".
 */
export function readTime(value: unknown): number | undefined {
	const milliseconds = typeof value === 'number' ? fromEpoch(value) : fromText(value);
	if (!(milliseconds > 0) || milliseconds > LARGEST_DATE_MS) return undefined;
	return Math.floor(milliseconds);
}

/** The same moment as ISO 8601 text in UTC with milliseconds. */
export function isoTime(value: unknown): string | undefined {
	const milliseconds = readTime(value);
	return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}

function fromEpoch(value: number): number {
	return value > LARGEST_SECONDS ? value : value * 1000;
}

function fromText(value: unknown): number {
	if (typeof value !== 'string' || value.length > LONGEST_TIME_TEXT) return NaN;
	return /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN;
}
