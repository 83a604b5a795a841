import type { DetailReader } from './details';
import { get, getPath, numberOf, presentOrNothing, textOf } from '../lib/lookup';
import { parseParams } from './nativeFlow';

/** A tap on a button; the label is in a oneof member of Go (`Response.SelectedDisplayText`). */
export const buttonReplyDetails: DetailReader = (body) => ({
	button: presentOrNothing({
		id: textOf(body, 'selectedButtonID'),
		text: buttonReplyText(body),
	}),
});

export function buttonReplyText(body: unknown): string | undefined {
	return textOf(get(body, 'Response'), 'SelectedDisplayText');
}

export const templateReplyDetails: DetailReader = (body) => ({
	button: presentOrNothing({
		id: textOf(body, 'selectedID'),
		text: textOf(body, 'selectedDisplayText'),
		index: numberOf(body, 'selectedIndex'),
	}),
});

export const listReplyDetails: DetailReader = (body) => ({
	button: presentOrNothing({
		id: textOf(get(body, 'singleSelectReply'), 'selectedRowID'),
		text: textOf(body, 'title'),
		description: textOf(body, 'description'),
	}),
});

/** A native-flow answer: everything is in a JSON text inside the JSON, its `id` among it. */
export const interactiveReplyDetails: DetailReader = (body) => {
	const flow = getPath(body, 'InteractiveResponseMessage', 'NativeFlowResponseMessage');
	const params = parseParams(textOf(flow, 'paramsJSON'));
	return {
		button: presentOrNothing({
			id: textOf(params, 'id'),
			text: textOf(get(body, 'body'), 'text'),
			name: textOf(flow, 'name'),
			params,
		}),
	};
};
