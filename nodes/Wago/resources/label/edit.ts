import { post } from '../../../shared/api/endpoint';
import { defineCall } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';
import { labelIdField } from './fields';

const endpoint = post('/label/edit', { fields: ['labelid', 'name', 'color', 'action'] });

/**
 * WaGo docs, /labels/reference: the server saves every label as enabled, whatever `action` says; another page calls
 * `action` a way to delete. So nothing here promises a deletion.
 */
export const edit = defineCall({
	value: 'edit',
	name: 'Edit',
	action: 'Create or edit label',
	description:
		'Set the name and color of a label. A label ID that is not in use makes a new label.',
	endpoints: [endpoint],
	fields: [
		labelIdField,
		{
			displayName: 'Label Name',
			name: 'labelName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. New customer',
			description: 'Name of the label',
		},
		{
			displayName: 'Color',
			name: 'color',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 19 },
			default: 0,
			hint: 'From 0 to 19',
			description: "Number of the color in WhatsApp's palette, from 0 to 19",
		},
	],
	options: [
		{
			displayName: 'Enabled',
			name: 'enabled',
			type: 'boolean',
			default: true,
			description:
				'Whether the label is in use. Off asks WaGo to delete the label, but its documentation says that it may keep it: look at the phone.',
		},
	],
	request: (parameters) => ({
		endpoint,
		body: {
			labelid: parameters.required('labelId'),
			name: parameters.required('labelName'),
			color: readColor(parameters),
			action: parameters.booleanOption('enabled', true),
		},
	}),
	output: (_answer, parameters) => ({
		json: {
			labelId: parameters.required('labelId'),
			name: parameters.required('labelName'),
			color: readColor(parameters),
		},
	}),
});

function readColor(parameters: Parameters): number {
	const color = parameters.number('color');
	if (Number.isInteger(color)) return color;
	throw new InputError(`'Color' is not the number of a color: ${color}`, 'Use 0 to 19.');
}
