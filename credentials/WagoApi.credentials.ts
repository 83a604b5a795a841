import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

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
			description:
				"Address of your WaGo server as n8n reaches it. In Docker, 'localhost' is n8n's own container: use the service name of WaGo, or 'http://host.docker.internal:1337'.",
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: "Token of the session, as given when it was created with 'POST /session/init'",
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
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/webhook',
			method: 'GET',
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{$credentials.ignoreSslIssues}}',
			timeout: 10_000,
		},
		// n8n's own type wants one sort of rule; its tester takes both.
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'WaGo does not know this token' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'WaGo does not know this token' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no WaGo at this address: check the base URL' },
			},
			{
				// The first character of a web page, where another program answers.
				type: 'responseSuccessBody',
				properties: {
					key: '0',
					value: '<',
					message: 'There is no WaGo at this address: check the base URL',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: { key: 'success', value: false, message: 'WaGo does not know this token' },
			},
		] as ICredentialTestRequest['rules'],
	};
}
