import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { filled } from '../../engine/body';
import { defineSend } from '../../engine/operation';
import { MAY_DIFFER, mayDifferNotice } from './buttonFields';
import { textField } from './textField';

const endpoint = post('/send/pixbutton', { fields: ['Phone'] });
const keys = bodyKeys('/send/pixbutton');

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
		const text = parameters.text('text');
		const body = {
			[keys.text]: text,
			[keys.pixKey]: parameters.required('pixKey'),
			[keys.pixKeyType]: parameters.required('pixKeyType'),
			[keys.merchantName]: parameters.required('merchantName'),
		};
		return [{ endpoint, body: filled(body), typed: text }];
	},
});
