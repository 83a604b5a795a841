import { WagoBench } from '../wagoBench';

const OFFER = 'v=0\r\na=setup:actpass\r\n';

let bench: WagoBench;

beforeAll(async () => {
	bench = await WagoBench.start();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.stop());

const call = (operation: string, parameters = {}, input = {}) =>
	bench.run({ resource: 'call', operation, ...parameters }, input);

it('makes a call and lists it', async () => {
	const [made] = await call('make', { phone: '+1 555 010 0001' });
	expect(made).toEqual({
		callId: expect.stringMatching(/^[0-9A-F]{32}$/),
		peer: '15550100001@s.whatsapp.net',
		state: 'ringing',
	});
	expect(bench.lastRequest.body).toEqual({ Phone: '15550100001' });
	expect(await call('getStatus')).toEqual([made]);
});

it('gets the configuration for the audio', async () => {
	expect(await call('getWebrtcConfig')).toEqual([
		{
			iceServers: [{ urls: ['stun:stun.l.google.com:19302'] }],
			turn: { enabled: false, status: 'coming_soon' },
		},
	]);
});

it('answers an offer for the call that was just made', async () => {
	const [made] = await call('make', { phone: '15550100001' });
	const [answer] = await call('sendWebrtcOffer', { sdp: OFFER }, made);
	expect(answer).toMatchObject({
		callId: made.callId,
		type: 'answer',
		sdp: 'v=0\r\na=setup:passive\r\n',
	});
	expect(bench.lastRequest.body).toEqual({ callID: made.callId, type: 'offer', sdp: OFFER });
});

it('says that a call is unknown', async () => {
	const parameters = { resource: 'call', operation: 'sendWebrtcOffer', callId: 'X', sdp: OFFER };
	expect((await bench.failure(parameters)).message).toContain('call not found');
});
