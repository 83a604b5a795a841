import { z } from 'zod';

export const faultSchema = z
	.object({
		/** The path of the endpoint, as `/send/text`. */
		path: z.string().startsWith('/'),
		method: z.enum(['GET', 'POST']).optional(),
		/** Answers with this status; without it the request goes on as if nothing were. */
		status: z.number().int().min(200).max(599).optional(),
		/** Text is sent as HTML, anything else as JSON; default: WaGo's envelope with an error. */
		body: z.unknown(),
		/** Waits before anything else. */
		delayMs: z.number().min(0).optional(),
		/** Never answers. */
		hang: z.boolean().optional(),
		/** Closes the connection without an answer. */
		drop: z.boolean().optional(),
		/** Does what the request asks for, and only then fails: the client can't know that it worked. */
		afterAccept: z.boolean().optional(),
		/** How many requests fail so. */
		count: z.number().int().min(1).default(1),
	})
	.strict();

export type Fault = z.infer<typeof faultSchema>;

/** Faults that wait for their requests, first come first served. */
export class Faults {
	private pending: Array<{ readonly fault: Fault; left: number }> = [];

	add(fault: Fault): void {
		this.pending.push({ fault, left: fault.count });
	}

	/** The fault of this request, which is used up by it. */
	take(method: string, path: string): Fault | undefined {
		const entry = this.pending.find(
			({ fault }) => fault.path === path && (fault.method ?? method) === method,
		);
		if (!entry) return undefined;
		entry.left--;
		this.pending = this.pending.filter(({ left }) => left > 0);
		return entry.fault;
	}
}
