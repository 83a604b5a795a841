import { readReply } from '../../../nodes/shared/api/envelope';
import type { HttpAnswer } from '../../../nodes/shared/api/failure';

const reply = (status: number, body: unknown, rest: Partial<HttpAnswer> = {}) =>
	readReply({ status, text: typeof body === 'string' ? body : JSON.stringify(body), ...rest });

describe('an answer that is a success', () => {
	it.each([
		['in the envelope', { code: 200, data: { a: 1 }, success: true }, { a: 1 }],
		['in the envelope, a list', { code: 200, data: [1, 2], success: true }, [1, 2]],
		['in the envelope, text', { data: 'done', success: true }, 'done'],
		['in the envelope, nothing', { code: 200, success: true }, undefined],
		['with keys of a later version', { success: true, data: {}, took: 3 }, {}],
		[
			'beside the keys of the envelope',
			{ code: 200, success: true, call: { a: 1 } },
			{ call: { a: 1 } },
		],
		['with an error that is none', { code: 200, data: {}, error: '', success: true }, {}],
		['with a code that is no status', { code: 'ABCD-1234' }, { code: 'ABCD-1234' }],
		['with a code that is nothing', { code: null, data: [1], success: true }, [1]],
		['a bare object with a success of its own', { success: 'yes' }, { success: 'yes' }],
	])('%s', (_case, body, data) => {
		expect(reply(200, body)).toEqual({ ok: true, answer: { status: 200, data } });
	});
});

it.each([
	['a bare object', { calls: [], turn: {} }],
	['a bare list', [{ id: 1 }]],
])('%s may be from any program', (_case, body) => {
	expect(reply(200, body)).toEqual({ ok: true, answer: { status: 200, data: body, bare: true } });
});

describe('an answer that is a failure', () => {
	it.each([
		['documented', 500, { code: 500, error: 'No session', success: false }, 'noSession'],
		[
			'of a session without a phone',
			500,
			{ error: 'not logged in', success: false },
			'notLoggedIn',
		],
		['with status 200', 200, { code: 500, error: 'no session', success: false }, 'noSession'],
		[
			'with a code that is text',
			200,
			{ code: '500', error: 'not logged in', success: false },
			'notLoggedIn',
		],
		['that only its code tells', 200, { code: 500, error: 'no session' }, 'noSession'],
		['that is only an error', 200, { error: 'no session' }, 'noSession'],
		['that claims success', 500, { code: 500, data: {}, success: true }, 'serverFailure'],
		['without an envelope', 500, { message: 'boom' }, 'serverFailure'],
		[
			'of a missing field',
			400,
			{ error: 'missing CallID in payload', success: false },
			'missingField',
		],
		['of a wrong body', 400, { error: 'Could not decode Payload', success: false }, 'badRequest'],
		['of something unknown', 404, { error: 'call not found', success: false }, 'notFound'],
		['of a wrong token', 401, { error: 'Unauthorized', success: false }, 'unauthorized'],
		['of a wrong token, without words', 401, {}, 'unauthorized'],
		['of whatever stands in front, without words', 403, {}, 'forbidden'],
		['of a wrong token, with 403', 403, { error: 'invalid token' }, 'unauthorized'],
		['of a wrong admin token', 401, { error: 'invalid admin token' }, 'invalidAdminToken'],
		['of a linked session', 500, { error: 'Already Loggedin', success: false }, 'alreadyLoggedIn'],
		['of a connected session', 500, { error: 'Already Connected' }, 'alreadyConnected'],
		['with a nested error', 500, { error: { message: 'no session' } }, 'noSession'],
		['a page', 500, '<html><body>500 Oops: not connected</body></html>', 'notWago'],
		['a page with status 200', 200, '<!DOCTYPE html><p>Hello</p>', 'notWago'],
		['text with status 200', 200, 'OK', 'notWago'],
		['a JSON value with status 200', 200, 'true', 'notWago'],
		['cut off', 200, '{"code":200,"data":{', 'notWago'],
		['of a route that Go does not know', 404, '404 page not found\n', 'unknownRoute'],
		['of a method that Go does not know', 405, '', 'unknownRoute'],
		["a proxy's page for what it does not know", 404, '<h1>Not Found</h1>', 'notWago'],
		['nothing with status 200', 200, '', 'emptyAnswer'],
		['nothing with status 204', 204, '', 'emptyAnswer'],
		['nothing but white space', 500, ' \n', 'emptyAnswer'],
		["a proxy's refusal", 401, '<h1>401 Authorization Required</h1>', 'unauthorized'],
	])('%s', (_case, status, body, code) => {
		expect(reply(status, body)).toMatchObject({ ok: false, failure: { code, status } });
	});

	it('a redirect, with where it leads', () => {
		const { ok, failure } = reply(302, '', { location: 'https://wago.example.com/' }) as {
			ok: boolean;
			failure: { code: string; message: string };
		};
		expect(ok).toBe(false);
		expect(failure).toMatchObject({
			code: 'redirected',
			message: expect.stringContaining('https://wago.example.com/'),
		});
	});
});
