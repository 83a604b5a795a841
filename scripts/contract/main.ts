/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { parseArgs } from 'util';

import { parseRecipient } from '../../nodes/shared/whatsapp/phone';
import { checkContract, type CheckOptions } from './check';
import { isDifference } from './finding';
import { toText } from './report';
import { SENDS } from './sends';

const USAGE = `npm run contract -- --url URL --token TOKEN [options]

Compares a WaGo server with what the nodes send to it and expect of it. Reads only, unless --send-to is given.

  --url URL            address of the server, for example http://localhost:1337
  --token TOKEN        token of a session, or the environment's WAGO_TOKEN
  --admin-token TOKEN  also compares the list of sessions, or the environment's WAGO_ADMIN_TOKEN
  --send-to PHONE      also sends ${Object.keys(SENDS).length} messages, one of each kind that needs no file, to this number
  --json               the findings as JSON

Exit status: 0 nothing differs, 1 something does, 2 the server could not be compared.
`;

interface Command extends CheckOptions {
	readonly json: boolean;
}

/** `undefined` where help was asked for. */
function readCommand(args: string[]): Command | undefined {
	const { values } = parseArgs({
		args,
		options: {
			url: { type: 'string', default: '' },
			token: { type: 'string', default: process.env.WAGO_TOKEN ?? '' },
			'admin-token': { type: 'string', default: process.env.WAGO_ADMIN_TOKEN },
			'send-to': { type: 'string' },
			json: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const { url, token, 'admin-token': adminToken, 'send-to': phone, json } = values;
	if (values.help) return undefined;
	if (!/^https?:\/\//.test(url.trim())) throw new Error('--url is no http:// address');
	if (token.trim() === '') throw new Error('--token is missing');
	return {
		url,
		token,
		adminToken,
		json,
		sendTo: phone === undefined ? undefined : toRecipient(phone),
	};
}

function toRecipient(phone: string): string {
	const reading = parseRecipient(phone);
	if ('address' in reading) return reading.address;
	throw new Error(`--send-to ${reading.problem}. ${reading.advice}`);
}

/** Prints the report; resolves to the exit status. */
async function compare({ json, ...options }: Command): Promise<number> {
	const report = await checkContract(options);
	process.stdout.write(`${json ? JSON.stringify(report, null, 2) : toText(report)}\n`);
	return report.findings.some(isDifference) ? 1 : 0;
}

async function main(args: string[]): Promise<number> {
	const command = readCommand(args);
	if (command) return await compare(command);
	process.stdout.write(USAGE);
	return 0;
}

main(process.argv.slice(2)).then(
	(status) => {
		process.exitCode = status;
	},
	(error: Error) => {
		process.stderr.write(`${error.message}\n("npm run contract -- --help" shows how to use it.)\n`);
		process.exitCode = 2;
	},
);
