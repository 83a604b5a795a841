/**
 * The first extension, by the alphabet, that Go's `mime.ExtensionsByType` knows for a type on a common Linux:
 * what WaGo's stored copy, and so the upload of a delivery, is called. Inferred from wuzapi; machine-dependent.
 */
const FIRST_EXTENSION: Readonly<Record<string, string>> = {
	'application/gzip': '.gz',
	'application/json': '.json',
	'application/msword': '.doc',
	'application/octet-stream': '.bin',
	'application/pdf': '.pdf',
	'application/vnd.ms-excel': '.xla',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
	'application/zip': '.zip',
	'audio/aac': '.aac',
	'audio/mp4': '.f4a',
	'audio/mpeg': '.mp3',
	'audio/ogg': '.oga',
	'image/gif': '.gif',
	'image/jpeg': '.jfif',
	'image/png': '.png',
	'image/webp': '.webp',
	'text/csv': '.csv',
	'text/html': '.htm',
	'text/plain': '.asc',
	'text/vcard': '.gcrd',
	'video/3gpp': '.3ga',
	'video/mp4': '.f4v',
	'video/quicktime': '.moov',
};

/** The extension of the stored copy; where Go knows none, that of the sender's file name. */
export function storedExtension(mimeType: string, fileName = ''): string {
	const [type] = mimeType.toLowerCase().split(';', 1);
	return FIRST_EXTENSION[type.trim()] ?? /\.[^./\\]+$/.exec(fileName)?.[0] ?? '';
}
