import type { INodeExecutionData } from 'n8n-workflow';

import { isToolCall } from '../../../../nodes/Wago/engine/toolCall';

/** A context with the input of a tool, or without. */
const withArguments = (items: INodeExecutionData[]) => ({
	getInputData: (_index?: number, type = 'main') => (type === 'ai_tool' ? items : []),
});

it.each([true, false])('believes n8n where it says so: %s', (isToolExecution) => {
	const context = { ...withArguments([{ json: {} }]), isToolExecution: () => isToolExecution };
	expect(isToolCall(context)).toBe(isToolExecution);
});

it('knows a tool by its input where n8n does not say', () => {
	expect(isToolCall(withArguments([{ json: { text: 'Hello' } }]))).toBe(true);
	expect(isToolCall(withArguments([]))).toBe(false);
});
