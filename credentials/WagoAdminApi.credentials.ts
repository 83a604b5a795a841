import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

/** The admin token of a server. A type of its own, so that nobody who only sends messages has to be given it. */
export class WagoAdminApi implements ICredentialType {
	name = 'wagoAdminApi';

	displayName = 'WaGo Admin API';

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
			displayName: 'Admin Token',
			name: 'adminToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'The admin token that the WaGo server was started with. It can create and delete sessions.',
		},
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSslIssues',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the server cannot be verified, for example because it is self-signed',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: { admintoken: '={{String($credentials.adminToken).replace(/\\s/g, "")}}' },
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/session/all',
			method: 'GET',
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{$credentials.ignoreSslIssues}}',
			timeout: 10_000,
		},
		// n8n's own type wants one sort of rule; its tester takes both.
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: 'WaGo refused the admin token' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'WaGo refused the admin token' },
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
				properties: { key: 'success', value: false, message: 'WaGo refused the admin token' },
			},
		] as ICredentialTestRequest['rules'],
	};
}
