import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** n8n 2.0 cannot be asked whether it runs a tool. */
type ToolContext = Pick<IExecuteFunctions, 'getInputData'> &
	Partial<Pick<IExecuteFunctions, 'isToolExecution'>>;

/** Whether an AI agent calls the node as its tool. Where n8n does not say, its arguments come as the input of a tool. */
export function isToolCall(context: ToolContext): boolean {
	return (
		context.isToolExecution?.() ?? context.getInputData(0, NodeConnectionTypes.AiTool).length > 0
	);
}
