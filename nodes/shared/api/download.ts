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

/** The `filename` of a `Content-Disposition`, its extended form first (RFC 6266). */
function namedByServer(disposition: unknown): string | undefined {
	if (typeof disposition !== 'string') return undefined;
	const extended = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition)?.[1];
	if (extended !== undefined) return decoded(extended.trim());
	return /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition)?.slice(1).find(Boolean)?.trim();
}

function namedByPath({ pathname }: URL): string | undefined {
	const name = decoded(pathname.slice(pathname.lastIndexOf('/') + 1));
	return name?.includes('.') ? name : undefined;
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
