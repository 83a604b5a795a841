import type { IBinaryData } from 'n8n-workflow';

import { downloadFile } from '../../shared/api/download';
import { isBase64, parseDataUrl } from '../../shared/whatsapp/dataUrl';
import type { ItemTools } from '../engine/operation';
import { InputError } from '../engine/parameters';
import { isToolCall } from '../engine/toolCall';

/** A file as it was found, before anything is known about what it is good for. */
export interface FoundFile {
	readonly base64: string;
	readonly mimeType?: string;
	readonly fileName?: string;
	/** The extension that n8n keeps beside a file, without dot. */
	readonly extension?: string;
	/** It came from a web address, and so may be something else than the file that was meant. */
	readonly isDownload?: true;
}

type FindFile = (tools: ItemTools) => Promise<FoundFile>;

/** The values of 'Media Source'. */
const SOURCES: Readonly<Record<string, FindFile>> = {
	binary: fromBinary,
	url: fromUrl,
	base64: fromBase64,
};

/** The file that the item's media fields point to. Throws {@link InputError} where there is none. */
export async function findFile(tools: ItemTools): Promise<FoundFile> {
	const source = tools.parameters.text('mediaSource');
	const find = SOURCES[source];
	if (!find) throw new InputError(`'Media Source' does not know '${source}'`);
	const file = await find(tools);
	if (file.base64 === '') throw new InputError('The file is empty', 'Check where it comes from.');
	return file;
}

async function fromBinary({ context, itemIndex, parameters }: ItemTools): Promise<FoundFile> {
	const property = parameters.value('binaryPropertyName');
	if (typeof property === 'string' && isToolCall(context)) {
		throw new InputError(
			'An AI agent hands no files to its tools',
			"Set 'Media Source' to 'URL', or point 'Input Binary Field' to a file of another node by an expression such as {{ $('WaGo Trigger').item.binary.data }}.",
		);
	}
	const binary = context.helpers.assertBinaryData(
		itemIndex,
		typeof property === 'object'
			? (property as IBinaryData)
			: parameters.required('binaryPropertyName'),
	);
	const base64 = binary.id ? await encodeStored(context, binary.id) : binary.data;
	const { mimeType, fileName, fileExtension } = binary;
	return { base64, mimeType, fileName, extension: fileExtension || undefined };
}

/** Encodes piece by piece, so that a large file is not held in memory as bytes and as text at once. */
async function encodeStored(context: ItemTools['context'], id: string): Promise<string> {
	const stream = await context.helpers.getBinaryStream(id);
	stream.setEncoding('base64');
	let base64 = '';
	for await (const piece of stream) base64 += piece as string;
	return base64;
}

async function fromUrl({ context, parameters, timeout }: ItemTools): Promise<FoundFile> {
	const download = await downloadFile(context, parameters.required('mediaUrl'), timeout);
	if (!download.ok) {
		throw new InputError(
			`The file of 'Media URL' could not be downloaded: ${download.reason}`,
			"n8n downloads the file itself, so the address must be reachable from n8n. 'Send Media by URL' lets WaGo download it instead.",
		);
	}
	const { bytes, mimeType, fileName } = download.file;
	return { base64: bytes.toString('base64'), mimeType, fileName, isDownload: true };
}

/** What n8n writes into `data` of a file that it keeps elsewhere: the name of its store. */
const STORES: ReadonlySet<string> = new Set([
	'database',
	'filesystem',
	'filesystem-v2',
	's3',
	'azure',
	'azure-blob',
]);

/** What an expression writes where it finds nothing; some of these words are base64 as well. */
const NOTHING: ReadonlySet<string> = new Set(['null', 'undefined', 'true', 'false', 'none', 'nan']);

async function fromBase64({ parameters }: ItemTools): Promise<FoundFile> {
	const text = parameters.required('base64');
	const content = text.replace(/^\s*data:[^,]{0,256},/i, '').replace(/\s+/g, '');
	if (STORES.has(content)) {
		throw new InputError(
			`'Base64' is the word '${content}' and no file: n8n keeps this file in its store`,
			"Set 'Media Source' to 'Binary File': then the node reads the file from there itself.",
		);
	}
	if (NOTHING.has(content.toLowerCase())) {
		throw new InputError(
			`'Base64' is the word '${content}' and no file`,
			'Check its expression: it finds nothing. For a file of the input item choose Media Source › Binary File.',
		);
	}
	const dataUrl = parseDataUrl(text);
	if (dataUrl) return dataUrl;
	if (isBase64(content)) return { base64: content };
	throw new InputError(
		"'Base64' is neither base64 text nor a base64 data URL",
		'Check its expression: it must give the file itself, whole, and not its name or address.',
	);
}
