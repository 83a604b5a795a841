import { readReply } from '../../../nodes/shared/api/envelope';
import type { FailureCode } from '../../../nodes/shared/api/failureRules';

type Row = [text: string, code: FailureCode, advice: RegExp];

/** What WaGo passes on of whatsmeow, wuzapi and WhatsApp, with the step that mends it. */
const TEXTS: Row[] = [
	// The session.
	["the store doesn't contain a device JID", 'notLoggedIn', /'Get QR Code'/],
	['not logged in', 'notLoggedIn', /'Get QR Code'/],
	['No session', 'noSession', /'Connect'.*'already connected'.*try again/],
	['websocket not connected', 'noSession', /'Connect'.*'already connected'.*try again/],
	['Could not disconnect as it was not connected', 'noSession', /'Connect'/],
	['Cannot disconnect because it is not logged in', 'notDisconnectable', /nothing to do/],
	['Already Connected', 'alreadyConnected', /connects it by itself.*wait/],
	['websocket is already connected', 'alreadyConnected', /connects it by itself.*wait/],
	['Already paired', 'alreadyLoggedIn', /'Log Out' first/],
	['user with this token already exists', 'tokenTaken', /Choose another/],
	['user with this name or token already exists', 'tokenTaken', /Choose another/],
	['Failed to Connect', 'connectFailed', /'Get Status'/],
	['account temporarily banned: sent to too many people', 'banned', /Stop sending/],
	['temporary ban: 6h0m0s', 'banned', /Stop sending/],
	['client outdated', 'outdated', /update WaGo/],
	[
		"can't send presence without PushName set",
		'noPushName',
		/'Set Name' of the resource 'Profile'/,
	],
	['database is locked (5) (SQLITE_BUSY)', 'databaseBusy', /repeat it after a few seconds/],
	['license invalid or expired', 'licence', /'Get License'/],

	// The fields.
	['missing Phone in Payload', 'missingField', /'Additional Body Fields'/],
	['missing required fields: Phone, Body', 'missingField', /'Additional Body Fields'/],
	['Could not parse Phone', 'badAddress', /digits with their country code/],
	['unknown user server', 'badAddress', /digits with their country code/],
	["can't send message to unknown server foo", 'badAddress', /'chat.id'/],
	['message recipient must be a user JID with no device part', 'badAddress', /'chat.id'/],
	['sending to non-status broadcast lists is not yet supported', 'badAddress', /'chat.id'/],
	['international phone number required (must not start with 0)', 'badAddress', /country code/],

	// The recipient.
	['no LID found for 15550100001@s.whatsapp.net from server', 'notOnWhatsApp', /'Check' of the/],
	['the number 15550100001 is not on WhatsApp', 'notOnWhatsApp', /'Check' of the/],
	["can't encrypt message for device: no signal session established", 'noKeys', /after a minute/],
	['failed to get device list: something', 'noKeys', /after a minute/],
	['no privacy token stored', 'noPrivacyToken', /write to the contact first/],

	// WhatsApp's servers.
	['server returned error 463', 'rateLimited', /Options > 'Pacing'/],
	['Error sending message: server returned error 479', 'rateLimited', /Options > 'Pacing'/],
	['info query returned status 429: rate-overlimit', 'rateLimited', /Options > 'Pacing'/],
	['Too many requests', 'rateLimited', /Options > 'Pacing'/],
	['failed to get device list: info query timed out', 'whatsappTimedOut', /may still have done/],
	['timed out waiting for message send response', 'whatsappTimedOut', /may still have done/],
	['context deadline exceeded', 'whatsappTimedOut', /may still have done/],
	[
		'websocket disconnected before info query returned response',
		'whatsappTimedOut',
		/may still have done/,
	],
	['info query returned status 400: bad-request', 'notAcceptable', /Check the IDs/],
	['info query returned status 401: not-authorized', 'notAllowed', /admins/],
	['info query returned status 403: forbidden', 'notAllowed', /admins/],
	['info query returned status 404: item-not-found', 'notFound', /does not exist for this session/],
	['info query returned status 405: not-allowed', 'notAllowed', /admins/],
	['info query returned status 406: not-acceptable', 'notAcceptable', /Check the IDs/],
	['info query returned status 409: conflict', 'conflict', /present state/],
	['info query returned status 410: gone', 'gone', /deleted or reset/],
	['info query returned status 419: resource-limit', 'limitReached', /as WhatsApp allows/],
	['info query returned status 423: locked', 'whatsappTrouble', /repeat it later/],
	['info query returned status 500: internal-server-error', 'whatsappTrouble', /repeat it later/],
	['info query returned status 503: service-unavailable', 'whatsappTrouble', /repeat it later/],
	['info query returned status 530: partial-server-error', 'whatsappTrouble', /repeat it later/],
	['server returned error updating app state', 'whatsappTrouble', /repeat it later/],
	['server returned error 500', 'whatsappTrouble', /repeat it later/],
	['server returned error 400', 'whatsappRefused', /'Check' of the resource 'Contact'/],
	['info query returned status 499: odd', 'whatsappRefused', /try the same on the phone/],

	// Groups.
	["you're not participating in that group", 'notInGroup', /'Join' of the resource 'Group'/],
	['that group does not exist', 'noSuchGroup', /'Get Many' of the resource 'Group'/],
	['that group invite link has been revoked', 'badInvite', /ask an admin/],
	['that group invite link is not valid', 'badInvite', /ask an admin/],
	['Failed to join group: not-acceptable', 'badInvite', /ask an admin/],
	["you don't have the permission to get the group's invite link", 'notAllowed', /admins/],
	['Failed to update group: not-authorized', 'notAllowed', /admins/],

	// Files.
	['Failed to download image: download failed with status code 404', 'mediaExpired', /some weeks/],
	['download failed with status code 410', 'mediaExpired', /some weeks/],
	['download failed with status code 403', 'mediaExpired', /some weeks/],
	['media no longer available on phone', 'mediaExpired', /some weeks/],
	['no url present', 'mediaDoesNotFit', /whole 'media.download'/],
	['invalid media hmac', 'mediaDoesNotFit', /whole 'media.download'/],
	["hash of media ciphertext doesn't match", 'mediaDoesNotFit', /whole 'media.download'/],
	["didn't find any attachments in message", 'mediaDoesNotFit', /whole 'media.download'/],
	['Could not decode image for thumbnail preparation', 'mediaUnreadable', /JPEG or PNG/],
	['the given data is not a valid image', 'mediaUnreadable', /JPEG or PNG/],
	['Failed to download media: status 404', 'mediaUnreachable', /reachable from WaGo's own machine/],
	['Failed to upload file: EOF', 'uploadFailed', /Repeat it/],
	['http: request body too large', 'tooLarge', /client_max_body_size/],
	['media too large', 'tooLarge', /client_max_body_size/],
];

const failureOf = (status: number, body: unknown) => {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const reply = readReply({ status, text });
	if (reply.ok) throw new Error('It is no failure');
	return reply.failure;
};

it.each(TEXTS)('%s', (error, code, advice) => {
	const failure = failureOf(500, { code: 500, error, success: false });
	expect(failure).toMatchObject({ code, advice: expect.stringMatching(advice) });
	expect(failure.message).toContain(error);
});

/** Advice that ends where it began: an operation that fails with its own advice. */
it.each([
	['Already Connected', 'Connect'],
	['Cannot disconnect because it is not logged in', 'Disconnect'],
	['Already Logged in', 'Get QR Code'],
])("'%s' does not send back to '%s'", (error, operation) => {
	const { advice } = failureOf(500, { code: 500, error, success: false });
	expect(advice).not.toMatch(new RegExp(`(Run|use) '${operation}'`, 'i'));
});

describe('a 404', () => {
	it.each([
		['Go', '404 page not found\n'],
		['wuzapi behind a wrong path', { code: 404, error: 'not found', success: false }],
		['Express', { error: 'Not Found' }],
		['Fastify', { message: 'Route GET:/webhook not found', error: 'Not Found', statusCode: 404 }],
		['FastAPI', { detail: 'Not Found' }],
		['n8n', { code: 404, message: 'The requested webhook "POST x" is not registered.' }],
		['nobody', {}],
	])('of %s is a route that is not there', (_server, body) => {
		const { code, advice } = failureOf(404, body);
		expect(code).toBe('unknownRoute');
		expect(advice).toMatch(/'Base URL'/);
		expect(advice).not.toMatch(/check the ID/i);
	});

	it.each(['call not found', 'product not found', 'player session not found'])(
		'that says %s is of what was asked for',
		(error) => {
			expect(failureOf(404, { code: 404, error, success: false }).code).toBe('notFound');
		},
	);

	it('as a page is of another program', () => {
		expect(failureOf(404, '<pre>Cannot GET /webhook</pre>').code).toBe('notWago');
	});
});

describe('the status of what stands in front of WaGo', () => {
	it.each([
		[408, '<h1>Request Timeout</h1>', 'gateway'],
		[413, '<h1>413 Request Entity Too Large</h1>', 'tooLarge'],
		[413, { error: 'Payload Too Large' }, 'tooLarge'],
		[429, '<h1>Too Many Requests</h1>', 'rateLimited'],
		[502, '<h1>Bad Gateway</h1>', 'gateway'],
		[503, 'upstream connect error', 'gateway'],
		[504, '', 'gateway'],
		[520, 'error code: 520', 'gateway'],
		[521, '<title>Web server is down</title>', 'gateway'],
		[524, { error: 'timeout' }, 'gateway'],
		[403, '<title>Attention Required! | Cloudflare</title>', 'forbidden'],
		[403, 'RBAC: access denied', 'forbidden'],
		[403, { message: 'Forbidden' }, 'forbidden'],
		[401, '<h1>401 Authorization Required</h1>', 'unauthorized'],
		[402, {}, 'licence'],
		[400, 'Client sent an HTTP request to an HTTPS server.\n', 'needsTls'],
		[400, '<h1>The plain HTTP request was sent to HTTPS port</h1>', 'needsTls'],
	])('%d with %j is %s', (status, body, code) => {
		expect(failureOf(status, body).code).toBe(code);
	});
});
