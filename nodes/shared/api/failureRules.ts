import type { WORDING } from './failureWording';

/** What went wrong, in one word that code can compare. */
export type FailureCode = keyof typeof WORDING;

interface FailureRule {
	readonly code: FailureCode;
	readonly pattern: RegExp;
	readonly source: string;
}

const WHATSMEOW = 'whatsmeow, errors.go';
const INFO_QUERY = 'whatsmeow, info query';

/**
 * The error texts of WaGo and of whatsmeow below it, matched loosely because they differ from version to version and
 * stand inside others ('Failed to get group info: info query returned …'). The first match wins.
 */
export const WAGO_FAILURES: readonly FailureRule[] = [
	{
		code: 'licence',
		pattern: /licen[cs]e|scan limit/i,
		source: 'WaGo docs, /messages/interactive; text inferred',
	},
	{ code: 'invalidAdminToken', pattern: /invalid admin/i, source: 'WaGo docs, /authentication' },
	{
		code: 'unauthorized',
		pattern: /unauthorized|invalid token/i,
		source: 'WaGo docs, /authentication',
	},

	// Of the session.
	{
		code: 'alreadyLoggedIn',
		pattern: /already logged\s?in|already paired/i,
		source: 'WaGo docs, /sessions/connect-and-scan; wuzapi of 2026',
	},
	{ code: 'alreadyConnected', pattern: /already connected/i, source: 'wuzapi; whatsmeow' },
	{
		code: 'notDisconnectable',
		pattern: /cannot disconnect/i,
		source: 'wuzapi: of a session whose connection is down',
	},
	{
		code: 'noSession',
		pattern: /no session|not connected/i,
		source: 'WaGo docs, /troubleshooting; wuzapi; whatsmeow, errors.go',
	},
	{
		code: 'notLoggedIn',
		pattern: /not logged\s?in|doesn't contain a device JID/i,
		source: 'WaGo docs, /troubleshooting; whatsmeow, errors.go: a send before the scan',
	},
	{
		code: 'tokenTaken',
		pattern: /user with this .*already exists|token already exists|duplicate (name|token)/i,
		source: 'wuzapi of 2026',
	},
	{ code: 'banned', pattern: /\bban(ned)?\b|temp_?ban/i, source: 'whatsmeow, events' },
	{
		code: 'outdated',
		pattern: /client (is )?out(dated| of date)/i,
		source: 'whatsmeow, connect failure 405',
	},
	{ code: 'noPushName', pattern: /without PushName/i, source: WHATSMEOW },
	{
		code: 'databaseBusy',
		pattern: /database (table )?is locked|SQLITE_BUSY/i,
		source: 'SQLite below wuzapi of 2026',
	},

	// Of the request's own fields.
	{
		code: 'missingField',
		pattern: /^\s*missing\b|missing required fields?/i,
		source: 'WaGo docs, /concepts/response-format; wuzapi of 2026',
	},
	{
		code: 'mediaUnreadable',
		pattern: /could not decode image|not a valid image|image: unknown format/i,
		source: 'wuzapi; whatsmeow, errors.go; Go, package image',
	},
	{
		code: 'badAddress',
		pattern:
			/unknown (user )?server|must be a user JID|must be normal \(non-AD\) JID|could not parse (phone|.*\bjid|participant|recipient)|invalid (phone|jid)|broadcast lists? is not yet|phone number too short|international phone number required/i,
		source: 'whatsmeow, errors.go; wuzapi, parseJID',
	},
	{ code: 'badRequest', pattern: /could not (decode|parse)/i, source: 'wuzapi' },

	// Of the recipient.
	{
		code: 'notOnWhatsApp',
		pattern:
			/no LID found|not (registered )?on whatsapp|not a whatsapp (user|number|account)|(number|phone|user) (is |was )?not registered/i,
		source: 'whatsmeow, send.go: a number that WhatsApp does not know',
	},
	{ code: 'noPrivacyToken', pattern: /no privacy token/i, source: WHATSMEOW },

	// Of groups.
	{ code: 'notInGroup', pattern: /not participating in that group/i, source: WHATSMEOW },
	{ code: 'noSuchGroup', pattern: /group does not exist/i, source: WHATSMEOW },
	{
		code: 'badInvite',
		pattern:
			/link (is not valid|has been revoked)|link does not exist|join group: .*(not-acceptable|gone|not-authorized)/i,
		source: WHATSMEOW,
	},
	{ code: 'notAllowed', pattern: /don't have the permission/i, source: WHATSMEOW },

	// Of files.
	{
		code: 'mediaExpired',
		pattern: /download failed with status code 4\d\d|no longer available on phone/i,
		source: WHATSMEOW,
	},
	{
		code: 'mediaDoesNotFit',
		pattern:
			/no url present|didn't find any attachments|invalid media hmac|hash of media|file length does not match|file too short|unknown media type/i,
		source: WHATSMEOW,
	},
	{
		code: 'tooLarge',
		pattern: /(body|entity|payload|media|file|image|video) (is )?too (large|big)/i,
		source: 'Go, package http; WhatsApp',
	},

	// What WhatsApp's servers say.
	{
		code: 'rateLimited',
		pattern: /server returned error (463|479|429)\b|rate-overlimit|too many requests/i,
		source: 'whatsmeow, send.go and errors.go',
	},
	{
		code: 'whatsappTimedOut',
		pattern: /timed out waiting for message send response/i,
		source: 'whatsmeow, errors.go: the message is out, its receipt is not',
	},
	{
		code: 'whatsappTimedOut',
		pattern: /info query timed out|websocket disconnected before/i,
		source: INFO_QUERY,
	},
	{
		code: 'whatsappTimedOut',
		pattern: /context (deadline exceeded|cancell?ed)/i,
		source: 'Go, package context',
	},
	{ code: 'limitReached', pattern: /resource-limit/i, source: INFO_QUERY },
	{
		code: 'notAllowed',
		pattern: /not-authorized|not-allowed|status 403: forbidden/i,
		source: INFO_QUERY,
	},
	{ code: 'notAcceptable', pattern: /not-acceptable|status 400: bad-request/i, source: INFO_QUERY },
	{ code: 'notFound', pattern: /item-not-found/i, source: INFO_QUERY },
	{ code: 'conflict', pattern: /returned status 409\b|: conflict$/i, source: INFO_QUERY },
	{ code: 'gone', pattern: /returned status 410\b|: gone$/i, source: INFO_QUERY },
	{
		code: 'whatsappTrouble',
		pattern:
			/internal-server-error|service-unavailable|partial-server-error|status 423: locked|updating app state|server returned error 5\d\d\b/i,
		source: 'whatsmeow, errors.go',
	},
	{
		code: 'whatsappRefused',
		pattern: /server returned error|info query returned/i,
		source: WHATSMEOW,
	},

	// What was being done when it failed, where nothing more is said.
	{
		code: 'noKeys',
		pattern:
			/no signal session|can't encrypt message|failed to (encrypt|fetch prekeys|get (prekeys|device list))|untrusted identity|no devices/i,
		source: 'whatsmeow, errors.go and send.go',
	},
	{ code: 'uploadFailed', pattern: /failed to upload|refresh media conn/i, source: 'wuzapi' },
	{
		code: 'mediaUnreachable',
		pattern: /failed to (download|fetch) (media|image|video|audio|document|sticker|file|url)/i,
		source: 'wuzapi: WaGo could not get at the file',
	},
	{ code: 'connectFailed', pattern: /failed to connect/i, source: 'wuzapi' },
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
		code: 'refused',
		pattern: /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|connect ETIMEDOUT/,
		source: 'Node.js: no connection came about, so nothing was sent',
	},
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
	{ code: 'unknownHost', pattern: /ENOTFOUND|EAI_AGAIN|getaddrinfo/i, source: 'Node.js' },
	{
		code: 'noTls',
		pattern: /wrong version number|packet length too long|record layer failure/i,
		source: 'OpenSSL: TLS with a server that speaks none',
	},
	{ code: 'certificate', pattern: /certificate|CERT_|SSL|TLS|EPROTO/i, source: 'Node.js' },
];

/** What servers say of a route that they do not have; of a thing that is not there they say which thing. */
export const UNKNOWN_ROUTE =
	/^\s*$|^\W*(404\W+|405\W+)?(page |route |endpoint |path |resource |url )?not found\W*$|method not allowed|^cannot (get|post|put|delete)\b|^route .*not found|no route|webhook .*not registered/i;

/** A server with TLS that is asked without. */
export const NEEDS_TLS =
	/HTTP request to an HTTPS server|plain HTTP request was sent to HTTPS port/i;
