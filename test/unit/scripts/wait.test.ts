import { waitFor } from '../../../scripts/lib/wait';

describe('waitFor', () => {
	it('looks until there is an answer', async () => {
		let looks = 0;
		const look = () => (++looks < 3 ? undefined : 'here');
		await expect(waitFor('it', look, { interval: 1 })).resolves.toBe('here');
		expect(looks).toBe(3);
	});

	it('goes on after a look that throws', async () => {
		const look = jest.fn().mockRejectedValueOnce(new Error('not yet')).mockResolvedValue(1);
		await expect(waitFor('it', look, { interval: 1 })).resolves.toBe(1);
	});

	it('gives up with the name of what it waited for and the last error', async () => {
		const look = async () => await Promise.reject(new Error('refused'));
		await expect(waitFor('the server', look, { timeout: 5, interval: 1 })).rejects.toMatchObject({
			message: expect.stringContaining('the server') as string,
			cause: expect.objectContaining({ message: 'refused' }) as Error,
		});
	});
});
