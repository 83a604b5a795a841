/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { spawn } from 'child_process';
import { createWriteStream } from 'fs';

export interface CommandOptions {
	cwd?: string;
	/** Added to this process's environment. */
	env?: Record<string, string>;
	/** Also append all output to this file. */
	logFile?: string;
	/** Milliseconds after which the command is ended; no limit unless given. */
	timeout?: number;
}

const TAIL_CHARACTERS = 4000;

/**
 * Runs a program to its end without a shell; resolves to what it printed on stdout.
 *
 * @throws with the end of its output when it exits with another status than 0
 */
export async function runCommand(
	program: string,
	args: string[],
	{ cwd, env, logFile, timeout }: CommandOptions = {},
): Promise<string> {
	const log = logFile ? createWriteStream(logFile, { flags: 'a' }) : undefined;
	const child = spawn(program, args, {
		cwd,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout,
		// npm is a batch file on Windows, which only a shell can run.
		shell: process.platform === 'win32' && program === 'npm',
	});
	const endChild = () => child.kill();
	process.on('exit', endChild);
	let stdout = '';
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => {
		stdout += chunk.toString();
		output += chunk.toString();
	});
	child.stderr.on('data', (chunk: Buffer) => {
		output += chunk.toString();
	});
	if (log) {
		child.stdout.pipe(log, { end: false });
		child.stderr.pipe(log, { end: false });
	}
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => {
			process.off('exit', endChild);
			log?.end();
			if (code === 0) return resolve(stdout);
			const outcome = signal ? `was ended by ${signal}` : `exited with ${code}`;
			const tail = output.slice(-TAIL_CHARACTERS);
			reject(new Error(`${program} ${args.join(' ')} ${outcome}\n${tail}`));
		});
	});
}
