/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFile } from 'fs/promises';
import type { ServerResponse } from 'http';
import path from 'path';
import { send } from './http';

/** The phone: a page, plain files. */
const FOLDER = path.join(__dirname, 'page');

const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.ogg': 'audio/ogg; codecs=opus',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
};

/** Serves a file of the page; what is none is unknown, as it is to WaGo's router. */
export async function sendPage(pathname: string, response: ServerResponse): Promise<void> {
	const name = pathname === '/' ? 'index.html' : pathname.slice(1);
	const type = TYPES[path.extname(name)];
	const content = type && !name.includes('..') ? await readPageFile(name) : undefined;
	if (content) send(response, 200, type, content);
	else send(response, 404, 'text/plain; charset=utf-8', '404 page not found\n');
}

async function readPageFile(name: string): Promise<Buffer | undefined> {
	try {
		return await readFile(path.join(FOLDER, name));
	} catch {
		return undefined;
	}
}
