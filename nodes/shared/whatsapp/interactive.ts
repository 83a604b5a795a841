import { withinDepth } from '../lib/depth';
import type { DetailReader } from './details';
import type { Choice } from './item';
import { parseJson } from '../lib/json';
import { get, getPath, isObject, listOf, numberOf, presentOrNothing, textOf } from '../lib/lookup';

const LONGEST_PARAMS = 100_000;

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

export const buttonsDetails: DetailReader = (body) =>
	offer(
		listOf(body, 'buttons').map((button) => ({
			id: textOf(button, 'buttonID'),
			text: textOf(get(button, 'buttonText'), 'displayText'),
		})),
	);

export const listDetails: DetailReader = (body) =>
	offer(
		listOf(body, 'sections')
			.flatMap((section) => listOf(section, 'rows'))
			.map((row) => ({
				id: textOf(row, 'rowID'),
				text: textOf(row, 'title'),
				description: textOf(row, 'description'),
			})),
	);

const TEMPLATE_BUTTONS = ['QuickReplyButton', 'UrlButton', 'CallButton'];

export const templateDetails: DetailReader = (body) =>
	offer(listOf(templateOf(body), 'hydratedButtons').map(readTemplateButton));

/** The filled-in template; old servers hold it in the `Format` oneof, perhaps beside an empty one. */
export function templateOf(body: unknown): unknown {
	const filled = get(body, 'hydratedTemplate');
	const isFilled = isObject(filled) && Object.keys(filled).length > 0;
	return isFilled ? filled : getPath(body, 'Format', 'HydratedFourRowTemplate');
}

function readTemplateButton(holder: unknown): Choice {
	const variants = get(holder, 'HydratedButton');
	const button = TEMPLATE_BUTTONS.map((name) => get(variants, name)).find(Boolean);
	return {
		id: textOf(button, 'ID'),
		text: textOf(button, 'displayText'),
		url: textOf(button, 'URL'),
	};
}

export const interactiveDetails: DetailReader = (body) =>
	offer(
		listOf(getPath(body, 'InteractiveMessage', 'NativeFlowMessage'), 'buttons').map((button) => {
			const params = parseParams(textOf(button, 'buttonParamsJSON'));
			return {
				id: textOf(params, 'id'),
				text: textOf(params, 'display_text'),
				description: textOf(button, 'name'),
				url: textOf(params, 'url'),
			};
		}),
	);

function offer(choices: Choice[]): { choices?: Choice[] } {
	const named = choices
		.map((choice) => presentOrNothing(choice))
		.filter((choice): choice is Choice => choice !== undefined);
	return named.length > 0 ? { choices: named } : {};
}

/** The parsed value; `undefined` for text that is absent, no JSON, or out of all proportion. */
function parseParams(text: string | undefined): unknown {
	if (text === undefined || text.length > LONGEST_PARAMS) return undefined;
	return withinDepth(parseJson(text)) ?? undefined;
}
