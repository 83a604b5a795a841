import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** n8n 2.0 cannot be asked whether it runs a tool. */
type ToolContext = Pick<IExecuteFunctions, 'getInputData'> &
	Partial<Pick<IExecuteFunctions, 'isToolExecution'>>;

/**
 * Whether an AI agent itself calls the node as a function. Where n8n does not say, its arguments come as the input of a
 * tool. From version 3 on, agents leave it to n8n's engine to run their tools, as it runs any node.
 */
export function isCalledByAgent(context: ToolContext): boolean {
	return (
		context.isToolExecution?.() ?? context.getInputData(0, NodeConnectionTypes.AiTool).length > 0
	);
}

/** Whether the node runs for an AI agent, whoever calls it: n8n's variants for agents are node types of their own. */
export function isToolCall(context: ToolContext & Pick<IExecuteFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('Tool') || isCalledByAgent(context);
}
