import { withinDepth } from '../lib/depth';
import type { ContactCard, Location, MessageDetails } from './messageParts';
import { bareJid } from './jid';
import { get, getPath, isTrue, listOf, numberOf, present, textOf } from '../lib/lookup';
import { readMoney, thousandths } from './money';
import { namesOf, readVote } from './polls';
import type { PollOptions } from './polls';
import { isoTime } from '../lib/time';
import { readVcard } from './vcard';

/** What the fields of a kind are read from, beside the content itself. */
export interface DetailContext {
	/** The envelope: `decryptVote` and `orderDetails` stand beside `event`. */
	readonly envelope: unknown;
	readonly targetId?: string;
	readonly pollOptions?: PollOptions;
}

/** Reads the fields that only some kinds have. Source of the names: whatsmeow's message definitions. */
export type DetailReader = (body: unknown, context: DetailContext) => MessageDetails;

/** An empty text is how WhatsApp says that a reaction was taken back. */
export const reactionDetails: DetailReader = (body) => {
	const emoji = textOf(body, 'text');
	return { reaction: emoji === undefined ? { removed: true } : { emoji } };
};

export const locationDetails: DetailReader = (body) => ({ location: readLocation(body) });

export const liveLocationDetails: DetailReader = (body) => ({
	location: { ...readLocation(body), live: true },
});

function readLocation(body: unknown): Location {
	return present({
		latitude: numeric(get(body, 'degreesLatitude')),
		longitude: numeric(get(body, 'degreesLongitude')),
		name: textOf(body, 'name'),
		address: textOf(body, 'address'),
		url: textOf(body, 'URL'),
		live: isTrue(body, 'isLive') || undefined,
	});
}

export const contactDetails: DetailReader = (body) => ({ contacts: [readCard(body)] });

export const contactsDetails: DetailReader = (body) => ({
	contacts: listOf(body, 'contacts').map(readCard),
});

function readCard(body: unknown): ContactCard {
	return readVcard(textOf(body, 'vcard') ?? '', textOf(body, 'displayName'));
}

/** `maxChoices` is absent where any number is allowed (0 on the wire). */
export const pollDetails: DetailReader = (body) => ({
	poll: present({
		name: textOf(body, 'name'),
		options: pollOptionNames(body),
		maxChoices: numberOf(body, 'selectableOptionsCount') || undefined,
	}),
});

/** The names a poll offers, in its order. */
export function pollOptionNames(body: unknown): string[] {
	return listOf(body, 'options').map((option) => textOf(option, 'optionName') ?? '');
}

/** An option that somebody has added to a poll. */
export const pollOptionDetails: DetailReader = (body) => ({
	poll: { options: [textOf(get(body, 'addOption'), 'optionName') ?? ''] },
});

export const pollResultDetails: DetailReader = (body) => {
	const results = listOf(body, 'pollVotes');
	return {
		poll: present({
			name: textOf(body, 'name'),
			options: results.map((result) => textOf(result, 'optionName') ?? ''),
			votes: results.map((result) => numberOf(result, 'optionVoteCount') ?? 0),
		}),
	};
};

/** `options` holds the chosen names where the poll is known; the hashes are there whenever WaGo decrypted the vote. */
export const pollVoteDetails: DetailReader = (_body, { envelope, targetId, pollOptions }) => {
	const hashes = readVote(get(envelope, 'decryptVote'));
	if (hashes === undefined) return { pollVote: {} };
	const known = targetId === undefined ? undefined : pollOptions?.(targetId);
	return { pollVote: present({ hashes, options: known && namesOf(hashes, known) }) };
};

export const orderDetails: DetailReader = (body, { envelope }) => ({
	order: present({
		id: textOf(body, 'orderID'),
		token: textOf(body, 'token'),
		title: textOf(body, 'orderTitle'),
		itemCount: numberOf(body, 'itemCount'),
		total: thousandths(body, 'totalAmount1000'),
		currency: textOf(body, 'totalCurrencyCode'),
		seller: bareJid(get(body, 'sellerJID')) || undefined,
		details: withinDepth(get(envelope, 'orderDetails')) ?? undefined,
	}),
});

/** A payment that was asked for, shared or reminded of; the newer `amount` says how many parts make a unit. */
export const paymentDetails: DetailReader = (body) => {
	const { amount, currency } = readMoney(get(body, 'amount') ?? get(body, 'totalAmount'));
	return {
		order: present({
			total: amount ?? thousandths(body, 'amount1000'),
			currency: currency ?? textOf(body, 'currencyCodeIso4217'),
		}),
	};
};

