/* eslint-disable @n8n/community-nodes/no-restricted-globals */

/**
 * Milliseconds of processor time that this process has used: what else runs on the machine hardly changes it.
 * Includes the threads that collect garbage.
 */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
