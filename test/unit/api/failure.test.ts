import {
	failureOfAnswer,
	failureOfError,
	type Repetition,
} from '../../../nodes/shared/api/failure';

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
		const { message } = failureOfAnswer({ status: 502, text: page }, page, 'notWago');
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
		['certificate', { code: 'EPROTO', message: 'SSL routines: bad certificate' }],
		['certificate', { code: 'CERT_HAS_EXPIRED', message: 'certificate has expired' }],
		['certificate', { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: 'x' }],
		['certificate', { message: 'unable to verify the first certificate' }],
		['noTls', { code: 'EPROTO', message: 'SSL routines::wrong version number' }],
		['refused', { code: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH 10.0.0.1:1337' }],
		['refused', { code: 'ETIMEDOUT', message: 'connect ETIMEDOUT 10.0.0.1:1337' }],
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
		const advice = (repetition?: Repetition) =>
			failureOfError({ code }, BASE_URL, repetition).advice;
		expect(advice()).toMatch(/may still have done.*check whether it took effect/);
		expect(advice('keepsMessageId')).toMatch(/may still have done.*'Retry On Fail' is safe/);
		expect(advice('reads')).not.toContain('may still');
	});

	it('does not say so where no connection came about', () => {
		expect(failureOfError({ code: 'ECONNREFUSED' }, BASE_URL).advice).not.toContain('may still');
	});

	it('ends with an error that is its own cause', () => {
		const error: { message: string; cause?: unknown } = { message: 'x' };
		error.cause = error;
		expect(failureOfError(error, BASE_URL).code).toBe('network');
	});
});
