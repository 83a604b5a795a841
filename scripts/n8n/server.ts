/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';

import { freePort } from '../lib/ports';
import { Service } from '../lib/service';
import { ensureN8n } from './install';

export interface N8nOptions {
	/** The n8n to run; the pinned one unless given. */
	version?: string;
	/** n8n's command with its arguments; `['start']` unless given. */
	command?: string[];
	/** Where n8n keeps everything; a new temporary folder, removed by `dispose()`, unless given. */
	userFolder?: string;
	/** A free one unless given. */
	port?: number;
	/** Unpacked node packages to load, beside what the user folder already has. */
	packages?: string[];
	/** Added to n8n's environment, or taken from it where undefined. */
	env?: Record<string, string | undefined>;
}

/** No word to the outside, nothing that a test did not ask for. */
const QUIET: Record<string, string> = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
	N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_AI_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
};

/** Modules that ask the outside for something at their start. An n8n does not start with one off that it lacks. */
const CURIOUS_MODULES = ['mcp-registry'];

function disabledModules(n8nFolder: string): string {
	const modules = join(n8nFolder, 'node_modules', 'n8n', 'dist', 'modules');
	return CURIOUS_MODULES.filter((name) => existsSync(join(modules, name))).join(',');
}

/** The same for every process that shares a database. */
const ENCRYPTION_KEY = 'known to everybody: test bed and demo only';

/** All that n8n takes over from here: settings of npm, Jest or another n8n would change what it does. */
const INHERITED = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'LANG', 'TZ'];

const inheritedEnvironment = (): Record<string, string | undefined> =>
	Object.fromEntries(INHERITED.map((name) => [name, process.env[name]]));

/** Puts an unpacked package where n8n finds it at its start, under its real type names. */
async function loadPackage(userFolder: string, directory: string): Promise<void> {
	const manifest = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')) as {
		name: string;
	};
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', manifest.name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await cp(directory, target, { recursive: true });
}

/** A real n8n as a process of its own. */
export class N8nServer {
	private constructor(
		readonly service: Service,
		readonly url: string,
		readonly userFolder: string,
		private readonly ownsUserFolder: boolean,
	) {}

	/** Installs what is missing and prepares the user folder; `start()` is separate. */
	static async prepare(options: N8nOptions = {}): Promise<N8nServer> {
		const { command = ['start'], packages = [] } = options;
		const { nodeBin, n8nBin, dir } = await ensureN8n(options.version);
		const userFolder = options.userFolder ?? (await mkdtemp(join(tmpdir(), 'wago-n8n-')));
		await mkdir(join(userFolder, '.n8n'), { recursive: true });
		for (const directory of packages) await loadPackage(userFolder, directory);

		const port = String(options.port ?? (await freePort()));
		const healthPort = String(await freePort());
		const url = `http://127.0.0.1:${port}`;
		// Only a worker answers on the port of its health check.
		const readyPort = command[0] === 'worker' ? healthPort : port;
		const service = new Service({
			name: `n8n ${command.join(' ')}`,
			program: nodeBin,
			args: [n8nBin, ...command],
			cwd: dir,
			env: {
				...inheritedEnvironment(),
				...QUIET,
				N8N_DISABLED_MODULES: disabledModules(dir),
				N8N_LISTEN_ADDRESS: '127.0.0.1',
				N8N_PORT: port,
				// n8n makes the addresses of webhooks from this and the port.
				N8N_HOST: '127.0.0.1',
				N8N_SECURE_COOKIE: 'false',
				N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
				N8N_USER_FOLDER: userFolder,
				N8N_RUNNERS_BROKER_PORT: String(await freePort()),
				QUEUE_HEALTH_CHECK_PORT: healthPort,
				...options.env,
			},
			logFile: join(userFolder, `n8n-${command[0]}-${port}.log`),
			readyUrl: `http://127.0.0.1:${readyPort}/healthz/readiness`,
		});
		return new N8nServer(service, url, userFolder, options.userFolder === undefined);
	}

	/** Prepares and starts one. */
	static async start(options: N8nOptions = {}): Promise<N8nServer> {
		const server = await N8nServer.prepare(options);
		await server.service.start();
		return server;
	}

	/** Stops it and removes its temporary folder. */
	async dispose(): Promise<void> {
		await this.service.stop();
		if (this.ownsUserFolder) await rm(this.userFolder, { recursive: true, force: true });
	}
}
