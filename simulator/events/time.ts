/** A time as Go prints it: RFC 3339, whole seconds. */
export function goTime(date: Date): string {
	return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Go's zero time, which means none. */
export const ZERO_TIME = '0001-01-01T00:00:00Z';
