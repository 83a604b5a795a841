/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { runCommand } from '../../../scripts/lib/command';

const node = async (program: string) => await runCommand(process.execPath, ['-e', program]);

describe('runCommand', () => {
	it('answers what was printed on stdout alone', async () => {
		await expect(node("console.error('no'); console.log('yes')")).resolves.toBe('yes\n');
	});

	it('throws with all output when the status is not 0', async () => {
		await expect(node("console.error('why'); process.exit(3)")).rejects.toThrow(
			/exited with 3\nwhy/,
		);
	});

	it('throws when the program does not exist', async () => {
		await expect(runCommand('no-such-program', [])).rejects.toThrow('ENOENT');
	});
});
