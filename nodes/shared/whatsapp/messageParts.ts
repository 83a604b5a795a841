/** Which of WaGo's download endpoints takes a file. */
export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** What `message:downloadMedia` takes: the fields of WaGo's download body, and which endpoint takes them. */
export interface MediaDownload {
	type: MediaType;
	url: string;
	directPath: string;
	mediaKey: string;
	mimetype: string;
	fileEncSHA256: string;
	fileSHA256: string;
	fileLength: number;
}

export interface Media {
	mimeType: string;
	fileName?: string;
	fileSize?: number;
	seconds?: number;
	width?: number;
	height?: number;
	/** Pages of a document. */
	pages?: number;
	/** Of a sticker. */
	animated?: boolean;
	/** The binary property that holds the file, set when the file is stored. */
	binary?: string;
	/** Set when WaGo sent no file along. */
	download?: MediaDownload;
}

export interface Location {
	latitude?: number;
	longitude?: number;
	name?: string;
	address?: string;
	url?: string;
	live?: boolean;
}

/** A contact card: phones as digits, those with a WhatsApp account first. */
export interface ContactCard {
	name?: string;
	phones: string[];
	vcard: string;
}

export interface Choice {
	id?: string;
	text?: string;
	description?: string;
	url?: string;
}

/** What a message with buttons or a list offers; a link, a number to call or a code to copy stands in its own field. */
export interface OfferedChoice extends Choice {
	phone?: string;
	copyCode?: string;
}

/** One card of a carousel. */
export interface Card {
	title?: string;
	subtitle?: string;
	text?: string;
	footer?: string;
	media?: Media;
	choices?: OfferedChoice[];
}

/** How to pay by Pix, the Brazilian way of instant payments. */
export interface Pix {
	key?: string;
	/** WhatsApp's word: `CPF`, `CNPJ`, `EMAIL`, `PHONE`, `EVP`. */
	keyType?: string;
	/** Who is paid. */
	name?: string;
	/** The code to copy into a banking app, for one payment. */
	code?: string;
}

/** The fields that belong to some kinds only. Documented in docs/trigger-output.md. */
export interface MessageDetails {
	reaction?: { emoji?: string; removed?: boolean };
	location?: Location;
	contacts?: ContactCard[];
	poll?: { name?: string; options: string[]; maxChoices?: number; votes?: number[] };
	pollVote?: { hashes?: string[]; options?: string[] };
	/** What was tapped or chosen. */
	button?: Choice & { index?: number; name?: string; params?: unknown };
	/** Header of a business message. */
	title?: string;
	subtitle?: string;
	footer?: string;
	/** What a message with buttons or a list offers. */
	choices?: OfferedChoice[];
	cards?: Card[];
	pix?: Pix;
	order?: {
		id?: string;
		token?: string;
		title?: string;
		itemCount?: number;
		total?: number;
		currency?: string;
		seller?: string;
		details?: unknown;
	};
	product?: {
		id?: string;
		title?: string;
		description?: string;
		price?: number;
		currency?: string;
		url?: string;
		seller?: string;
	};
	groupInvite?: { groupId?: string; code?: string; name?: string; expiresAt?: string };
	channelInvite?: { channelId?: string; name?: string; expiresAt?: string };
	calendarEvent?: {
		name?: string;
		description?: string;
		startsAt?: string;
		endsAt?: string;
		location?: string;
		address?: string;
		latitude?: number;
		longitude?: number;
		/** Where to join the call of the event. */
		joinLink?: string;
		cancelled?: boolean;
	};
	album?: { images?: number; videos?: number };
	/** Pins and kept messages: what was done. */
	action?: 'pin' | 'unpin' | 'keep' | 'unkeep';
	callLog?: { outcome?: number; seconds?: number; video?: boolean };
	disappearingSeconds?: number;
	link?: { url: string; title?: string; description?: string };
	ad?: {
		title?: string;
		body?: string;
		sourceType?: string;
		sourceId?: string;
		sourceUrl?: string;
		/** The app that showed it: `facebook`, `instagram`. */
		sourceApp?: string;
		ctwaClid?: string;
		/** The advertiser's own mark. */
		ref?: string;
		mediaUrl?: string;
		thumbnailUrl?: string;
		greeting?: string;
	};
	/** How the chat was opened, in WhatsApp's words. */
	entryPoint?: EntryPoint;
}

export interface EntryPoint {
	/** `ctwa_ad`, `click_to_chat_link`, … */
	source?: string;
	app?: string;
	delaySeconds?: number;
	externalSource?: string;
	externalMedium?: string;
	/** `FB_Ads`, … */
	conversionSource?: string;
	utmSource?: string;
	utmCampaign?: string;
}
