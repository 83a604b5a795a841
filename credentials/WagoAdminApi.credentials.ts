import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { credentialTestRules } from '../nodes/shared/api/credentialTestRules';

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
			baseURL:
				'={{$credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/^(?![a-z][a-z\\d+.-]*:\\/\\/)/i, "http://")}}',
			url: '/session/all',
			method: 'GET',
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{$credentials.ignoreSslIssues}}',
			timeout: 10_000,
		},
		rules: credentialTestRules('invalidAdminToken'),
	};
}
