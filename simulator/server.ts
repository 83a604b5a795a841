/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import http from 'http';
import type { AddressInfo } from 'net';
import { handleApi, isApiPath } from './api';
import { handleControl } from './control';
import { failure } from './envelope';
import { answer } from './http';
import { sendPage } from './page';
import { State, type StateOptions } from './state';

export interface SimulatorOptions extends StateOptions {
	/** 0 takes any free port. */
	readonly port?: number;
	readonly host?: string;
}

export interface Simulator {
	readonly url: string;
	readonly port: number;
	readonly state: State;
	/** Ends all connections, also those that a fault keeps waiting. */
	stop(): Promise<void>;
}

export const DEFAULT_PORT = 1337;
export const DEFAULT_HOST = '127.0.0.1';

/** Starts a WaGo server that talks to no WhatsApp: see the README beside this file. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const { port = DEFAULT_PORT, host = DEFAULT_HOST } = options;
	const state = new State(options);
	const server = http.createServer((request, response) => {
		route(state, request, response).catch((error: Error) => fail(response, error));
	});
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
			state.close();
			await close(server);
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
