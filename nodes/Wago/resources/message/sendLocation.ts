import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { filled } from '../../engine/body';
import { defineSend } from '../../engine/operation';

const endpoint = post('/send/location', { fields: ['Phone'] });
const keys = bodyKeys('/send/location');

export const sendLocation = defineSend({
	value: 'sendLocation',
	name: 'Send Location',
	action: 'Send location message',
	description: 'Send a place on the map',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Latitude',
			name: 'latitude',
			type: 'number',
			typeOptions: { minValue: -90, maxValue: 90 },
			required: true,
			default: 0,
			placeholder: 'e.g. -23.5505',
			description: 'Degrees north, negative in the south',
		},
		{
			displayName: 'Longitude',
			name: 'longitude',
			type: 'number',
			typeOptions: { minValue: -180, maxValue: 180 },
			required: true,
			default: 0,
			placeholder: 'e.g. -46.6333',
			description: 'Degrees east, negative in the west',
		},
		{
			displayName: 'Location Name',
			name: 'locationName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Our shop',
			description: 'Name that is shown with the place',
		},
	],
	messages: (parameters) => {
		const body = {
			[keys.latitude]: parameters.number('latitude'),
			[keys.longitude]: parameters.number('longitude'),
			[keys.name]: parameters.text('locationName'),
		};
		return [{ endpoint, body: filled(body) }];
	},
});
