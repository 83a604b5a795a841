import { withAdditionalFields } from '../../../../nodes/Wago/engine/body';

const body = { Phone: '1', Body: 'Hi' };
const corrected = (additionalBodyFields?: unknown) =>
	withAdditionalFields(body, { additionalBodyFields: additionalBodyFields as string });

it('stays as it is without further fields', () => {
	expect(corrected()).toBe(body);
	expect(withAdditionalFields(undefined, {})).toBeUndefined();
});

it.each([
	['adds a field', { Forward: true }, { ...body, Forward: true }],
	['never has a field in two spellings', { phone: '2' }, { Body: 'Hi', phone: '2' }],
	['loses a field that is null', { body: null }, { Phone: '1' }],
	['takes JSON text', '{"Body": "Hello"}', { Phone: '1', Body: 'Hello' }],
])('%s', (_, additional, expected) => {
	expect(corrected(additional)).toEqual(expected);
});
