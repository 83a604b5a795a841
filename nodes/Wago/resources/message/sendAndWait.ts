import type { IExecuteFunctions } from 'n8n-workflow';
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

import { bodyOf } from '../../../shared/api/wire';
import { isLoopback } from '../../../shared/lib/webAddress';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';
import { InputError, type Parameters } from '../../engine/parameters';
import { isToolCall } from '../../engine/toolCall';
import { questionFields, questionOptions, readAsked } from '../../sendAndWait/question';
import { waitLimitOption, waitTill } from '../../sendAndWait/waitLimit';
import { askedFields, sendOptions } from '../../sending/sendFields';
import { send } from '../../sending/send';
import { sendText } from './sendText';

/**
 * Sends the link that resumes the execution, and waits. n8n stores the waiting execution, so it lasts over restarts
 * and in queue mode; `answerWebhook` makes the output of the answer.
 */
export const sendAndWait = defineProcedure({
	value: SEND_AND_WAIT_OPERATION,
	name: 'Send and Wait for Response',
	action: 'Send message and wait for response',
	description:
		'Ask a contact something and wait until it is answered on the page behind the link in the message. It asks once, for the first item.',
	endpoints: sendText.endpoints,
	once: true,
	noTool: true,
	fields: [...askedFields, ...questionFields],
	options: [
		additionalBodyFieldsOption,
		...questionOptions,
		waitLimitOption,
		...sendOptions(sendText),
	],
	run: async (tools) => {
		const { context, parameters } = tools;
		if (isToolCall(context)) assertDecider(parameters);
		const until = waitTill(parameters.options, Date.now());
		const { text, linkLabel } = readAsked(parameters);
		const link = context.getSignedResumeUrl();
		if (isLoopback(new URL(link).hostname)) warnOfLocalLink(context);
		const message = `${text}\n\n${linkLabel} ${link}`;
		const [endpoint] = sendText.endpoints;
		const output = await send(
			{
				...sendText,
				messages: () => [{ endpoint, body: bodyOf('/send/text', { text: message }), typed: text }],
			},
			tools,
		);
		await context.putExecutionToWait(until);
		return [output];
	},
});

/** In n8n's human review of what an agent wants to do. Throws {@link InputError} where nobody was named. */
function assertDecider(parameters: Parameters): void {
	if (parameters.text('recipient').trim() !== '') return;
	throw new InputError(
		"'Recipient' is empty",
		'Write the number of the person who decides about the tool: not that of the contact who writes with the agent.',
	);
}

function warnOfLocalLink(context: IExecuteFunctions): void {
	const message =
		"The link in the question says 'localhost', which on the contact's phone is the phone itself, because n8n does not know its public address: set WEBHOOK_URL of n8n.";
	context.logger.warn(message);
	context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
}
