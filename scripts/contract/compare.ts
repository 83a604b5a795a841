import type { ExpectedEndpoint, ExpectedField } from './expectations';
import { judgementOf, spellingOf, type Finding } from './finding';
import type { DescribedRoute, DescribedRoutes } from './openapi';

/** Paths that an operation asks by one method and, where that is unknown, by the other. */
export const EITHER_METHOD: ReadonlySet<string> = new Set(['/user/avatar']);

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** What the server's description says of each endpoint that the operations call, and of each field they send. */
export function compareWithDescription(
	expected: readonly ExpectedEndpoint[],
	routes: DescribedRoutes,
): Finding[] {
	return expected.flatMap((endpoint) => {
		const route = routes.get(nameOf(endpoint));
		if (!route) return [missingRoute(endpoint, routes)];
		return [
			judgementOf(endpoint, 'route')('confirmed'),
			...endpoint.fields.map((field) => compareField(endpoint, field, route)),
			...unsentFields(endpoint, route),
		];
	});
}

/** Without a description, nothing is known but what the answers show. */
export function notDescribed(expected: readonly ExpectedEndpoint[]): Finding[] {
	const reason = 'the server has no description of its API';
	return expected.flatMap((endpoint) => [
		judgementOf(endpoint, 'route')('unknown', reason),
		...endpoint.fields.map(({ name, provenance }) =>
			judgementOf(endpoint, `field ${name}`, provenance)('unknown', reason),
		),
	]);
}

const nameOf = ({ method, path }: ExpectedEndpoint) => `${method} ${path}`;

function missingRoute(endpoint: ExpectedEndpoint, routes: DescribedRoutes): Finding {
	const others = METHODS.filter((method) => routes.has(`${method} ${endpoint.path}`)).join(', ');
	const judge = judgementOf(endpoint, 'route');
	if (others === '') return judge('missing', 'not described');
	return EITHER_METHOD.has(endpoint.path)
		? judge('unknown', `not needed: described with ${others}`)
		: judge('missing', `described with ${others} only`);
}

function compareField(
	endpoint: ExpectedEndpoint,
	{ name, provenance, source }: ExpectedField,
	{ fields }: DescribedRoute,
): Finding {
	const judge = judgementOf(endpoint, `field ${name}`, provenance);
	if (!fields) return judge('unknown', 'no fields described');
	if (fields.has(name)) return judge('confirmed', source);
	const spelling = spellingOf(fields, name);
	if (spelling) return judge('refuted', `described as ${spelling}`);
	return judge('refuted', `described: ${[...fields].join(', ')}`);
}

/** What the server needs and no operation sends. */
function unsentFields(endpoint: ExpectedEndpoint, { required }: DescribedRoute): Finding[] {
	const sent = endpoint.fields.map(({ name }) => name);
	return required
		.filter((name) => spellingOf(sent, name) === undefined)
		.map((name) =>
			judgementOf(endpoint, `field ${name}`, 'unheard')('missing', 'required, but never sent'),
		);
}
