import { isOggOpus, parseDataUrl, parsePrefixedDataUrl, type DataUrl } from '../dataUrl';
import { badRequest } from '../envelope';
import {
	ListOf,
	optional,
	present,
	required,
	type Body,
	type BodyOf,
	type Fields,
} from '../fields';
import { GUESSED } from '../guesses';
import { parseRecipient } from '../jid';
import type { MediaKind, StoredMedia } from '../media';
import { post, type SessionCall, type SessionEndpoint } from './endpoint';
import { fetchMedia } from './fetchMedia';
import { checkContextInfo, COMMON, sendOut, type Echo } from './outgoing';

const PHONE = { Phone: required('string') };
const DOCUMENT_PREFIX = 'data:application/octet-stream;base64,';
const MOST_BUTTONS = 3;

type SendFields = typeof PHONE & typeof COMMON;

type MakeEcho<B> = (body: B, media: StoredMedia | undefined) => Echo;

/** A send: what `prepare` checks and fetches, it throws or returns before the message goes out. */
function send<F extends Fields>(
	path: string,
	fields: F,
	prepare: (call: SessionCall<BodyOf<F>>) => StoredMedia | undefined | void | Promise<StoredMedia>,
	makeEcho?: MakeEcho<BodyOf<F>>,
): SessionEndpoint {
	const all: Fields = { ...PHONE, ...fields, ...COMMON };
	return post('documented', path, all, async (call) => {
		const body = call.body as BodyOf<SendFields> & BodyOf<F>;
		checkContextInfo(body);
		const recipient = parseRecipient(body.Phone);
		const media = (await prepare({ ...call, body })) ?? undefined;
		const echo = makeEcho?.(body, media);
		return sendOut(call, { recipient, messageId: body.Id, media, echo });
	});
}

/** A send that has nothing to check beyond its fields. */
const plain = (path: string, fields: Fields) => send(path, fields, () => undefined);

/** A send of the file in the field `name`. */
function sendFile(
	name: string,
	kind: MediaKind,
	fields: Fields,
	parse: (text: string, name: string) => DataUrl = parseDataUrl,
): SessionEndpoint {
	return send(
		`/send/${kind}`,
		{ [name]: required('string'), ...fields },
		({ state, body }) => {
			const { mimeType, bytes } = parse(String(body[name]), name);
			// The real type of a document is beside the data URL, which always says octet-stream.
			const realType = 'Mimetype' in body ? String(body.Mimetype) : mimeType;
			return state.media.add(kind, realType, bytes);
		},
		(body, media) => fileEcho(kind, body, media!),
	);
}

/** Audio always goes out as a voice note (inferred from wuzapi). */
function fileEcho(kind: MediaKind, body: Body, { mimeType, bytes }: StoredMedia): Echo {
	const as = kind === 'audio' ? 'voice' : kind;
	const fileName = 'FileName' in body ? String(body.FileName) : kind;
	const caption = body.Caption ? { text: String(body.Caption) } : {};
	return { ...caption, file: { fileName, mimeType, bytes, as } };
}

function parseVoiceNote(text: string, name: string): DataUrl {
	const audio = parsePrefixedDataUrl(text, name, 'data:audio/ogg');
	if (!isOggOpus(audio.bytes)) throw badRequest(`${name} data should be Opus in Ogg`);
	return audio;
}

function checkButtons({ Buttons }: BodyOf<typeof GUESSED.buttons>): void {
	if (Buttons.length > MOST_BUTTONS) throw badRequest(`Buttons cant more than ${MOST_BUTTONS}`);
}

/** WaGo docs, /messages/sending; names of video, audio, sticker, location and contact inferred from wuzapi. */
const MESSAGES: readonly SessionEndpoint[] = [
	send(
		'/send/text',
		{ Body: required('string') },
		() => undefined,
		({ Body: text }) => ({ text }),
	),
	sendFile('Image', 'image', { Caption: optional('string') }, (text, name) =>
		parsePrefixedDataUrl(text, name, 'data:image'),
	),
	sendFile('Video', 'video', { Caption: optional('string'), JpegThumbnail: optional('string') }),
	sendFile('Audio', 'audio', {}, parseVoiceNote),
	sendFile(
		'Document',
		'document',
		{ FileName: required('string'), Caption: optional('string'), Mimetype: optional('string') },
		(text, name) => parsePrefixedDataUrl(text, name, DOCUMENT_PREFIX),
	),
	sendFile('Sticker', 'sticker', { PngThumbnail: optional('string') }),
	send('/send/mediaurl', GUESSED.mediaUrl, fetchMedia),
	send(
		'/send/poll',
		{ Question: required('string'), Options: required('string[]'), MaxAnswer: present('integer') },
		({ body }) => {
			if (body.Options.length < 2) throw badRequest('Options needs at least 2 entries');
		},
		({ Question: question, Options: choices, MaxAnswer: maxChoices }) => ({
			poll: { question, choices, maxChoices },
		}),
	),
	send(
		'/send/location',
		{ Latitude: required('number'), Longitude: required('number'), Name: optional('string') },
		() => undefined,
		({ Latitude: latitude, Longitude: longitude, Name }) => ({
			location: { latitude, longitude, name: Name ?? undefined },
		}),
	),
	send(
		'/send/contact',
		{ Name: required('string'), Vcard: required('string') },
		({ body: { Vcard } }) => {
			if (!/^BEGIN:VCARD\r?\n[\s\S]*END:VCARD\s*$/.test(Vcard)) throw badRequest('invalid Vcard');
		},
	),
];

/** WaGo docs, /messages/interactive; fields inferred from wuzapi, or guessed. */
const INTERACTIVE: readonly SessionEndpoint[] = [
	plain('/send/groupinvite', GUESSED.groupInvite),
	plain('/send/preview', GUESSED.preview),
	plain('/send/preview2', GUESSED.preview2),
	send('/send/buttons', GUESSED.buttons, ({ body }) => checkButtons(body)),
	send('/send/mediabutton', GUESSED.mediaButton, ({ body }) => checkButtons(body)),
	plain('/send/template', {
		Content: required('string'),
		Footer: optional('string'),
		Buttons: required(
			new ListOf({
				DisplayText: required('string'),
				Id: optional('string'),
				Url: optional('string'),
				PhoneNumber: optional('string'),
				Type: required('string'),
			}),
		),
	}),
	plain('/send/list', {
		Title: required('string'),
		Description: required('string'),
		ButtonText: required('string'),
		FooterText: optional('string'),
		Sections: required(
			new ListOf({
				Title: optional('string'),
				Rows: required(
					new ListOf({
						RowId: required('string'),
						Title: required('string'),
						Description: optional('string'),
					}),
				),
			}),
		),
	}),
	plain('/send/locationbutton', GUESSED.locationButton),
	plain('/send/pixbutton', GUESSED.pixButton),
	plain('/send/reviewpay', GUESSED.reviewAndPay),
];

export const SEND_ENDPOINTS: readonly SessionEndpoint[] = [...MESSAGES, ...INTERACTIVE];
