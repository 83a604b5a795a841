import { get, numberOf, textOf } from '../lib/lookup';

export interface Money {
	/** In units of the currency. */
	readonly amount?: number;
	/** ISO 4217. */
	readonly currency?: string;
}

/** `{ value, offset, currencyCode }`: an integer, and how many of it make one unit of the currency. */
export function readMoney(money: unknown): Money {
	const value = numberOf(money, 'value');
	const offset = numberOf(money, 'offset') || 1;
	return {
		amount: value === undefined ? undefined : value / offset,
		currency: textOf(money, 'currencyCode'),
	};
}

/** WhatsApp's prices are integers in thousandths of the currency's unit. */
export function thousandths(source: unknown, key: string): number | undefined {
	const value = get(source, key);
	const amount = typeof value === 'number' ? value : undefined;
	return amount === undefined || !Number.isFinite(amount) ? undefined : amount / 1000;
}
