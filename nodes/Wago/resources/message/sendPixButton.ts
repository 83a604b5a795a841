import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { MAY_DIFFER, mayDifferNotice } from './buttonFields';
import { textField } from './textField';

const endpoint = post('/send/pixbutton');

export const sendPixButton = defineSend({
	value: 'sendPixButton',
	name: 'Send PIX Button',
	action: 'Send PIX button message',
	description: `Send a button that copies a PIX key, for payments in Brazil. ${MAY_DIFFER}.`,
	endpoints: [endpoint],
	fields: [
		mayDifferNotice,
		{
			displayName: 'PIX Key',
			name: 'pixKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. pay@example.com',
			description: 'The key that receives the payment',
		},
		{
			displayName: 'PIX Key Type',
			name: 'pixKeyType',
			type: 'options',
			default: 'EVP',
			options: [
				{ name: 'CNPJ', value: 'CNPJ' },
				{ name: 'CPF', value: 'CPF' },
				{ name: 'Email', value: 'EMAIL' },
				{ name: 'Phone', value: 'PHONE' },
				{ name: 'Random Key', value: 'EVP' },
			],
			description: 'What sort of key it is',
		},
		{
			displayName: 'Merchant Name',
			name: 'merchantName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Example Ltda',
			description: 'Who receives the payment',
		},
		{
			...textField,
			required: false,
			placeholder: 'e.g. Pay your order with PIX',
			description: 'Text above the button',
		},
	],
	messages: (parameters) => {
		const text = parameters.optional('text');
		const body = bodyOf('/send/pixbutton', {
			text,
			pixKey: parameters.required('pixKey'),
			pixKeyType: parameters.required('pixKeyType'),
			merchantName: parameters.required('merchantName'),
		});
		return [{ endpoint, body, typed: text }];
	},
});
