#!/usr/bin/env node
/**
 * Entry point of the npm scripts: brings what a fresh clone lacks, then runs a command.
 *
 * Plain JavaScript without dependencies, because it runs before there are any.
 * Its own words go to stderr, so that a command's stdout stays clean for programs.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SIGNALS = ['SIGINT', 'SIGTERM'];

/** What was started writes to our stderr: our stdout belongs to the command alone. */
const QUIET_STDOUT = ['ignore', 2, 2];

const bin = (path) => join(root, 'node_modules', path);
const jest = bin('jest/bin/jest.js');

/** TypeScript in this very process rather than in tsx's child: one process fewer to pass signals through. */
const tsx = (script) => ['--import', 'tsx', script];

const stryker = (config) => [bin('@stryker-mutator/core/bin/stryker.js'), 'run', config];

/** Each command's steps; the user's arguments go to the last one. */
const COMMANDS = {
	test: [tsx('scripts/build.ts'), [jest]],
	e2e: [[jest, '--config', 'jest.e2e.config.js', '--runInBand']],
	verify: [tsx('scripts/verify.ts')],
	demo: [tsx('scripts/demo.ts')],
	bench: [tsx('scripts/bench/main.ts')],
	contract: [tsx('scripts/contract/main.ts')],
	mutation: ['core', 'registration'].map((piece) =>
		stryker(`scripts/mutation/${piece}.config.mjs`),
	),
	simulator: [tsx('simulator/main.ts')],
	operations: [tsx('scripts/operations.ts')],
	screenshots: [tsx('scripts/docs/screenshots.ts')],
};

/** Runs a program to its end and passes on the signals that end us; resolves to its exit code. */
function run(command, args, options = {}) {
	const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
	const forward = (signal) => child.kill(signal);
	for (const signal of SIGNALS) process.on(signal, forward);
	return new Promise((resolve) => {
		child.on('error', (error) => {
			process.stderr.write(`${command}: ${error.message}\n`);
			resolve(1);
		});
		child.on('close', (code, signal) => {
			for (const name of SIGNALS) process.off(name, forward);
			resolve(code ?? 128 + constants.signals[signal]);
		});
	});
}

/** npm writes this file at the end of every install. */
const installed = bin('.package-lock.json');

function isInstalled() {
	if (!existsSync(installed)) return false;
	return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/**
 * `npm install`, not `npm ci`: the latter refuses a lock that lacks other platforms' optional packages.
 * No install scripts: some dependencies of n8n-core compile for newer Nodes only, and tests do without.
 */
async function install() {
	process.stderr.write('Installing the development dependencies (about 3 minutes, once) ...\n');
	const started = Date.now();
	const args = ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
	const status = await run('npm', args, {
		stdio: QUIET_STDOUT,
		shell: process.platform === 'win32',
	});
	if (status !== 0) return status;
	utimesSync(installed, new Date(), new Date());
	process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
	return 0;
}

function isNodeTooOld() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	return major < 20 || (major === 20 && minor < 19);
}

/** Runs all steps until one does not succeed; resolves to the exit code. */
async function main([name, ...args]) {
	const steps = COMMANDS[name];
	if (!steps) {
		process.stderr.write(`Usage: node scripts/run.mjs ${Object.keys(COMMANDS).join('|')}\n`);
		return 2;
	}
	if (isNodeTooOld()) {
		process.stderr.write(`Node 20.19 or newer is needed; this is ${process.version}.\n`);
		return 2;
	}
	let status = isInstalled() ? 0 : await install();
	for (const step of steps.slice(0, -1)) {
		if (status === 0) status = await run(process.execPath, step, { stdio: QUIET_STDOUT });
	}
	return status === 0 ? run(process.execPath, [...steps.at(-1), ...args]) : status;
}

process.exitCode = await main(process.argv.slice(2));
