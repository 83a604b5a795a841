import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';

const endpoint = post('/send/location');

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
		const [latitude, longitude] = readPlace(parameters);
		const name = parameters.optional('locationName');
		return [{ endpoint, body: bodyOf('/send/location', { latitude, longitude, name }) }];
	},
});

/** The place where both are 0 is open sea: nobody filled them in. One of them may be 0, as on the equator. */
function readPlace(parameters: Parameters): [latitude: number, longitude: number] {
	const latitude = parameters.number('latitude');
	const longitude = parameters.number('longitude');
	if (latitude !== 0 || longitude !== 0) return [latitude, longitude];
	throw new InputError(
		"'Latitude' and 'Longitude' are both 0, a place in the open sea",
		'Fill them in, or check their expressions.',
	);
}
