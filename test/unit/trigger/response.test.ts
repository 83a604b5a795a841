import type { IWebhookFunctions } from 'n8n-workflow';

import { failed, ignored, refused, started } from '../../../nodes/WagoTrigger/response';

const items = [{ json: { text: 'x' } }];

describe('an answer that starts a workflow', () => {
	it('is prepared once the items were taken, whatever was looked at before', () => {
		const beforeAnswer = jest.fn();
		const result = started(items, beforeAnswer);
		// Whether it is a stream, which n8n asks where files have come.
		expect(result.webhookResponse).toEqual({ success: true, started: true });
		expect(beforeAnswer).not.toHaveBeenCalled();
		expect(result.workflowData).toEqual([items]);
		expect(beforeAnswer).not.toHaveBeenCalled();
		expect(result.webhookResponse).toEqual({ success: true, started: true });
		expect(beforeAnswer).toHaveBeenCalled();
	});
});

it('that starts nothing names the reason', () => {
	expect(ignored('chatType')).toEqual({
		webhookResponse: { success: true, started: false, reason: 'chatType' },
	});
});

it.each([
	['refuses', refused, 401],
	['asks for a repetition', failed, 503],
])('that %s is given by itself', (_name, answer, status) => {
	const sent: unknown[] = [];
	const response = {
		status: (code: number) => {
			sent.push(code);
			return response;
		},
		json: (body: unknown) => sent.push(body),
	};
	const context = { getResponseObject: () => response } as unknown as IWebhookFunctions;
	expect(answer(context)).toEqual({ noWebhookResponse: true });
	expect(sent).toEqual([status, expect.objectContaining({ success: false })]);
});
