import { ENDPOINTS } from '../../../simulator/endpoints';
import { needsSession, type Endpoint } from '../../../simulator/endpoints/endpoint';
import { ListOf, type Field, type Fields, type Shape } from '../../../simulator/fields';
import { openApi } from '../../../simulator/openapi';
import { ADMIN_TOKEN, TestSimulator } from './support';

/** A value of the right type that is none of Go's zero values. */
function sampleOf(shape: Shape): unknown {
	if (shape instanceof ListOf) return [sampleBody(shape.fields)];
	if (typeof shape !== 'string') return sampleBody(shape);
	return { string: '15550100001', number: 1.5, integer: 1, boolean: true, 'string[]': ['1', '2'] }[
		shape
	];
}

function sampleBody(fields: Fields): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(fields).map(([name, { shape }]) => [name, sampleOf(shape)]),
	);
}

const route = ({ method, path }: Endpoint) => `${method} ${path}`;
const withBody = ENDPOINTS.filter(({ fields, isServed }) => fields && !isServed);
const fieldsOf = (endpoint: Endpoint) => Object.entries(endpoint.fields ?? {});

const named = (endpoints: readonly Endpoint[]) =>
	endpoints.map((endpoint): [string, Endpoint] => [route(endpoint), endpoint]);

const otherCase = (name: string) =>
	name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();

let simulator: TestSimulator;
beforeAll(async () => {
	simulator = await TestSimulator.startLinked();
});
afterAll(async () => await simulator.stop());

const call = async ({ method, path }: Endpoint, body?: unknown) =>
	await simulator.send(method, path, body, { token: 'demo-token', admintoken: ADMIN_TOKEN });

describe.each(named(withBody))('%s', (_route, endpoint) => {
	/** What the endpoint answers to a body that differs in one field, by the field's name. */
	async function errorsOf(
		filter: (field: Field) => boolean,
		change: (body: Record<string, unknown>, name: string, field: Field) => void,
	): Promise<Record<string, string>> {
		const errors: Record<string, string> = {};
		for (const [name, field] of fieldsOf(endpoint).filter(([, candidate]) => filter(candidate))) {
			const body = sampleBody(endpoint.fields!);
			change(body, name, field);
			const { status, json } = await call(endpoint, body);
			expect([status, json.code, json.success]).toEqual([400, 400, false]);
			errors[name] = json.error;
		}
		return errors;
	}

	/** The same text for each field, with its name in it. */
	const forFields = (filter: (field: Field) => boolean, error: (name: string) => string) =>
		Object.fromEntries(
			fieldsOf(endpoint)
				.filter(([, field]) => filter(field))
				.map(([name]) => [name, error(name)]),
		);

	const any = () => true;
	const isNeeded = ({ need }: Field) => need !== 'optional';
	const isRequired = ({ need }: Field) => need === 'required';

	it('refuses a field in another case', async () => {
		const errors = await errorsOf(any, (body, name) => {
			body[otherCase(name)] = body[name];
			delete body[name];
		});
		expect(errors).toEqual(
			forFields(any, (name) => `unknown field "${otherCase(name)}" in payload`),
		);
	});

	it('misses what it needs', async () => {
		const errors = await errorsOf(isNeeded, (body, name) => delete body[name]);
		expect(errors).toEqual(forFields(isNeeded, (name) => `missing ${name} in payload`));
	});

	it("takes Go's zero values for missing ones", async () => {
		const errors = await errorsOf(isRequired, (body, name, { shape }) => {
			body[name] = { string: '', number: 0, integer: 0 }[String(shape)] ?? [];
		});
		expect(errors).toEqual(forFields(isRequired, (name) => `missing ${name} in payload`));
	});

	it('refuses wrong types', async () => {
		const errors = await errorsOf(any, (body, name, { shape }) => {
			body[name] = shape === 'boolean' ? 'true' : true;
		});
		expect(errors).toEqual(forFields(any, () => 'could not decode Payload'));
	});

	it('refuses what is no object', async () => {
		for (const body of ['', '{', '[]', 'null', '"text"']) {
			expect((await call(endpoint, body)).json.error).toBe('could not decode Payload');
		}
	});
});

describe('every endpoint', () => {
	it.each(named(ENDPOINTS))('%s checks its token', async (_route, endpoint) => {
		const { method, path, auth } = endpoint;
		if (endpoint.isServed?.(simulator.simulator.state.settings) === false) return;
		const reply = await simulator.send(method, path, undefined, { token: 'x', admintoken: 'x' });
		if (auth === 'none') {
			expect(reply.status).toBe(200);
			return;
		}
		const error = auth === 'token' ? 'Unauthorized' : 'invalid admin token';
		expect(reply.json).toEqual({ code: 401, error, success: false });
	});

	it('has its own route', () => {
		const routes = ENDPOINTS.map(route);
		expect(new Set(routes).size).toBe(routes.length);
	});

	it('takes the token from the query as well', async () => {
		const reply = await simulator.send('GET', '/webhook?token=demo-token');
		expect(reply.status).toBe(200);
	});

	it('is refused with another method, and an unknown path is none', async () => {
		expect((await simulator.get('/send/text')).status).toBe(405);
		const unknown = await fetch(`${simulator.simulator.url}/send/nothing`);
		expect(unknown.status).toBe(404);
		expect(unknown.headers.get('content-type')).toMatch(/^text\/plain/);
		expect(await unknown.text()).toBe('404 page not found\n');
	});

	it('is in the description of the API, with its fields', async () => {
		const { text } = await simulator.get('/api/spec.yml');
		const { paths } = JSON.parse(text) as ReturnType<typeof openApi> & {
			paths: Record<string, Record<string, { requestBody?: { content: object } }>>;
		};
		const { settings } = simulator.simulator.state;
		const served = ENDPOINTS.filter(({ isServed }) => isServed?.(settings) ?? true);
		for (const { path, method, fields } of served) {
			const operation = paths[path][method.toLowerCase()];
			expect(operation.requestBody !== undefined).toBe(fields !== undefined);
			for (const name of Object.keys(fields ?? {})) {
				expect(JSON.stringify(operation.requestBody)).toContain(`"${name}"`);
			}
		}
	});
});

describe('the session endpoints', () => {
	it('need a login, except those that lead to it', async () => {
		const fresh = await TestSimulator.start();
		const withoutLogin = ENDPOINTS.filter(needsSession)
			.filter(({ needs }) => needs === 'row')
			.map(({ path }) => path);
		expect([...new Set(withoutLogin)].sort()).toEqual([
			'/session/connect',
			'/session/delete',
			'/session/pair',
			'/session/status',
			'/webhook',
		]);
		expect((await fresh.get('/group/list')).json.error).toBe('No session');
		await fresh.post('/session/connect', { Immediate: true });
		expect((await fresh.get('/group/list')).json.error).toBe('not logged in');
		await fresh.stop();
	});
});
