import { withinDepth } from '../lib/depth';
import type { ContactCard, Location, MessageDetails } from './item';
import { bareJid } from './jid';
import {
	get,
	getPath,
	isTrue,
	listOf,
	numberOf,
	present,
	presentOrNothing,
	textOf,
} from '../lib/lookup';
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
		total: thousandths(get(body, 'totalAmount1000')),
		currency: textOf(body, 'totalCurrencyCode'),
		seller: bareJid(get(body, 'sellerJID')) || undefined,
		details: withinDepth(get(envelope, 'orderDetails')) ?? undefined,
	}),
});

export const productDetails: DetailReader = (body) => {
	const product = get(body, 'product');
	return {
		product: present({
			id: textOf(product, 'productID'),
			title: textOf(product, 'title'),
			description: textOf(product, 'description'),
			price: thousandths(get(product, 'priceAmount1000')),
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
		location: textOf(get(body, 'location'), 'name'),
		cancelled: isTrue(body, 'isCanceled') || undefined,
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

/** The advertisement that a chat began with. Other uses of the field are mere link previews and have no source. */
export function readAd(contextInfo: unknown): MessageDetails['ad'] {
	const reply = get(contextInfo, 'externalAdReply');
	const origin = presentOrNothing({
		sourceType: textOf(reply, 'sourceType'),
		sourceId: textOf(reply, 'sourceID'),
		ctwaClid: textOf(reply, 'ctwaClid'),
	});
	if (origin === undefined) return undefined;
	return present({
		title: textOf(reply, 'title'),
		body: textOf(reply, 'body'),
		sourceUrl: textOf(reply, 'sourceURL'),
		...origin,
	});
}

/** The ID in a message key, which is where reactions, edits and the like point to. */
export function idInKey(body: unknown, keyField: string): string | undefined {
	return textOf(getPath(body, keyField), 'ID');
}

/** WhatsApp's prices are integers in thousandths of the currency's unit. */
function thousandths(value: unknown): number | undefined {
	const amount = numeric(value);
	return amount === undefined ? undefined : amount / 1000;
}

function numeric(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
