/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/require-node-api-error */
import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import { closeSync, openSync, readFileSync } from 'fs';
import { constants } from 'os';

import { isPortFree } from './ports';
import { sleep, waitFor } from './wait';

export interface ServiceOptions {
	/** For messages. */
	name: string;
	program: string;
	args: string[];
	cwd?: string;
	/** The whole environment of the service. */
	env: Record<string, string | undefined>;
	/** Everything that it prints is appended here. */
	logFile: string;
	/** Answers 200 (http:) or takes connections (tcp:) as soon as the service can be used. */
	readyUrl: string;
	/** Milliseconds from start to readiness; 120 s unless given. */
	readyTimeout?: number;
}

/** A server of ours on a port of the loopback interface. */
export interface OwnServer {
	readonly service: Service;
	readonly port: number;
	/** Ends it and removes what it kept. */
	dispose(): Promise<void>;
}

const STOP_TIMEOUT_MS = 30_000;
const KILL_TIMEOUT_MS = 5_000;

/** What runs now: ended with this process, whatever ends it. */
const running = new Set<Service>();

process.on('exit', () => {
	for (const service of running) service.signal('SIGKILL');
});

// A signal that nobody handles ends a process without 'exit', and so would leave the services behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.once(signal, () => {
		if (process.listenerCount(signal) === 0) process.exit(128 + constants.signals[signal]);
	});
}

/** A server in a process group of its own, so that it and all its children can be ended by its ID. */
export class Service {
	private child?: ChildProcess;

	constructor(readonly options: ServiceOptions) {}

	get pid(): number | undefined {
		return this.child?.pid;
	}

	get isRunning(): boolean {
		return this.child !== undefined && this.child.exitCode === null && !this.child.signalCode;
	}

	/** Starts it and waits until it is ready. */
	async start(): Promise<void> {
		const { name, program, args, cwd, env, logFile, readyUrl, readyTimeout } = this.options;
		if (this.isRunning) throw new Error(`${name} runs already`);
		const log = openSync(logFile, 'a');
		this.child = spawn(program, args, { cwd, env, stdio: ['ignore', log, log], detached: true });
		closeSync(log);
		this.child.on('error', () => running.delete(this));
		running.add(this);
		try {
			await waitFor(`${name} at ${readyUrl}`, async () => await this.isReady(readyUrl), {
				timeout: readyTimeout ?? 120_000,
			});
		} catch (error) {
			await this.kill();
			throw new Error(`${error.message}. The end of its log:\n${this.log().slice(-4000)}`);
		}
		if (!this.isRunning) throw new Error(`${name} ended at once:\n${this.log().slice(-4000)}`);
	}

	/** Ends it politely, or by force if it takes too long; returns when its whole group is gone. */
	async stop(): Promise<void> {
		await this.end('SIGTERM');
	}

	/** Ends it as a power cut would. */
	async kill(): Promise<void> {
		await this.end('SIGKILL');
	}

	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	/** Resolves when it has ended, for whatever reason. */
	async whenEnded(): Promise<void> {
		while (this.isRunning) await sleep(500);
	}

	/** Everything that it has printed so far. */
	log(): string {
		return readFileSync(this.options.logFile, 'utf8');
	}

	/** Sends a signal to all processes of the group; false if there are none. */
	signal(name: NodeJS.Signals | 0): boolean {
		if (!this.pid) return false;
		try {
			process.kill(-this.pid, name);
			return true;
		} catch {
			return false;
		}
	}

	private async isReady(url: string): Promise<boolean> {
		if (!this.isRunning) return true; // it died: stop waiting, start() tells
		const { protocol, port } = new URL(url);
		if (protocol === 'tcp:') return !(await isPortFree(Number(port)));
		const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
		await response.arrayBuffer();
		return response.status === 200;
	}

	private async end(signal: NodeJS.Signals): Promise<void> {
		this.signal(signal);
		if (!(await this.isGoneWithin(STOP_TIMEOUT_MS))) this.signal('SIGKILL');
		// Bounded, since a dead grandchild stays in the group where nobody collects it.
		await this.isGoneWithin(KILL_TIMEOUT_MS);
		running.delete(this);
	}

	private async isGoneWithin(milliseconds: number): Promise<boolean> {
		const deadline = Date.now() + milliseconds;
		while (this.signal(0)) {
			if (Date.now() > deadline) return false;
			await sleep(50);
		}
		return true;
	}
}
