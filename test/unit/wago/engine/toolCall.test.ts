import type { INode, INodeExecutionData } from 'n8n-workflow';

import { isCalledByAgent, isToolCall } from '../../../../nodes/Wago/engine/toolCall';

/** A context with the input of a tool, or without. */
const withArguments = (items: INodeExecutionData[]) => ({
	getInputData: (_index?: number, type = 'main') => (type === 'ai_tool' ? items : []),
});

it.each([true, false])('believes n8n where it says so: %s', (isToolExecution) => {
	const context = { ...withArguments([{ json: {} }]), isToolExecution: () => isToolExecution };
	expect(isCalledByAgent(context)).toBe(isToolExecution);
});

it('knows a tool by its input where n8n does not say', () => {
	expect(isCalledByAgent(withArguments([{ json: { text: 'Hello' } }]))).toBe(true);
	expect(isCalledByAgent(withArguments([]))).toBe(false);
});

it.each([
	['n8n-nodes-wago.wagoTool', false, true],
	['n8n-nodes-wago.wagoHitlTool', false, true],
	['n8n-nodes-wago.wago', true, true],
	['n8n-nodes-wago.wago', false, false],
])('knows the variants for agents, which n8n runs as any node: %s', (type, says, expected) => {
	const context = {
		...withArguments([]),
		isToolExecution: () => says,
		getNode: () => ({ type }) as INode,
	};
	expect(isToolCall(context)).toBe(expected);
});
