/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import http from 'http';
import type { AddressInfo } from 'net';
import { handleApi, isApiPath } from './api';
import { handleControl } from './control';
import { Disk } from './disk';
import { failure } from './envelope';
import { answer, send } from './http';
import { openApi } from './openapi';
import { sendPage } from './page';
import type { StoredSession } from './session';
import { State, type StateOptions } from './state';

export interface SimulatorOptions extends StateOptions {
	/** 0 takes any free port. */
	readonly port?: number;
	readonly host?: string;
	/** Sessions of an earlier run (`state.storedSessions()`), in the place of the demo's. */
	readonly sessions?: readonly StoredSession[];
	/** Keeps the sessions in this file, so that a restarted simulator goes on with them. */
	readonly dataFile?: string;
}

export interface Simulator {
	readonly url: string;
	readonly port: number;
	readonly state: State;
	/** Ends all connections, also those that a fault keeps waiting. */
	stop(): Promise<void>;
}

/** Where wuzapi has its description, and so perhaps WaGo. */
const SPEC_PATH = '/api/spec.yml';

export const DEFAULT_PORT = 1337;
export const DEFAULT_HOST = '127.0.0.1';

/** Starts a WaGo server that talks to no WhatsApp: see the README beside this file. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const { port = DEFAULT_PORT, host = DEFAULT_HOST, dataFile } = options;
	const disk = dataFile === undefined ? undefined : new Disk(dataFile);
	const state = new State(options);
	const stored = options.sessions ?? disk?.load();
	if (stored) state.restore(stored);
	const server = http.createServer((request, response) => {
		void route(state, request, response)
			.catch((error: Error) => fail(response, error))
			.finally(() => server.listening && disk?.save(state.storedSessions()));
	});
	// Like Go's server, keep idle connections: closing one while a client begins its next request makes that one fail.
	server.keepAliveTimeout = 0;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address() as AddressInfo;
	return {
		url: `http://${host}:${address.port}`,
		port: address.port,
		state,
		stop: async () => {
			await close(server);
			state.close();
		},
	};
}

async function route(
	state: State,
	request: http.IncomingMessage,
	response: http.ServerResponse,
): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://simulator');
	if (isApiPath(url.pathname)) return await handleApi(state, request, response, url);
	if (url.pathname.startsWith('/simulator/'))
		return await handleControl(state, request, response, url);
	if (url.pathname === SPEC_PATH) {
		const description = JSON.stringify(openApi(state.settings), undefined, 2);
		return send(response, 200, 'application/yaml', description);
	}
	return await sendPage(url.pathname, response);
}

function fail(response: http.ServerResponse, error: Error): void {
	if (response.headersSent) response.destroy();
	else answer(response, 500, failure(500, `simulator: ${error.message}`).body);
}

async function close(server: http.Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
