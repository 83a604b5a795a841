import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { Parameters } from '../engine/parameters';
import { approvalPage, donePage, LONGEST_ANSWER, PAGE_HEADERS, textPage } from './page';
import { readAsked, type Asked } from './question';

/** Where n8n resumes a waiting execution. It checks the signature of the address before it calls the node. */
function resumeWebhook(httpMethod: 'GET' | 'POST'): IWebhookDescription {
	return {
		name: 'default',
		httpMethod,
		responseMode: 'onReceived',
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	};
}

export const webhooks: IWebhookDescription[] = [resumeWebhook('GET'), resumeWebhook('POST')];

/** Shows the page to who opens the link, and takes the answer from who sends its form. */
export async function answerWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const asked = readAsked(
		new Parameters((name, fallback) => context.getNodeParameter(name, fallback) as unknown),
	);
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);

	const isForm = context.getRequestObject().method === 'POST';
	const answer = isForm ? readAnswer(asked, context.getBodyData()) : undefined;
	if (answer === undefined) {
		response.status(isForm ? 400 : 200).send(questionPage(asked));
		return { noWebhookResponse: true };
	}
	const data: IDataObject = { ...answer, respondedAt: new Date().toISOString() };
	return {
		webhookResponse: donePage(asked.done),
		workflowData: [[{ json: { data }, pairedItem: { item: 0 } }]],
	};
}

function questionPage({
	freeText,
	pageTitle: title,
	text,
	approve,
	decline,
	submit,
}: Asked): string {
	return freeText
		? textPage({ title, text, submit })
		: approvalPage({ title, text, approve, decline });
}

/** The answer in a form; `undefined` for a form that no page of ours has sent. */
function readAnswer({ freeText, decline }: Asked, form: IDataObject): IDataObject | undefined {
	if (freeText) {
		const text = typeof form.text === 'string' ? form.text.trim() : '';
		return text !== '' && text.length <= LONGEST_ANSWER ? { text } : undefined;
	}
	if (form.approved === 'true') return { approved: true };
	return form.approved === 'false' && decline !== undefined ? { approved: false } : undefined;
}
