import { messageItem } from '../events';
import { KEY, TARGET } from './row';

describe('kinds without a name of their own', () => {
	test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
		[
			'a payment that is asked for',
			{
				requestPaymentMessage: {
					noteMessage: { conversation: 'pizza' },
					amount1000: 25500,
					currencyCodeIso4217: 'BRL',
				},
			},
			{ text: 'pizza', order: { total: 25.5, currency: 'BRL' } },
		],
		[
			'a payment in hundredths',
			{ requestPaymentMessage: { amount: { value: 1999, offset: 100, currencyCode: 'INR' } } },
			{ order: { total: 19.99, currency: 'INR' } },
		],
		[
			'a payment',
			{
				sendPaymentMessage: {
					noteMessage: { extendedTextMessage: { text: 'thanks' } },
					requestMessageKey: KEY,
				},
			},
			{ text: 'thanks', targetId: TARGET },
		],
		[
			'a bill that a group shares',
			{
				splitPaymentMessage: {
					description: 'Dinner',
					totalAmount: { value: 90000, offset: 1000, currencyCode: 'INR' },
				},
			},
			{ text: 'Dinner', order: { total: 90, currency: 'INR' } },
		],
		[
			'a payment that is reminded of',
			{
				paymentReminderMessage: {
					description: 'Rent',
					amount: { value: 50000, offset: 100, currencyCode: 'INR' },
				},
			},
			{ text: 'Rent', order: { total: 500, currency: 'INR' } },
		],
		['a payment declined', { declinePaymentRequestMessage: { key: KEY } }, { targetId: TARGET }],
		['an invoice', { invoiceMessage: { note: 'March' } }, { text: 'March' }],
		['a song', { musicMessage: { title: 'Song', author: 'Band' } }, { text: 'Song\nBand' }],
		[
			'a quoted status',
			{ statusQuotedMessage: { text: 'hm', originalStatusID: KEY } },
			{ text: 'hm', targetId: TARGET },
		],
		['what nobody knows', { futureMessage: { caption: 'hello' } }, { text: 'hello' }],
		['what only describes itself', { futureMessage: { description: 'hi' } }, { text: 'hi' }],
		['what has a body', { futureMessage: { body: 'hello' } }, { text: 'hello' }],
		[
			'what has a body of its own',
			{ futureMessage: { body: { text: 'hello' } } },
			{ text: 'hello' },
		],
	])('%s has its words and comes with the raw event', (_name, message, expected) => {
		const item = messageItem(message);
		expect(item).toMatchObject({ kind: 'other', ...expected });
		expect(item).toHaveProperty('raw.event.Message', message);
	});
});

describe('where a chat came from', () => {
	const withContext = (contextInfo: object) =>
		messageItem({ imageMessage: { caption: 'hi', contextInfo } });

	test('a mere link preview is no advertisement', () => {
		const item = withContext({ externalAdReply: { title: 'Page', sourceURL: 'https://e.com' } });
		expect(item).not.toHaveProperty('ad');
		expect(item).not.toHaveProperty('entryPoint');
	});

	test('a mark of the advertiser alone is one', () => {
		expect(withContext({ externalAdReply: { ref: 'x' } }).ad).toEqual({ ref: 'x' });
	});

	test('a page outside and its medium are told', () => {
		const item = withContext({
			entryPointConversionSource: 'global_search_new_chat',
			entryPointConversionExternalSource: 'google',
			entryPointConversionExternalMedium: 'maps',
			entryPointConversionDelaySeconds: 0,
		});
		expect(item.entryPoint).toEqual({
			source: 'global_search_new_chat',
			externalSource: 'google',
			externalMedium: 'maps',
			delaySeconds: 0,
		});
	});
});
