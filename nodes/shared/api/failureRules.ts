/** What went wrong, in one word that code can compare. */
export type FailureCode =
	| 'unauthorized'
	| 'invalidAdminToken'
	| 'noSession'
	| 'notLoggedIn'
	| 'alreadyConnected'
	| 'alreadyLoggedIn'
	| 'missingField'
	| 'badAddress'
	| 'badRequest'
	| 'notFound'
	| 'serverFailure'
	| 'notJson'
	| 'emptyAnswer'
	| 'redirected'
	| 'invalidAddress'
	| 'refused'
	| 'unknownHost'
	| 'timedOut'
	| 'blockedAddress'
	| 'certificate'
	| 'cancelled'
	| 'network';

interface FailureRule {
	readonly code: FailureCode;
	readonly pattern: RegExp;
	readonly source: string;
}

/** WaGo's error texts, matched loosely because they differ from version to version. The first match wins. */
export const WAGO_FAILURES: readonly FailureRule[] = [
	{ code: 'invalidAdminToken', pattern: /invalid admin/i, source: 'WaGo docs, /authentication' },
	{
		code: 'unauthorized',
		pattern: /unauthorized|invalid token/i,
		source: 'WaGo docs, /authentication',
	},
	{
		code: 'alreadyLoggedIn',
		pattern: /already logged\s?in/i,
		source: 'WaGo docs, /sessions/connect-and-scan',
	},
	{ code: 'alreadyConnected', pattern: /already connected/i, source: 'inferred from wuzapi' },
	{
		code: 'noSession',
		pattern: /no session|not connected/i,
		source: 'WaGo docs, /troubleshooting; wuzapi',
	},
	{ code: 'notLoggedIn', pattern: /not logged\s?in/i, source: 'WaGo docs, /troubleshooting' },
	{
		code: 'missingField',
		pattern: /^\s*missing\b/i,
		source: 'WaGo docs, /concepts/response-format',
	},
	{
		code: 'badAddress',
		pattern: /could not parse (?:phone|.*\bjid|participant|recipient)/i,
		source: 'inferred from wuzapi, parseJID',
	},
	{ code: 'badRequest', pattern: /could not (decode|parse)/i, source: 'inferred from wuzapi' },
];

/** What n8n and the network say when no answer of WaGo arrives. The first match wins. */
export const NETWORK_FAILURES: readonly FailureRule[] = [
	{
		code: 'blockedAddress',
		pattern: /request was blocked|ssrf|restricted ip/i,
		source: 'n8n, SSRF protection',
	},
	{ code: 'cancelled', pattern: /ERR_CANCELED|\bcancell?ed\b/i, source: 'axios' },
	{
		code: 'timedOut',
		pattern: /ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT|time[d-]?\s?out/i,
		source: 'axios, Node.js',
	},
	{
		code: 'invalidAddress',
		pattern: /invalid url|unsupported protocol/i,
		source: 'n8n, axios: the base URL is empty or lacks http://',
	},
	{ code: 'refused', pattern: /ECONNREFUSED/, source: 'Node.js' },
	{ code: 'unknownHost', pattern: /ENOTFOUND|EAI_AGAIN|getaddrinfo/i, source: 'Node.js' },
	{ code: 'certificate', pattern: /certificate|SSL|TLS|EPROTO/i, source: 'Node.js' },
];
