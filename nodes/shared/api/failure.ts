import type { CredentialName } from './credentials';
import { type FailureCode, NETWORK_FAILURES, WAGO_FAILURES } from './failureRules';

/** Why a call has not succeeded, in words for the person who runs the workflow. Never holds a token. */
export interface WagoFailure {
	readonly code: FailureCode;
	/** What happened, with WaGo's own words. */
	readonly message: string;
	/** What to do next. */
	readonly advice: string;
	/** HTTP status; absent where no answer came. */
	readonly status?: number;
}

interface Wording {
	/** Said instead of WaGo's own words, where WaGo said nothing of use. */
	readonly message?: string;
	readonly advice: string;
}

const WORDING: Readonly<Record<FailureCode, Wording>> = {
	unauthorized: {
		message: 'WaGo does not know this token',
		advice:
			"Check 'Token' in the WaGo credential: it must be the token of a session that exists on this server.",
	},
	invalidAdminToken: {
		message: 'WaGo refused the admin token',
		advice:
			"Check 'Admin Token' in the WaGo Admin credential: it must be the one that the server was started with. Where a token is deleted, 'Target Token' may be the one that WaGo does not know.",
	},
	noSession: {
		advice:
			"The session is known but not connected. Run the operation 'Connect' of the resource 'Session' first.",
	},
	notLoggedIn: {
		advice:
			"The session is not linked to a phone. Run 'Get QR Code' of the resource 'Session', scan it with WhatsApp (Linked Devices), then use 'Wait for Login'.",
	},
	alreadyConnected: {
		advice: "The session is connected. Use 'Disconnect' first if it has to be connected anew.",
	},
	alreadyLoggedIn: {
		advice:
			"The session is linked to a phone already. Use 'Log Out' first if another phone has to be linked.",
	},
	missingField: {
		advice:
			"A field that this WaGo version requires was not sent. Fill it in, or add it under Options > 'Additional Body Fields'.",
	},
	badAddress: {
		advice:
			"WaGo takes phone numbers in digits, and JIDs with nothing but digits before the '@': no group that was made before 2021, whose ID has a hyphen, and not 'status@broadcast'. Send to another number or group.",
	},
	badRequest: {
		advice:
			"Check the values of this item. If this WaGo version wants other fields, add them under Options > 'Additional Body Fields'.",
	},
	notFound: {
		message: 'WaGo does not know what was asked for',
		advice:
			"Check the ID. If it is right, this WaGo version may lack the endpoint (the page /api of your server lists those it has), or 'Base URL' of the credential leads to another program.",
	},
	serverFailure: {
		message: 'WaGo could not do what was asked',
		advice:
			"Look into WaGo's log. The operation 'Diagnose' of the resource 'Server' checks the usual causes.",
	},
	notJson: {
		message: 'The answer is not from WaGo',
		advice:
			"The address answers with something that is not JSON: a proxy's page, perhaps, or another program. Check 'Base URL' in the credential and the proxy in front of WaGo.",
	},
	emptyAnswer: {
		message: 'The answer is empty',
		advice:
			"WaGo answers with JSON: perhaps another program or a proxy stands at this address. Check 'Base URL' in the credential, and whether the operation had its effect before you repeat it.",
	},
	redirected: {
		message: 'The server redirects to another address',
		advice:
			"Put the final address into 'Base URL' of the credential; redirects are not followed, to keep the token safe.",
	},
	invalidAddress: {
		message: "'Base URL' of the credential is no address",
		advice: "Write it with 'http://' or 'https://', for example 'http://localhost:1337'.",
	},
	refused: {
		message: 'Nothing answers at the address of WaGo',
		advice:
			"Check that WaGo runs and that 'Base URL' of the credential has the right host and port.",
	},
	unknownHost: {
		message: 'The host name of WaGo is unknown',
		advice:
			"Check 'Base URL' in the credential. In Docker, use the name of WaGo's service, and put both containers into one network.",
	},
	timedOut: {
		message: 'WaGo did not answer in time',
		advice:
			"WaGo may still have done what was asked. Raise Options > 'Timeout' if the server is slow.",
	},
	blockedAddress: {
		message: 'n8n blocks requests to the address of WaGo',
		advice:
			"n8n's protection against server-side request forgery is on and WaGo has a private address. Add it to the environment variable N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES of n8n.",
	},
	certificate: {
		message: "The certificate of WaGo's server was not accepted",
		advice: "Use 'http://' if WaGo has no certificate, or a certificate that n8n's machine trusts.",
	},
	cancelled: { message: 'The request was cancelled', advice: 'The execution was stopped.' },
	network: {
		message: 'The connection to WaGo broke',
		advice:
			'WaGo may still have done what was asked. Check the network between n8n and WaGo, and whether WaGo restarted.',
	},
};

/** Failures after which nobody knows whether WaGo has done what was asked. */
const UNCERTAIN: readonly FailureCode[] = ['timedOut', 'network'];

const REPEAT_ADVICE = "Repeating this item with 'Retry On Fail' is safe: it keeps its message ID.";
const CHECK_ADVICE = 'Check whether it took effect before you repeat it.';

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
}

/** The failure that an answer of the server stands for; `code` where the caller knows better than `text`. */
export function failureOfAnswer(answer: HttpAnswer, text: string, code?: FailureCode): WagoFailure {
	const { status, credential } = answer;
	const known = code ?? codeOfText(text) ?? codeOfStatus(status);
	// WaGo says 'Unauthorized' of either token.
	const refused = known === 'unauthorized' && credential === 'wagoAdminApi';
	const resolved = refused ? 'invalidAdminToken' : known;
	const { message = 'WaGo answered', advice } = WORDING[resolved];
	const quote = quotable(text) || `HTTP status ${status}`;
	return { code: resolved, status, advice, message: `${message}: ${quote}` };
}

/**
 * The failure that an error of n8n or of the network stands for. `baseUrl` and whether the request may be repeated,
 * because it keeps its message ID, only shape the advice.
 */
export function failureOfError(
	error: unknown,
	baseUrl: string,
	keepsMessageId = false,
): WagoFailure {
	const code =
		NETWORK_FAILURES.find(({ pattern }) => pattern.test(errorTexts(error)))?.code ?? 'network';
	const { message, advice } = WORDING[code];
	const advices = [advice];
	if (UNCERTAIN.includes(code)) advices.push(keepsMessageId ? REPEAT_ADVICE : CHECK_ADVICE);
	if (code === 'refused' && LOCALHOST.test(baseUrl)) advices.push(LOCALHOST_ADVICE);
	return { code, message: `${message} (${baseUrl})`, advice: advices.join(' ') };
}

function codeOfText(text: string): FailureCode | undefined {
	return WAGO_FAILURES.find(({ pattern }) => pattern.test(text))?.code;
}

function codeOfStatus(status: number): FailureCode {
	if (status === 401 || status === 403) return 'unauthorized';
	if (status === 404 || status === 405) return 'notFound';
	return status === 400 ? 'badRequest' : 'serverFailure';
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
