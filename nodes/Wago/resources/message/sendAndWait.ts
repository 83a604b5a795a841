import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

import { bodyOf } from '../../../shared/api/wire';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';
import { questionFields, questionOptions, readAsked } from '../../sendAndWait/question';
import { waitLimitOption, waitTill } from '../../sendAndWait/waitLimit';
import { recipientField, sendOptions } from '../../sending/sendFields';
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
	fields: [recipientField, ...questionFields],
	options: [
		additionalBodyFieldsOption,
		...questionOptions,
		waitLimitOption,
		...sendOptions(sendText),
	],
	run: async (tools) => {
		const { context, parameters } = tools;
		const until = waitTill(parameters.options, Date.now());
		const { text, linkLabel } = readAsked(parameters);
		const link = context.getSignedResumeUrl();
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
