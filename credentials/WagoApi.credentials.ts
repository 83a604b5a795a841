import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { credentialTestRules } from '../nodes/shared/api/credentialTestRules';

/** The token of one WhatsApp session. Reading the webhook needs only a known token, not a connected session. */
export class WagoApi implements ICredentialType {
	name = 'wagoApi';

	displayName = 'WaGo API';

	icon: Icon = { light: 'file:../icons/wago.svg', dark: 'file:../icons/wago.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-wago/n8n-nodes-wago/blob/main/docs/credentials.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'http://localhost:1337',
			placeholder: 'e.g. http://wago:1337',
			description: 'Address of your WaGo server as n8n reaches it',
		},
		{
			displayName:
				"Does n8n run in Docker? Then 'localhost' is n8n's own container. Write 'http://host.docker.internal:1337' for a WaGo on the host, or the name of WaGo's service, such as 'http://wago:1337'.",
			name: 'dockerNotice',
			type: 'notice',
			default: '',
			displayOptions: {
				show: { baseUrl: [{ _cnd: { regex: '^\\s*(https?://)?(localhost|127\\.|\\[::1\\])' } }] },
			},
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				"Token of one WhatsApp session: the one that you chose when you created it, with 'Create' of the resource 'Session Token' or with 'POST /session/init'. Whoever runs the server can list all of them with the admin token.",
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSslIssues',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the server cannot be verified, for example because it is self-signed',
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				"Only for relatives of WaGo that sign their deliveries in 'x-hmac-signature': the HMAC key of the session. WaGo itself signs nothing.",
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { token: '={{String($credentials.token).replace(/\\s/g, "")}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{$credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/^(?![a-z][a-z\\d+.-]*:\\/\\/)/i, "http://")}}',
			url: '/webhook',
			method: 'GET',
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{$credentials.ignoreSslIssues}}',
			timeout: 10_000,
		},
		rules: credentialTestRules('unauthorized'),
	};
}
