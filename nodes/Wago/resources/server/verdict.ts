/** What a check says. */
export interface Verdict {
	/** `null` where it cannot be told, because an earlier check does not hold. */
	readonly ok: boolean | null;
	readonly detail: string;
	/** What to do, where there is something to do. A check that holds may still have a hint here. */
	readonly fix?: string;
}

export function holds(detail: string, fix?: string): Verdict {
	return fix ? { ok: true, detail, fix } : { ok: true, detail };
}

export function fails(detail: string, fix: string): Verdict {
	return { ok: false, detail, fix };
}

export function untold(detail: string): Verdict {
	return { ok: null, detail, fix: 'Look at the checks before this one.' };
}
