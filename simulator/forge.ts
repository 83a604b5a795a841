import { randomBytes } from 'crypto';
import FormData from 'form-data';
import { encodeGoForm } from './go/form';
import { marshalGoMap } from './go/json';
import { sniffContentType } from './go/sniff';
import { shuffled } from './random';

/** A file that WaGo uploads beside an event. Its type is sniffed from the bytes, as WaGo's HTTP client does. */
export interface DeliveredFile {
	/** `<message ID><extension>`, never the sender's own name. */
	readonly fileName: string;
	readonly bytes: Buffer;
}

export interface DeliveryInput {
	/** The session token; `undefined` leaves the field out, as relatives of WaGo do. */
	readonly token?: string;
	/** The text to send as it is, or a value to be written as Go writes a map. */
	readonly jsonData: string | Readonly<Record<string, unknown>>;
	readonly file?: DeliveredFile;
	/** A text field that is also named `file` and holds the path on the server, as later relatives add it. */
	readonly filePath?: string;
}

export interface ForgeOptions {
	/** Decides the order of multipart parts, which is random on the wire (Go map iteration). */
	readonly random?: () => number;
	/** A fixed boundary, for comparisons; normally 60 random hex digits. */
	readonly boundary?: string;
}

/** One delivery as it goes over the wire, without the request line and `Host`. */
export interface ForgedDelivery {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

export const USER_AGENT = 'go-resty/2.10.0 (https://github.com/go-resty/resty)';

/**
 * Forges the HTTP request of a real delivery, for tests of a receiver without a server, and for the simulator's
 * own deliveries: a urlencoded form, or a multipart one where a file comes along.
 * Source: WaGo docs, /webhooks/events; details inferred from wuzapi and its HTTP client, resty 2.10.
 */
export function forgeDelivery(input: DeliveryInput, options: ForgeOptions = {}): ForgedDelivery {
	const { token, jsonData } = input;
	const fields = {
		...(token === undefined ? {} : { token }),
		jsonData: typeof jsonData === 'string' ? jsonData : marshalGoMap(jsonData),
	};
	if (!input.file)
		return forge('application/x-www-form-urlencoded', Buffer.from(encodeGoForm(fields)));
	return forgeMultipart(fields, input.file, input.filePath, options);
}

function forgeMultipart(
	fields: Readonly<Record<string, string>>,
	file: DeliveredFile,
	filePath: string | undefined,
	{ random = Math.random, boundary = randomBytes(30).toString('hex') }: ForgeOptions,
): ForgedDelivery {
	const form = new FormData();
	form.setBoundary(boundary);
	const texts = Object.entries(filePath === undefined ? fields : { ...fields, file: filePath });
	const parts = texts.map(
		([name, text]) =>
			() =>
				form.append(name, text),
	);
	parts.push(() =>
		form.append('file', file.bytes, {
			filename: file.fileName,
			contentType: sniffContentType(file.bytes),
		}),
	);
	for (const append of shuffled(parts, random)) append();
	return forge(`multipart/form-data; boundary=${boundary}`, collect(form));
}

/** The whole form with one copy of the file; the library's own way copies it once for each part. */
function collect(form: FormData): Buffer {
	const chunks: Buffer[] = [];
	// Everything in the form is in memory, so it flows at once.
	form.on('data', (chunk: string | Buffer) =>
		chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk),
	);
	form.resume();
	return Buffer.concat(chunks);
}

function forge(contentType: string, body: Buffer): ForgedDelivery {
	return {
		headers: {
			'Accept-Encoding': 'gzip',
			'Content-Length': String(body.length),
			'Content-Type': contentType,
			'User-Agent': USER_AGENT,
		},
		body,
	};
}
