import { parseDescription } from '../../../../scripts/contract/description';
import { readRoutes } from '../../../../scripts/contract/openapi';

const fieldsOf = (document: unknown, route: string) => [
	...(readRoutes(document)?.get(route)?.fields ?? []),
];

const schema = (value: object) => ({
	paths: { '/x': { post: { requestBody: { content: { 'application/json': value } } } } },
});

it('reads a Swagger 2 body behind references, with nested fields and what is required', () => {
	const routes = readRoutes({
		swagger: '2.0',
		basePath: '/v1/',
		paths: {
			'/send/list/': {
				parameters: [{ in: 'header', name: 'token' }],
				post: { parameters: [{ in: 'body', schema: { $ref: '#/definitions/List' } }] },
			},
		},
		definitions: {
			List: {
				required: ['Phone'],
				properties: {
					Phone: { type: 'string' },
					Rows: { type: 'array', items: { $ref: '#/definitions/Row' } },
				},
			},
			Row: {
				required: ['RowId'],
				properties: { RowId: {}, Parent: { $ref: '#/definitions/List' } },
			},
		},
	});
	const route = routes?.get('POST /v1/send/list');
	expect([...(route?.fields ?? [])]).toEqual(['Phone', 'Rows', 'RowId', 'Parent']);
	expect(route?.required).toEqual(['Phone']);
});

it('reads query parameters', () => {
	const document = {
		paths: { '/a': { get: { parameters: [{ in: 'query', name: 'Phone', required: true }] } } },
	};
	expect(readRoutes(document)?.get('GET /a')).toEqual({
		fields: new Set(['Phone']),
		required: ['Phone'],
	});
});

it('puts the path of the first server before the routes', () => {
	const document = { servers: [{ url: 'https://example.com/wago' }], paths: { '/a': { get: {} } } };
	expect([...(readRoutes(document)?.keys() ?? [])]).toEqual(['GET /wago/a']);
});

it.each([
	['a component', { $ref: '#/components/schemas/Text' }],
	['a part of a whole', { allOf: [{ $ref: '#/components/schemas/Text' }] }],
	['a choice', { oneOf: [{ $ref: '#/components/schemas/Text' }] }],
	['a map', { additionalProperties: { $ref: '#/components/schemas/Text' } }],
])('finds fields in %s', (_name, value) => {
	const components = { schemas: { Text: { properties: { Body: {} } } } };
	expect(fieldsOf({ ...schema({ schema: value }), components }, 'POST /x')).toEqual(['Body']);
});

it('finds fields in an example, where there is no more', () => {
	const example = { Phone: '1', Buttons: [{ ButtonId: 'a' }] };
	expect(fieldsOf(schema({ example }), 'POST /x')).toEqual(['Phone', 'Buttons', 'ButtonId']);
});

it('ends where references go round in a circle or nowhere', () => {
	const components = { schemas: { A: { $ref: '#/components/schemas/A' } } };
	const circle = { ...schema({ schema: { $ref: '#/components/schemas/A' } }), components };
	expect(fieldsOf(circle, 'POST /x')).toEqual([]);
	expect(fieldsOf(schema({ schema: { $ref: '#/no/where' } }), 'POST /x')).toEqual([]);
});

it('tells a route that shows no field from one without', () => {
	expect(readRoutes({ paths: { '/a': { post: {} } } })?.get('POST /a')).toEqual({ required: [] });
});

it.each([
	['a page', '<html><body>Hello: world</body></html>'],
	['other YAML', 'a: 1'],
	['broken YAML', '{"paths": ['],
	['nothing', ''],
])('is no description: %s', (_name, text) => {
	expect(parseDescription(text)).toBeUndefined();
});
