import type { IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { parseWebAddress } from '../lib/webAddress';

export interface DownloadedFile {
	readonly bytes: Buffer;
	/** As the server names it; it may say nothing of use. */
	readonly mimeType?: string;
	readonly fileName?: string;
}

export type Download =
	| { readonly ok: true; readonly file: DownloadedFile }
	| { readonly ok: false; readonly reason: string };

/**
 * Downloads a file of any server, without credentials and within n8n's protection against server-side request
 * forgery. What went wrong comes back as a value. `timeout` in milliseconds.
 */
export async function downloadFile(
	context: IExecuteFunctions,
	address: string,
	timeout: number,
): Promise<Download> {
	const url = parseWebAddress(address);
	if (!url) return { ok: false, reason: "it is no address with 'http://' or 'https://'" };
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: url.href,
		timeout,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	try {
		const response = (await context.helpers.httpRequest(options)) as IN8nHttpFullResponse;
		if (response.statusCode >= 300) {
			return { ok: false, reason: `its server answered with HTTP status ${response.statusCode}` };
		}
		return { ok: true, file: readFile(response, url) };
	} catch (error) {
		return { ok: false, reason: (error as Error).message };
	}
}

function readFile({ body, headers }: IN8nHttpFullResponse, url: URL): DownloadedFile {
	const contentType = headers['content-type'];
	return {
		bytes: Buffer.from(body as unknown as ArrayBuffer),
		mimeType: typeof contentType === 'string' ? contentType : undefined,
		fileName: namedByServer(headers['content-disposition']) ?? namedByPath(url),
	};
}

/** The `filename` of a `Content-Disposition`, its extended form first (RFC 6266, RFC 5987). */
function namedByServer(disposition: unknown): string | undefined {
	if (typeof disposition !== 'string') return undefined;
	const extended = /filename\*\s*=\s*"?(utf-8|iso-8859-1)'[^']*'([^;"]+)/i.exec(disposition);
	if (extended) {
		const [, charset, text] = extended;
		const name = charset.toLowerCase() === 'utf-8' ? decoded(text.trim()) : unescapedLatin1(text);
		if (name) return name;
	}
	const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(disposition);
	const name = (plain?.[1]?.replace(/\\(["\\])/g, '$1') ?? plain?.[2])?.trim();
	return name ? (decoded(utf8(name)) ?? utf8(name)) : undefined;
}

/** Node.js reads a header byte by byte, and many servers write names as UTF-8 there. */
function utf8(text: string): string {
	const bytes = Buffer.from(text, 'latin1');
	const read = bytes.toString('utf8');
	return bytes.toString('latin1') === text && !read.includes('\ufffd') ? read : text;
}

function unescapedLatin1(text: string): string {
	return text
		.trim()
		.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** What the file name of a program that hands out files ends with. */
const PROGRAM = /\.(php\d?|aspx?|ashx|jsp|cgi|do)$/i;

/** The last part of the path, also without an extension: the type gives it one. */
function namedByPath({ pathname }: URL): string | undefined {
	const last = pathname.split('/').filter(Boolean).pop() ?? '';
	return decoded(last)?.replace(PROGRAM, '') || undefined;
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
