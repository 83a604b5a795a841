import type { IDataObject } from 'n8n-workflow';

import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { counted, listField, requiredText } from '../../fields/lists';
import { defineSend } from '../../engine/operation';
import { asNumber, InputError } from '../../engine/parameters';
import { MAY_DIFFER, mayDifferNotice } from './buttonFields';
import { textField } from './textField';

const path = '/send/reviewpay';
const endpoint = post(path);

const MOST_ITEMS = 999;

interface OrderItem {
	readonly name: string;
	readonly quantity: number;
	readonly amount: number;
}

export const sendReviewAndPay = defineSend({
	value: 'sendReviewAndPay',
	name: 'Send Review and Pay',
	action: 'Send review and pay message',
	description: `Send an order that the recipient reviews and pays. ${MAY_DIFFER}.`,
	endpoints: [endpoint],
	fields: [
		mayDifferNotice,
		{
			displayName: 'Reference ID',
			name: 'referenceId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. order-1234',
			description: 'Your own number of the order',
		},
		listField({
			displayName: 'Items',
			name: 'items',
			entry: 'Item',
			description:
				"What is ordered; the total is their sum. An expression in 'Name' may give a list of them.",
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. T-shirt',
					description: 'What the item is called',
				},
				{
					displayName: 'Quantity',
					name: 'quantity',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
					description: 'How many of it',
				},
				{
					displayName: 'Amount',
					name: 'amount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 0,
					description: 'Price of one, in the currency',
				},
			],
		}),
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: 'BRL',
			placeholder: 'e.g. BRL',
			description: 'Code of the currency (ISO 4217)',
		},
		{
			...textField,
			required: false,
			placeholder: 'e.g. Thank you for your order!',
			description: 'Text above the order',
		},
	],
	messages: (parameters) => {
		const text = parameters.optional('text');
		const rows = counted(parameters.rows('items', 'name'), 'Items', 1, MOST_ITEMS);
		const items = rows.map(readItem);
		const body = bodyOf(path, {
			text,
			referenceId: parameters.required('referenceId'),
			currency: parameters.required('currency').toUpperCase(),
			total: totalOf(items),
			items: items.map(({ name: itemName, quantity: itemQuantity, amount: itemAmount }) =>
				bodyOf(path, { itemName, itemQuantity, itemAmount }),
			),
		});
		return [{ endpoint, body, typed: text }];
	},
});

function readItem(row: IDataObject): OrderItem {
	const name = requiredText(row, 'name', 'Name');
	const quantity = asNumber(row.quantity ?? 1, 'Quantity', { minValue: 1 });
	const amount = asNumber(row.amount, 'Amount', { minValue: 0 });
	if (Number.isInteger(quantity)) return { name, quantity, amount };
	throw new InputError(`'Quantity' of the item '${name}' is not a whole number: ${quantity}`);
}

/** Rounded, because cents are no sums of powers of two. */
function totalOf(items: readonly OrderItem[]): number {
	const sum = items.reduce((total, { quantity, amount }) => total + quantity * amount, 0);
	return Math.round(sum * 100) / 100;
}
