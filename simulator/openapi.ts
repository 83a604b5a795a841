import { ENDPOINTS } from './endpoints';
import type { Endpoint } from './endpoints/endpoint';
import { ListOf, type Fields, type Shape } from './fields';
import type { Settings } from './settings';

const SECURITY: Readonly<Record<Endpoint['auth'], readonly object[]>> = {
	none: [],
	token: [{ token: [] }],
	admintoken: [{ admintoken: [] }],
	both: [{ token: [], admintoken: [] }],
};

/**
 * The API's own description, generated from the endpoints that are served. JSON is YAML, so this is what
 * `/api/spec.yml` serves, where WaGo's relatives have theirs (inferred from wuzapi).
 */
export function openApi(settings: Settings): object {
	const paths: Record<string, Record<string, object>> = {};
	for (const endpoint of ENDPOINTS.filter(({ isServed }) => isServed?.(settings) ?? true)) {
		paths[endpoint.path] = {
			...paths[endpoint.path],
			[endpoint.method.toLowerCase()]: operation(endpoint),
		};
	}
	return {
		openapi: '3.0.3',
		info: { title: 'WaGo (simulated)', version: '1.0.0' },
		components: { securitySchemes: { token: apiKey('token'), admintoken: apiKey('admintoken') } },
		paths,
	};
}

function operation({ auth, fields, provenance }: Endpoint): object {
	return {
		security: SECURITY[auth],
		'x-provenance': provenance,
		...(fields && {
			requestBody: {
				required: true,
				content: { 'application/json': { schema: objectSchema(fields) } },
			},
		}),
		responses: { 200: { description: 'accepted' } },
	};
}

function objectSchema(fields: Fields): object {
	const entries = Object.entries(fields);
	const required = entries.filter(([, { need }]) => need !== 'optional').map(([name]) => name);
	return {
		type: 'object',
		properties: Object.fromEntries(entries.map(([name, { shape }]) => [name, schemaOf(shape)])),
		// An empty list of required names is not valid.
		...(required.length > 0 && { required }),
	};
}

function schemaOf(shape: Shape): object {
	if (shape === 'string[]') return { type: 'array', items: { type: 'string' } };
	if (typeof shape === 'string') return { type: shape };
	if (shape instanceof ListOf) return { type: 'array', items: objectSchema(shape.fields) };
	return objectSchema(shape);
}

const apiKey = (name: string) => ({ type: 'apiKey', in: 'header', name });
