import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { MAY_DIFFER, mayDifferNotice } from './buttonFields';
import { textField } from './textField';

const endpoint = post('/send/locationbutton');

export const requestLocation = defineSend({
	value: 'requestLocation',
	name: 'Request Location',
	action: 'Request location',
	description: `Send a text with a button by which the recipient sends a location. ${MAY_DIFFER}.`,
	endpoints: [endpoint],
	fields: [mayDifferNotice, { ...textField, placeholder: 'e.g. Where shall we deliver?' }],
	messages: (parameters) => {
		const text = parameters.required('text');
		return [{ endpoint, body: bodyOf('/send/locationbutton', { text }), typed: text }];
	},
});