/** A product, or a whole catalogue, which has a title and a description only. */
export const productDetails: DetailReader = (body) => {
	const product = get(body, 'product');
	const catalog = get(body, 'catalog');
	return {
		footer: textOf(body, 'footer'),
		product: present({
			id: textOf(product, 'productID'),
			title: textOf(product, 'title') ?? textOf(catalog, 'title'),
			description: textOf(product, 'description') ?? textOf(catalog, 'description'),
			price: thousandths(product, 'priceAmount1000'),
			currency: textOf(product, 'currencyCode'),
			url: textOf(product, 'URL'),
			seller: bareJid(get(body, 'businessOwnerJID')) || undefined,
		}),
	};
};

export const groupInviteDetails: DetailReader = (body) => ({
	groupInvite: present({
		groupId: bareJid(get(body, 'groupJID')) || undefined,
		code: textOf(body, 'inviteCode'),
		name: textOf(body, 'groupName'),
		expiresAt: isoTime(numberOf(body, 'inviteExpiration')),
	}),
});

export const channelInviteDetails: DetailReader = (body) => ({
	channelInvite: present({
		channelId: bareJid(get(body, 'newsletterJID')) || undefined,
		name: textOf(body, 'newsletterName'),
		expiresAt: isoTime(numberOf(body, 'inviteExpiration')),
	}),
});

export const calendarEventDetails: DetailReader = (body) => ({
	calendarEvent: present({
		name: textOf(body, 'name'),
		description: textOf(body, 'description'),
		startsAt: isoTime(numberOf(body, 'startTime')),
		endsAt: isoTime(numberOf(body, 'endTime')),
		...placeOfEvent(get(body, 'location')),
		joinLink: textOf(body, 'joinLink'),
		cancelled: isTrue(body, 'isCanceled') || undefined,
	}),
});

function placeOfEvent(place: unknown) {
	const { name, address, latitude, longitude } = readLocation(place);
	return { location: name, address, latitude, longitude };
}

export const eventInviteDetails: DetailReader = (body) => ({
	calendarEvent: present({
		name: textOf(body, 'eventTitle'),
		startsAt: isoTime(numberOf(body, 'startTime')),
		endsAt: isoTime(numberOf(body, 'endTime')),
		joinLink: textOf(body, 'callLink'),
		cancelled: isTrue(body, 'isCanceled') || undefined,
	}),
});

export const scheduledCallDetails: DetailReader = (body) => ({
	calendarEvent: present({
		name: textOf(body, 'title'),
		startsAt: isoTime(numberOf(body, 'scheduledTimestampMS')),
	}),
});

export const albumDetails: DetailReader = (body) => ({
	album: present({
		images: numberOf(body, 'expectedImageCount'),
		videos: numberOf(body, 'expectedVideoCount'),
	}),
});

/** Type 2 undoes; everything else is the act itself (`PIN_FOR_ALL`, `KEEP_FOR_ALL`). */
export const pinDetails: DetailReader = (body) => ({
	action: numberOf(body, 'type') === 2 ? 'unpin' : 'pin',
});

export const keepDetails: DetailReader = (body) => ({
	action: numberOf(body, 'keepType') === 2 ? 'unkeep' : 'keep',
});

export const callLogDetails: DetailReader = (body) => ({
	callLog: present({
		outcome: numberOf(body, 'callOutcome'),
		seconds: numberOf(body, 'durationSecs'),
		video: isTrue(body, 'isVideo') || undefined,
	}),
});

/** Protocol messages of use to people: the setting for disappearing messages, 0 when it was switched off. */
export const disappearingDetails: DetailReader = (body) => ({
	disappearingSeconds: numberOf(body, 'ephemeralExpiration') ?? 0,
});

/** The link preview of a text. */
export const linkDetails: DetailReader = (body) => {
	const url = textOf(body, 'matchedText');
	if (url === undefined) return {};
	return {
		link: present({
			url,
			title: textOf(body, 'title'),
			description: textOf(body, 'description'),
		}),
	};
};

/** The ID in a message key, which is where reactions, edits and the like point to. */
export function idInKey(body: unknown, keyField: string): string | undefined {
	return textOf(getPath(body, keyField), 'ID');
}

function numeric(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
