import { failureOfAnswer, failureOfError } from '../../../nodes/shared/api/failure';

const BASE_URL = 'http://wago:1337';

describe('the failure of an answer', () => {
	it("carries WaGo's own words and the next step", () => {
		expect(failureOfAnswer({ status: 500, text: '' }, 'No session')).toEqual({
			code: 'noSession',
			status: 500,
			message: 'WaGo answered: No session',
			advice: expect.stringContaining("'Connect'"),
		});
	});

	it('carries the status where WaGo says nothing', () => {
		const { message } = failureOfAnswer({ status: 503, text: '' }, '');
		expect(message).toContain('HTTP status 503');
	});

	it('quotes a page without its markup, and not all of it', () => {
		const page = `<style>p{}</style><p>502 Bad&nbsp;Gateway</p>${'<b>x</b>'.repeat(1000)}`;
		const { message } = failureOfAnswer({ status: 502, text: page }, page, 'notJson');
		expect(message).toContain('502 Bad');
		expect(message).not.toMatch(/[<{]/);
		expect(message.length).toBeLessThan(400);
	});

	it('names the credential whose token was refused', () => {
		const answer = { status: 401, text: '' };
		expect(failureOfAnswer(answer, 'Unauthorized').advice).toContain('WaGo credential');
		const admin = failureOfAnswer({ ...answer, credential: 'wagoAdminApi' }, 'Unauthorized');
		expect(admin.code).toBe('invalidAdminToken');
		expect(admin.advice).toContain('WaGo Admin credential');
	});
});

describe('the failure of an error', () => {
	it.each([
		['refused', { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 10.0.0.1:1337' }],
		['unknownHost', { message: 'x', cause: { code: 'ENOTFOUND' } }],
		['unknownHost', { message: 'getaddrinfo EAI_AGAIN wago' }],
		['timedOut', { message: 'aborted', cause: { code: 'ECONNABORTED' } }],
		['timedOut', { messages: ['timeout of 300ms exceeded'] }],
		['cancelled', { code: 'ERR_CANCELED', message: 'canceled' }],
		['certificate', { message: 'self-signed certificate' }],
		['certificate', { code: 'EPROTO', message: 'SSL routines' }],
		['invalidAddress', { message: 'Invalid URL' }],
		['invalidAddress', { message: 'Unsupported protocol wago:' }],
		['network', { code: 'ECONNRESET', message: 'socket hang up' }],
		['network', { code: 'ECONNRESET', message: 'aborted' }],
		['network', 'no error at all'],
		['network', undefined],
	])('is %s', (code, error) => {
		const failure = failureOfError(error, BASE_URL);
		expect(failure).toMatchObject({ code, message: expect.stringContaining(BASE_URL) });
		expect(failure.status).toBeUndefined();
		expect(failure.advice).not.toBe('');
	});

	it.each(['http://localhost:1337', 'http://127.0.0.1:1337', 'http://[::1]:1337'])(
		'explains localhost in Docker where %s refuses',
		(baseUrl) => {
			const { advice } = failureOfError({ code: 'ECONNREFUSED' }, baseUrl);
			expect(advice).toContain('host.docker.internal');
		},
	);

	it('does not speak of Docker where another host refuses', () => {
		expect(failureOfError({ code: 'ECONNREFUSED' }, BASE_URL).advice).not.toContain('Docker');
	});

	it.each(['ECONNABORTED', 'ECONNRESET'])('says after %s whether to repeat', (code) => {
		const { advice } = failureOfError({ code }, BASE_URL);
		expect(advice).toContain('before you repeat it');
		expect(advice).not.toContain('safe');
		expect(failureOfError({ code }, BASE_URL, true).advice).toContain("'Retry On Fail' is safe");
	});

	it('ends with an error that is its own cause', () => {
		const error: { message: string; cause?: unknown } = { message: 'x' };
		error.cause = error;
		expect(failureOfError(error, BASE_URL).code).toBe('network');
	});
});
