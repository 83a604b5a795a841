import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { MAY_DIFFER, mayDifferNotice } from './buttonFields';
import { textField } from './textField';

const linkEndpoint = post('/send/preview');
const adEndpoint = post('/send/preview2');

export const sendLinkPreview = defineSend({
	value: 'sendLinkPreview',
	name: 'Send Link Preview',
	action: 'Send link preview message',
	description: `Send a text with a preview of a page that you describe yourself. ${MAY_DIFFER}.`,
	endpoints: [linkEndpoint, adEndpoint],
	fields: [
		mayDifferNotice,
		textField,
		{
			displayName: 'Link URL',
			name: 'linkUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/offer',
			description: 'Page that the preview opens',
		},
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			placeholder: 'e.g. This week only',
			description: 'Bold line of the preview',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			placeholder: 'e.g. All about our offer',
			description: 'Text below the title',
		},
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/offer.jpg',
			description: 'Address of the picture as WaGo reaches it',
		},
		{
			displayName: 'Preview Style',
			name: 'previewStyle',
			type: 'options',
			default: 'link',
			options: [
				{ name: 'Ad', value: 'ad', description: 'As WhatsApp shows the answer to an ad' },
				{ name: 'Link', value: 'link', description: 'As WhatsApp shows a link' },
			],
			description: 'How the preview looks',
		},
	],
	messages: (parameters) => {
		const isAd = parameters.text('previewStyle') === 'ad';
		const endpoint = isAd ? adEndpoint : linkEndpoint;
		const text = parameters.required('text');
		const body = bodyOf(isAd ? '/send/preview2' : '/send/preview', {
			text,
			url: parameters.required('linkUrl'),
			title: parameters.optional('title'),
			description: parameters.optional('description'),
			imageUrl: parameters.optional('imageUrl'),
		});
		return [{ endpoint, body, typed: text }];
	},
});
