import { withinDepth } from '../lib/depth';
import { parseJson } from '../lib/json';
import { get, getPath, has, listOf, present, presentOrNothing, textOf } from '../lib/lookup';
import type { MessageDetails, OfferedChoice, Pix } from './messageParts';
import { readMoney } from './money';

const LONGEST_PARAMS = 100_000;

/** The parsed value; `undefined` for text that is absent, no JSON, or out of all proportion. */
export function parseParams(text: string | undefined): unknown {
	if (text === undefined || text.length > LONGEST_PARAMS) return undefined;
	return withinDepth(parseJson(text)) ?? undefined;
}

/** A button of a native flow: its name says what it does, a JSON text inside the JSON holds the rest. */
export interface FlowButton {
	readonly name?: string;
	readonly params: unknown;
}

export function readFlowButton(name: string | undefined, json: string | undefined): FlowButton {
	return { name, params: parseParams(json) };
}

/**
 * What one button offers: the rows of a list, else itself, and of a payment the ways to pay that are a link or a code.
 * Source of the names: what WhatsApp's business API documents for its buttons, and samples.
 */
export function flowChoices({ name, params }: FlowButton): OfferedChoice[] {
	if (isPayment(params)) return paymentChoices(params);
	const rows = listOf(params, 'sections').flatMap((section) => listOf(section, 'rows'));
	if (rows.length > 0) return rows.map(readRow);
	return [
		{
			id: textOf(params, 'id'),
			text: firstText(params, 'display_text', 'title', 'flow_cta', 'text'),
			description: name,
			url: firstText(params, 'url', 'merchant_url') ?? textOf(get(params, 'link'), 'url'),
			phone: firstText(params, 'phone_number', 'phone'),
			copyCode: firstText(params, 'copy_code', 'code'),
		},
	];
}

function readRow(row: unknown): OfferedChoice {
	return {
		id: textOf(row, 'id'),
		text: firstText(row, 'title', 'header'),
		description: textOf(row, 'description'),
	};
}

function isPayment(params: unknown): boolean {
	return has(params, 'payment_settings') || has(params, 'total_amount');
}

function paymentChoices(params: unknown): OfferedChoice[] {
	return listOf(params, 'payment_settings').map((setting) => ({
		url: textOf(get(setting, 'payment_link'), 'uri'),
		copyCode: textOf(get(setting, 'boleto'), 'digitable_line'),
	}));
}

const PIX_FORMS = ['pix_static_code', 'pix_dynamic_code'];

/** The Pix key or code among the ways to pay; where there are both, both. */
export function flowPix(buttons: readonly FlowButton[]): Pix | undefined {
	const forms = buttons
		.flatMap(({ params }) => listOf(params, 'payment_settings'))
		.flatMap((setting) => PIX_FORMS.map((form) => get(setting, form)));
	const first = (key: string) => forms.map((form) => textOf(form, key)).find(Boolean);
	return presentOrNothing({
		key: first('key'),
		keyType: first('key_type'),
		name: first('merchant_name'),
		code: first('code'),
	});
}

/**
 * The order that is to be paid or whose state is told. A Pix key that is only shared comes as an order of nothing
 * for 0, which is none.
 */
export function flowOrder(buttons: readonly FlowButton[]): MessageDetails['order'] {
	const params = buttons.map((button) => button.params).find((value) => has(value, 'order'));
	const order = get(params, 'order');
	const items = listOf(order, 'items');
	const { amount: total } = readMoney(get(params, 'total_amount'));
	if (order === undefined || (items.length === 0 && !total)) return undefined;
	return present({
		id: textOf(params, 'reference_id'),
		itemCount: items.length || undefined,
		total: total ?? readMoney(getPath(order, 'subtotal')).amount,
		currency: textOf(params, 'currency'),
		details: order,
	});
}

function firstText(source: unknown, ...names: string[]): string | undefined {
	return names.map((name) => textOf(source, name)).find((text) => text !== undefined);
}
