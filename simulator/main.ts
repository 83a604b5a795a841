/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
import { parseArgs } from 'util';
import { DEFAULT_HOST, DEFAULT_PORT, startSimulator } from './server';
import { DEFAULT_ADMIN_TOKEN, DEMO_TOKEN } from './state';

const USAGE = `The WaGo simulator: a WaGo server without WhatsApp, for development, tests and demos.

  --port PORT            default ${DEFAULT_PORT} (or the environment's PORT); 0 takes any free one
  --host HOST            default ${DEFAULT_HOST} (or the environment's HOST)
  --admin-token TOKEN    default ${DEFAULT_ADMIN_TOKEN}
  --data FILE            keeps the sessions, so that a restarted simulator goes on with them
  --help`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: process.env.PORT ?? String(DEFAULT_PORT) },
			host: { type: 'string', default: process.env.HOST ?? DEFAULT_HOST },
			'admin-token': { type: 'string', default: DEFAULT_ADMIN_TOKEN },
			data: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(USAGE);
		return;
	}
	const { port, host, 'admin-token': adminToken, data: dataFile } = values;
	const simulator = await startSimulator({ port: Number(port), host, adminToken, dataFile });
	console.log(
		`WaGo simulator: ${simulator.url}\nsession token: ${DEMO_TOKEN}\nadmin token: ${adminToken}`,
	);
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
