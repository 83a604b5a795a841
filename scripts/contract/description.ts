import { parse } from 'yaml';

import { readRoutes, type DescribedRoutes } from './openapi';
import { NoAnswer, type WagoServer } from './wagoServer';

/** A server's description of its own API. */
export interface ApiDescription {
	/** Where it was found. */
	readonly path: string;
	readonly routes: DescribedRoutes;
}

/** Its page for people (WaGo docs, /reference): it names the description that it shows. */
const EXPLORER = '/api/';

/** wuzapi's place first, then what generators for Go and other servers use. */
const CANDIDATES = [
	'/api/spec.yml',
	'/api/spec.yaml',
	'/api/spec.json',
	'/api/doc.json',
	'/api/openapi.yml',
	'/api/openapi.yaml',
	'/api/openapi.json',
	'/api/swagger.yml',
	'/api/swagger.yaml',
	'/api/swagger.json',
	'/swagger/doc.json',
	'/openapi.json',
	'/swagger.json',
];

/** The description that the server has of its own API, if it has one. */
export async function findDescription(server: WagoServer): Promise<ApiDescription | undefined> {
	const named = await namedByExplorer(server);
	for (const path of new Set([...named, ...CANDIDATES])) {
		const routes = parseDescription(await textOf(server, path));
		if (routes) return { path, routes: withoutPrefix(routes, new URL(server.baseUrl).pathname) };
	}
	return undefined;
}

/** The routes of a description in YAML or JSON, which is YAML; `undefined` for anything else. */
export function parseDescription(text: string): DescribedRoutes | undefined {
	try {
		return readRoutes(parse(text));
	} catch {
		return undefined;
	}
}

async function textOf(server: WagoServer, path: string): Promise<string> {
	const answer = await server.tryToAsk({ method: 'GET', path, auth: 'token' });
	return answer instanceof NoAnswer || answer.status !== 200 ? '' : answer.text;
}

/** The files that the page `/api/` loads, as far as they are its own and may be descriptions. */
async function namedByExplorer(server: WagoServer): Promise<string[]> {
	const page = await textOf(server, EXPLORER);
	const own = new URL(server.baseUrl + EXPLORER);
	const folder = own.pathname.slice(0, -EXPLORER.length);
	return [...page.matchAll(/["']([^"'\s]+\.(?:ya?ml|json))["']/g)]
		.map(([, address]) => new URL(address, own))
		.filter(({ origin, pathname }) => origin === own.origin && pathname.startsWith(folder))
		.map(({ pathname }) => pathname.slice(folder.length));
}

/** A server behind a proxy may describe its routes with the folder that is in its base URL anyway. */
function withoutPrefix(routes: DescribedRoutes, folder: string): DescribedRoutes {
	const prefix = folder.replace(/\/+$/, '');
	if (prefix === '') return routes;
	return new Map(
		[...routes].map(([name, route]) => [name.replace(` ${prefix}/`, ' /'), route] as const),
	);
}
