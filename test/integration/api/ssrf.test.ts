import './ssrfEnvironment';

import { askInEngine } from './probe';

const request = { endpoint: { method: 'GET', path: '/webhook', auth: 'token' } } as const;

it.each(['http://127.0.0.1:1337', 'http://192.168.1.20:1337', 'http://blocked.test'])(
	"names the settings that let n8n's own protection pass %s",
	async (baseUrl) => {
		const reply = await askInEngine({ baseUrl, token: 'secret' }, request);
		expect(reply).toMatchObject({
			ok: false,
			failure: {
				code: 'blockedAddress',
				advice: expect.stringMatching(/N8N_SSRF_ALLOWED_HOSTNAMES.*N8N_SSRF_ALLOWED_IP_RANGES/),
			},
		});
	},
);
