import type { ICredentialTestRequest } from 'n8n-workflow';

import { type Wording, WORDING } from './failureWording';

/**
 * What n8n's credential test says of an answer. A programmatic test could say more, but n8n hands it no function for
 * requests that its own rules for nodes allow; so network errors keep the codes of Node.js (docs/credentials.md).
 */
export function credentialTestRules(
	refusal: 'unauthorized' | 'invalidAdminToken',
): ICredentialTestRequest['rules'] {
	const refused = WORDING[refusal].message;
	const rules = [
		status(401, refused),
		...STATUSES.flatMap(({ statuses, message }) => statuses.map((one) => status(one, message))),
		answer(false, refused),
		// WaGo says of each answer whether it is a success (WaGo docs, /concepts/response-format); a web page does not.
		answer(undefined, inWords('notWago')),
	];
	// n8n's own type wants one sort of rule; its tester takes both.
	return rules as ICredentialTestRequest['rules'];
}

/** A test only reads one resource that every session has, so most statuses come from what stands before WaGo. */
const STATUSES: ReadonlyArray<{ statuses: readonly number[]; message: string }> = [
	{ statuses: [301, 302, 303, 307, 308], message: inWords('redirected') },
	{ statuses: [400, 426, 497], message: inWords('needsTls') },
	{ statuses: [403, 406, 451], message: inWords('forbidden') },
	{ statuses: [404, 405, 410], message: inWords('unknownRoute') },
	{
		statuses: [407],
		message: 'A proxy between n8n and WaGo wants a password: check HTTP_PROXY and NO_PROXY of n8n.',
	},
	{
		statuses: [413, 431],
		message: "The proxy in front of WaGo finds the request too large: check the token's length.",
	},
	{ statuses: [429], message: 'The server slows n8n down: try again after some minutes.' },
	{ statuses: [500], message: inWords('serverFailure') },
	{
		statuses: [408, 502, 503, 504, ...Array.from({ length: 11 }, (_, index) => 520 + index)],
		message: inWords('gateway'),
	},
];

function inWords(code: keyof typeof WORDING): string {
	const { message, advice }: Wording = WORDING[code];
	return [message, advice].join('. ');
}

function status(value: number, message: string) {
	return { type: 'responseCode', properties: { value, message } };
}

function answer(value: boolean | undefined, message: string) {
	return { type: 'responseSuccessBody', properties: { key: 'success', value, message } };
}
