import { findByPhone } from '../addressBook';
import { parsePrefixedDataUrl } from '../dataUrl';
import { badRequest, serverError } from '../envelope';
import { optional, required, type BodyOf } from '../fields';
import { GUESSED } from '../guesses';
import { parseRecipient, phoneJid, userOf } from '../jid';
import type { Session } from '../session';
import type { Settings } from '../settings';
import { isOnWhatsApp, registeredPhone } from '../whatsappNumbers';
import { bodiless, post, type SessionCall, type SessionEndpoint } from './endpoint';

const PHONES = { Phone: required('string[]') };
const AVATAR = { Phone: required('string'), Preview: optional('boolean') };
const PRESENCES: ReadonlySet<string> = new Set(['available', 'unavailable']);

/** Routes of WaGo's docs (/troubleshooting) and of an older public list; the rest inferred from wuzapi. */
export const USER_ENDPOINTS: readonly SessionEndpoint[] = [
	post('documented', '/user/check', PHONES, ({ session, body }) => ({
		Users: body.Phone.map((phone) => checkPhone(session, phone)),
	})),
	post('listed', '/user/info', PHONES, ({ session, body }) => ({
		Users: Object.fromEntries(body.Phone.map((phone) => userInfo(session, phone))),
	})),
	avatarBy('POST'),
	avatarBy('GET'),
	bodiless('listed', 'GET', '/user/contacts', ({ session }) =>
		Object.fromEntries(
			session.book.contacts.map(({ phone, name }) => [
				phoneJid(phone),
				{
					Found: true,
					FirstName: name.split(' ')[0],
					FullName: name,
					PushName: name,
					BusinessName: '',
				},
			]),
		),
	),
	bodiless('listed', 'GET', '/user/privacy', () => ({
		GroupAdd: 'all',
		LastSeen: 'contacts',
		Status: 'contacts',
		Profile: 'all',
		ReadReceipts: 'all',
		CallAdd: 'all',
		Online: 'match_last_seen',
	})),
	bodiless('listed', 'GET', '/user/blocklist', ({ session }) => blocklist(session)),
	post('listed', '/user/block', GUESSED.block, (call) => setBlocked(call, true)),
	post('listed', '/user/unblock', GUESSED.block, (call) => setBlocked(call, false)),
	post('listed', '/user/profile', GUESSED.profilePhoto, ({ session, body }) => {
		parsePrefixedDataUrl(body.Image, 'Image', 'data:image/jpeg');
		session.book.profile.pictureId = String(Date.now());
		return { Details: 'Profile photo set', PictureID: session.book.profile.pictureId };
	}),
	post('listed', '/user/name', GUESSED.profileName, ({ session, body }) => {
		session.book.profile.name = body.Name;
		return { Details: 'Profile name set' };
	}),
	post('listed', '/user/presence', GUESSED.presence, ({ session, body }) => {
		if (!PRESENCES.has(body.State)) throw badRequest('invalid State in payload');
		session.book.profile.presence = body.State;
		return { Details: 'Presence set' };
	}),
];

function checkPhone(session: Session, text: string) {
	const phone = registeredPhone(userOf(parseRecipient(text)));
	const IsInWhatsapp = isOnWhatsApp(phone);
	return { Query: text, IsInWhatsapp, JID: IsInWhatsapp ? phoneJid(phone) : '', VerifiedName: '' };
}

function userInfo(session: Session, text: string): [string, object] {
	const jid = requireUserJid(text);
	const isKnown = findByPhone(session.book, userOf(jid)) !== undefined;
	const info = {
		VerifiedName: null,
		Status: isKnown ? 'Hey there! I am using WhatsApp.' : '',
		PictureID: '',
		Devices: [jid],
	};
	return [jid, info];
}

/** The library asks by address and refuses plain digits (seen of two running versions of wuzapi). */
function requireUserJid(text: string): string {
	if (text.includes('@')) return parseRecipient(text);
	throw serverError(`failed to get user info: unknown user server ''`);
}

/** The list of routes says GET, the code of WaGo's relatives POST: the settings decide which one is right. */
function avatarBy(method: Settings['avatarMethod']): SessionEndpoint {
	return {
		...post('listed', '/user/avatar', AVATAR, avatar),
		method,
		isServed: ({ avatarMethod }) => avatarMethod === method,
	};
}

function avatar({ session, body }: SessionCall<BodyOf<typeof AVATAR>>) {
	const phone = userOf(parseRecipient(body.Phone));
	// Of the seeded contacts, the first has a picture.
	if (session.book.contacts[0].phone !== phone) throw serverError('No avatar found');
	return {
		URL: `https://pps.whatsapp.net/v/t61.24694-24/${phone}_n.jpg?oe=00000000`,
		ID: '1700000000',
		Type: body.Preview ? 'preview' : 'image',
		DirectPath: `/v/t61.24694-24/${phone}_n.jpg`,
	};
}

function blocklist({ book: { blocked } }: Session) {
	return { DHash: String(blocked.size), JIDs: [...blocked].map(phoneJid) };
}

function setBlocked(
	{ session, body }: SessionCall<BodyOf<typeof GUESSED.block>>,
	isBlocked: boolean,
) {
	const phone = userOf(parseRecipient(body.Phone));
	if (isBlocked) session.book.blocked.add(phone);
	else session.book.blocked.delete(phone);
	return blocklist(session);
}
