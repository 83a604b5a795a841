import { createHmac } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

import { isSigned } from '../../../nodes/WagoTrigger/signature';

const KEY = 'key';
const BODY = Buffer.from('jsonData=%7B%7D&userID=1');

const hmac = (text: Buffer | string) => createHmac('sha256', KEY).update(text).digest('hex');

function contextWith(signature: unknown, rawBody?: Buffer): IWebhookFunctions {
	return {
		getHeaderData: () => ({ 'x-hmac-signature': signature }),
		getRequestObject: () => ({ rawBody }),
	} as unknown as IWebhookFunctions;
}

const form = { fields: { jsonData: '{}', userID: '1' }, isMultipart: false };

it.each([
	['in small letters', hmac(BODY), true],
	['in capital letters', hmac(BODY).toUpperCase(), true],
	['with its algorithm', `sha256=${hmac(BODY)}`, true],
	['of another body', hmac('another'), false],
	['cut off', hmac(BODY).slice(0, 62), false],
	['with something behind it', `${hmac(BODY)}00`, false],
	['that is empty', '', false],
	['that is missing', undefined, false],
	['that came twice', [hmac(BODY), hmac(BODY)], false],
])('a signature %s', (_name, signature, expected) => {
	expect(isSigned(contextWith(signature, BODY), form, KEY)).toBe(expected);
});

it('is over the raw body, not over what was read of it', () => {
	expect(isSigned(contextWith(hmac(JSON.stringify(form.fields)), BODY), form, KEY)).toBe(false);
});

it('of a form with a file is over its text fields, sorted and escaped as Go does', () => {
	const fields = { userID: '1', jsonData: '{"a":"<b>&\u2028"}' };
	const signed = '{"jsonData":"{\\"a\\":\\"\\u003cb\\u003e\\u0026\\u2028\\"}","userID":"1"}';
	const multipart = { fields, isMultipart: true };
	expect(isSigned(contextWith(hmac(signed)), multipart, KEY)).toBe(true);
	expect(isSigned(contextWith(hmac(JSON.stringify(fields))), multipart, KEY)).toBe(false);
});
