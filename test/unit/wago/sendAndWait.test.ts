import type { INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { Wago } from '../../../nodes/Wago/Wago.node';

const { description } = new Wago();

/** What n8n looks for when it makes a tool for human review of a node. */
it('lets n8n make its tool for human review', () => {
	const waiting = description.webhooks?.map(({ httpMethod, restartWebhook, isFullPath, path }) => ({
		httpMethod,
		restartWebhook,
		isFullPath,
		path,
	}));
	const common = { restartWebhook: true, isFullPath: true, path: '={{ $nodeId }}' };
	expect(waiting).toEqual([
		{ httpMethod: 'GET', ...common },
		{ httpMethod: 'POST', ...common },
	]);
	const [messageOperations] = description.properties.filter(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes('message'),
	);
	const option = (messageOperations.options as INodePropertyOptions[]).find(
		({ value }) => value === 'sendAndWait',
	);
	expect(option).toMatchObject({ displayOptions: { hide: { '@tool': [true] } } });
});

it.each([
	['wago', true],
	['wagoHitlTool', false],
])('shows its own text field in %s: %s', (name, isShown) => {
	const parameters = { resource: 'message', operation: 'sendAndWait' };
	const [text] = description.properties.filter(
		(property) =>
			property.name === 'text' && property.displayOptions?.show?.operation?.includes('sendAndWait'),
	);
	const shown = NodeHelpers.displayParameter(parameters, text, null, { ...description, name });
	expect(shown).toBe(isShown);
});
