import { z } from 'zod';

import { isObject } from '../../nodes/shared/lib/lookup';

/** One route of a server's description. */
export interface DescribedRoute {
	/** The names of the fields it takes, nested ones among them; `undefined` where the description shows none. */
	readonly fields?: ReadonlySet<string>;
	/** The fields that it does not work without. */
	readonly required: readonly string[];
}

/** Routes by method and path: `POST /send/text`. */
export type DescribedRoutes = ReadonlyMap<string, DescribedRoute>;

const documentSchema = z
	.object({
		basePath: z.string().optional(),
		servers: z.array(z.object({ url: z.string() })).optional(),
		paths: z.record(z.record(z.unknown())),
	})
	.passthrough();

type ApiDocument = z.infer<typeof documentSchema>;

const METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'delete', 'patch']);

/** `path` and `formData` are of no use here; `body` has a schema of its own. */
const NAMED_PLACES: ReadonlySet<unknown> = new Set(['query', 'formData']);

/** The routes of a Swagger 2 or OpenAPI 3 document; `undefined` for anything else. */
export function readRoutes(document: unknown): DescribedRoutes | undefined {
	const parsed = documentSchema.safeParse(document);
	if (!parsed.success) return undefined;
	const { data } = parsed;
	const prefix = prefixOf(data);
	const routes = new Map<string, DescribedRoute>();
	for (const [path, item] of Object.entries(data.paths)) {
		for (const [method, operation] of Object.entries(item)) {
			if (!METHODS.has(method) || !isObject(operation)) continue;
			const inputs = inputsOf(data, [item.parameters, operation.parameters], operation);
			routes.set(`${method.toUpperCase()} ${routePath(prefix + path)}`, inputs);
		}
	}
	return routes;
}

/** What stands before every path: `basePath` of Swagger 2, the path of the first server of OpenAPI 3. */
function prefixOf({ basePath, servers }: ApiDocument): string {
	const address = basePath ?? servers?.[0]?.url ?? '';
	return routePath(address.replace(/^\w+:\/\/[^/]*/, ''));
}

function routePath(path: string): string {
	return path.replace(/\/+$/, '');
}

function inputsOf(
	document: ApiDocument,
	parameterLists: unknown[],
	operation: Record<string, unknown>,
): DescribedRoute {
	const reader = new SchemaReader(document);
	for (const parameter of parameterLists.flat()) reader.readParameter(parameter);
	reader.readBody(operation.requestBody);
	const { fields, required } = reader;
	return { required: [...required], ...(fields.size > 0 && { fields }) };
}

/** Collects the names of one route's fields, wherever its schemas and examples show them. */
class SchemaReader {
	readonly fields = new Set<string>();

	readonly required = new Set<string>();

	/** Schemas may hold themselves. */
	private readonly seen = new Set<unknown>();

	constructor(private readonly document: ApiDocument) {}

	readParameter(value: unknown): void {
		const parameter = this.resolve(value);
		if (!isObject(parameter)) return;
		if (NAMED_PLACES.has(parameter.in)) this.addParameter(parameter);
		if (parameter.in === 'body') this.readSchema(parameter.schema, true);
	}

	readBody(value: unknown): void {
		const body = this.resolve(value);
		if (!isObject(body) || !isObject(body.content)) return;
		for (const media of Object.values(body.content)) {
			if (!isObject(media)) continue;
			this.readSchema(media.schema, true);
			this.readExample(media.example);
		}
	}

	private addParameter({ name, required }: Record<string, unknown>): void {
		if (typeof name !== 'string') return;
		this.fields.add(name);
		if (required === true) this.required.add(name);
	}

	private readSchema(value: unknown, isBody: boolean): void {
		const schema = this.resolve(value);
		if (!isObject(schema) || this.seen.has(schema)) return;
		this.seen.add(schema);
		if (isBody) this.addRequired(schema.required);
		if (isObject(schema.properties)) {
			for (const [name, property] of Object.entries(schema.properties)) {
				this.fields.add(name);
				this.readSchema(property, false);
			}
		}
		for (const part of [schema.allOf, schema.anyOf, schema.oneOf].flat()) {
			this.readSchema(part, isBody);
		}
		this.readSchema(schema.items, false);
		this.readSchema(schema.additionalProperties, false);
		this.readExample(schema.example);
	}

	private addRequired(names: unknown): void {
		if (!Array.isArray(names)) return;
		for (const name of names) if (typeof name === 'string') this.required.add(name);
	}

	/** Some descriptions show a body by an example alone. */
	private readExample(example: unknown): void {
		if (Array.isArray(example)) for (const entry of example) this.readExample(entry);
		if (!isObject(example)) return;
		for (const [name, value] of Object.entries(example)) {
			this.fields.add(name);
			this.readExample(value);
		}
	}

	/** What `{$ref: '#/definitions/Message'}` stands for. */
	private resolve(value: unknown, depth = 0): unknown {
		if (!isObject(value) || typeof value.$ref !== 'string' || depth > DEEPEST_REFERENCE) {
			return value;
		}
		const target = value.$ref
			.replace(/^#\//, '')
			.split('/')
			.map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
			.reduce<unknown>((node, part) => (isObject(node) ? node[part] : undefined), this.document);
		return this.resolve(target, depth + 1);
	}
}

const DEEPEST_REFERENCE = 10;
