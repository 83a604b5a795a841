import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { Harness, outputOf, testNode } from './harness';

const echo: INodeType = {
	description: {
		displayName: 'Echo',
		name: 'echo',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'Text', name: 'text', type: 'string', default: '' }],
	},
	async execute(this: IExecuteFunctions) {
		const text = this.getNodeParameter('text', 0) as string;
		return [this.getInputData().map(() => ({ json: { text } }))];
	},
};

describe('the harness', () => {
	it('runs a node in the engine, with expressions', async () => {
		const harness = new Harness({ nodeTypes: { echo }, credentials: {} });
		const run = await harness.runWorkflow({
			nodes: [testNode({ type: 'echo' }, { text: '={{ $json.name.toUpperCase() }}' })],
			startNode: 'echo',
			items: [{ json: { name: 'ada' } }],
		});
		expect(outputOf(run, 'echo').map((item) => item.json)).toEqual([{ text: 'ADA' }]);
	});

	it('starts the binary store', async () => {
		await expect(Harness.startBinaryStore()).resolves.toBeDefined();
	});
});
