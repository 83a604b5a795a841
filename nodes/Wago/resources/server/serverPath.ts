import { InputError } from '../../engine/parameters';

/** Stands for the credential's server: only what stays on it is a path. */
const SERVER = 'http://server.invalid';

/**
 * The path and query of an endpoint, encoded. The session token goes wherever the request goes, so whatever could
 * lead off the credential's server is refused: addresses, `//host`, backslashes and climbing with `..`, also encoded.
 */
export function serverPath(text: string): string {
	const url = parse(text);
	if (url?.origin === SERVER && !climbs(text)) return url.pathname + url.search;
	throw new InputError(
		`'Path' is not a path on the server: ${text}`,
		"It begins with one '/', for example '/session/status'. The address of the server is in the credential.",
	);
}

function parse(text: string): URL | undefined {
	if (!/^\/[^\s\\]*$/.test(text)) return undefined;
	try {
		return new URL(text, SERVER);
	} catch {
		return undefined;
	}
}

function climbs(text: string): boolean {
	const [path] = text.split(/[?#]/, 1);
	const decoded = path.replace(/%2e/gi, '.').replace(/%2f|%5c/gi, '/');
	return decoded.split('/').some((segment) => segment === '.' || segment === '..');
}
