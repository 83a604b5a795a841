/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { say, step } from './lib/progress';
import { build } from './n8n/pack';

step('Building the package', build).catch((error: Error) => {
	say(error.message);
	process.exitCode = 1;
});
