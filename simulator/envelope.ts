/** An answer in WaGo's envelope (WaGo docs, /concepts/response-format). */
export interface Answer {
	readonly status: number;
	readonly body: unknown;
}

/** A refusal: `{"code", "error", "success": false}` with the same HTTP status. */
export class WagoError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** An answer without the envelope, as some newer endpoints give. */
export class Bare {
	constructor(readonly value: object) {}
}

export function success(data: object): Answer {
	if (data instanceof Bare) return { status: 200, body: data.value };
	return { status: 200, body: { code: 200, data, success: true } };
}

export function failure(status: number, error: string): Answer {
	return { status, body: { code: status, error, success: false } };
}

export const badRequest = (message: string) => new WagoError(400, message);
export const serverError = (message: string) => new WagoError(500, message);
export const missing = (field: string) => badRequest(`missing ${field} in payload`);
export const undecodable = () => badRequest('could not decode Payload');
