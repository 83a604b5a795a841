import type { Endpoint, Provenance } from '../../nodes/shared/api/endpoint';

/**
 * `confirmed`: the server has it so. `refuted`: the server has it otherwise. `missing`: the server lacks what is
 * called, or needs what is not sent. `unknown`: nothing was said about it.
 */
export type Verdict = 'confirmed' | 'refuted' | 'missing' | 'unknown';

/** What one comparison found. Never holds a token, nor anything that people wrote. */
export interface Finding {
	/** `POST /send/text`. */
	readonly endpoint: string;
	/** `route`, `field Body`, `answer messageId`. */
	readonly what: string;
	readonly verdict: Verdict;
	/** How sure the nodes were before; `unheard` of what they do not know at all. */
	readonly provenance: Provenance | 'unheard';
	readonly detail?: string;
}

/** Makes findings about one thing of one endpoint. */
export function judgementOf(
	{ method, path, provenance }: Pick<Endpoint, 'path' | 'provenance'> & { method: string },
	what: string,
	provenanceOfIt: Finding['provenance'] = provenance,
): (verdict: Verdict, detail?: string) => Finding {
	const about = { endpoint: `${method} ${path}`, what, provenance: provenanceOfIt };
	return (verdict, detail) => ({ ...about, verdict, ...(detail && { detail }) });
}

/** Whether a finding is one that the nodes have to be changed for. */
export function isDifference({ verdict }: Finding): boolean {
	return verdict === 'refuted' || verdict === 'missing';
}

/** The one of `names` that is `name`, regardless of case. */
export function spellingOf(names: Iterable<string>, name: string): string | undefined {
	return [...names].find((other) => other.toLowerCase() === name.toLowerCase());
}
