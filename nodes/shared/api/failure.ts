import type { WagoAnswer } from './answer';
import type { CredentialName } from './credentials';
import {
	type FailureCode,
	NEEDS_TLS,
	NETWORK_FAILURES,
	UNKNOWN_ROUTE,
	WAGO_FAILURES,
} from './failureRules';
import { type Wording, WORDING } from './failureWording';

/** Why a call has not succeeded, in words for the person who runs the workflow. Never holds a token. */
export interface WagoFailure {
	readonly code: FailureCode;
	/** What happened, with WaGo's own words. */
	readonly message: string;
	/** What to do next. */
	readonly advice: string;
	/** HTTP status; absent where no answer came. */
	readonly status?: number;
	/** Method and path of the request, without its query. */
	readonly request?: string;
}

/** What comes of a request that is sent twice: nothing, the same message, or nobody knows. */
export type Repetition = 'reads' | 'keepsMessageId' | 'unknown';

/** Failures after which nobody knows whether WaGo has done what was asked. */
const UNCERTAIN: ReadonlySet<FailureCode> = new Set([
	'timedOut',
	'network',
	'gateway',
	'whatsappTimedOut',
	'emptyAnswer',
]);

const UNCERTAIN_ADVICE: Readonly<Record<Repetition, string>> = {
	reads: 'Nothing was changed, so it can be repeated.',
	keepsMessageId:
		"WaGo may still have done what was asked. Repeating this item with 'Retry On Fail' is safe: it keeps its message ID.",
	unknown:
		'WaGo may still have done what was asked: check whether it took effect before you repeat it.',
};

const LOCALHOST_ADVICE =
	"'localhost' is n8n's own machine. If n8n runs in Docker, use 'http://host.docker.internal:1337' for a WaGo on the host, or the name of WaGo's service in the same network.";

const LOCALHOST = /\/\/([^/@]*@)?(localhost|127\.|\[::1\])/i;

/** The longest text of WaGo that a message repeats: a proxy's error page can be long. */
const LONGEST_QUOTE = 300;

/** What a server sent, before it is known whether WaGo speaks. */
export interface HttpAnswer {
	readonly status: number;
	readonly text: string;
	/** Where a redirect leads. */
	readonly location?: string;
	/** Whose token was refused, if one was. `wagoApi` unless said otherwise. */
	readonly credential?: CredentialName;
	/** `unknown` unless said otherwise. */
	readonly repetition?: Repetition;
}

/** The failure that an answer of the server stands for; `code` where the caller knows better than `text`. */
export function failureOfAnswer(answer: HttpAnswer, text: string, code?: FailureCode): WagoFailure {
	const { status, credential, repetition } = answer;
	const known = code ?? codeOfText(text) ?? codeOfStatus(status, text);
	// WaGo says 'Unauthorized' of either token.
	const refused = known === 'unauthorized' && credential === 'wagoAdminApi';
	const resolved = refused ? 'invalidAdminToken' : known;
	const { message = 'WaGo answered' } = wordingOf(resolved);
	const quote = quotable(text) || `HTTP status ${status}`;
	return {
		code: resolved,
		status,
		advice: adviceOf(resolved, repetition).join(' '),
		message: `${message}: ${quote}`,
	};
}

/** The failure that JSON stands for which is not what WaGo answers to such a request. */
export function foreignAnswer({ status, data }: WagoAnswer): WagoFailure {
	return failureOfAnswer({ status, text: '' }, JSON.stringify(data), 'notWago');
}

/** The failure that an error of n8n or of the network stands for. `baseUrl` and `repetition` only shape its words. */
export function failureOfError(
	error: unknown,
	baseUrl: string,
	repetition?: Repetition,
): WagoFailure {
	const code =
		NETWORK_FAILURES.find(({ pattern }) => pattern.test(errorTexts(error)))?.code ?? 'network';
	const advices = adviceOf(code, repetition);
	if (code === 'refused' && LOCALHOST.test(baseUrl)) advices.push(LOCALHOST_ADVICE);
	return { code, message: `${wordingOf(code).message} (${baseUrl})`, advice: advices.join(' ') };
}

function adviceOf(code: FailureCode, repetition: Repetition = 'unknown'): string[] {
	const { advice } = wordingOf(code);
	return UNCERTAIN.has(code) ? [UNCERTAIN_ADVICE[repetition], advice] : [advice];
}

const wordingOf = (code: FailureCode): Wording => WORDING[code];

function codeOfText(text: string): FailureCode | undefined {
	return WAGO_FAILURES.find(({ pattern }) => pattern.test(text))?.code;
}

const CODES: Readonly<Record<number, FailureCode>> = {
	400: 'badRequest',
	401: 'unauthorized',
	402: 'licence',
	403: 'forbidden',
	405: 'unknownRoute',
	408: 'gateway',
	409: 'conflict',
	410: 'gone',
	413: 'tooLarge',
	422: 'badRequest',
	429: 'rateLimited',
	502: 'gateway',
	503: 'gateway',
	504: 'gateway',
};

/** Cloudflare's: from 'the origin said something strange' to 'the origin is not there'. */
const CLOUDFLARE = { first: 520, last: 530 } as const;

/** What the status alone tells, and of a 404 whether it is the route that is missing or what was asked for. */
function codeOfStatus(status: number, text: string): FailureCode {
	if (status === 404) return UNKNOWN_ROUTE.test(text) ? 'unknownRoute' : 'notFound';
	if (status >= CLOUDFLARE.first && status <= CLOUDFLARE.last) return 'gateway';
	return CODES[status] ?? 'serverFailure';
}

/**
 * What an answer that is not JSON stands for, which a proxy or another program gives. Most are told by their status;
 * a page says nothing of WaGo, whatever words are in it.
 */
export function codeOfForeign({ status, text }: HttpAnswer): FailureCode | undefined {
	if (NEEDS_TLS.test(text)) return 'needsTls';
	const isPage = text.includes('<');
	if (status === 404 || status === 405) return isPage ? 'notWago' : 'unknownRoute';
	const code = codeOfStatus(status, text);
	if (code !== 'serverFailure' && code !== 'badRequest') return isPage ? code : undefined;
	return text.trim() === '' ? 'emptyAnswer' : 'notWago';
}

/** The first line of a text, without markup. */
function quotable(text: string): string {
	const plain = text.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
	return plain.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUOTE);
}

/** All texts of an error and its causes: n8n wraps the network's error once or twice. */
function errorTexts(error: unknown): string {
	const texts: string[] = [];
	let current = error;
	for (let depth = 0; depth < 4 && typeof current === 'object' && current !== null; depth++) {
		const { code, message, description, messages, cause } = current as Record<string, unknown>;
		texts.push(
			...[code, message, description, messages].flat().filter((text) => typeof text === 'string'),
		);
		current = cause;
	}
	return texts.join('\n');
}
