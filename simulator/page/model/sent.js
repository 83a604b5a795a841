/**
 * What the requests to WaGo's send endpoints look like on a phone: the parts of a message, each of which the
 * conversation knows how to draw. `media` is the file that the simulator keeps.
 *
 * @typedef {object} Content
 * @property {string} [text]
 * @property {string} [title]
 * @property {string} [footer]
 * @property {{ sha256?: string, mimeType: string, fileName?: string, size?: number, as?: string, url?: string }} [media]
 * @property {{ latitude: number, longitude: number, name?: string }} [location]
 * @property {{ name: string, phone: string }} [contact]
 * @property {{ question: string, choices: string[], maxChoices: number }} [poll]
 * @property {{ url: string, title?: string, description?: string }} [preview]
 * @property {{ name: string, code: string }} [invite]
 * @property {Button[]} [buttons]
 * @property {{ label: string, sections: { title: string, rows: Row[] }[] }} [list]
 * @property {{ text: string, media?: object, buttons: Button[] }[]} [cards]
 * @property {{ label: string, lines: string[] }} [payment]
 *
 * @typedef {{ reply?: string, id?: string, label: string, url?: string, phone?: string, copy?: string }} Button
 * `reply` says what a press sends: a `button`, `template`, `flow` or `location`.
 * @typedef {{ id: string, title: string, description?: string }} Row
 */

/** Content by endpoint; the names are those of the requests (WaGo docs, /messages/sending). */
const CONTENT = {
	'/send/text': ({ Body }) => ({ text: Body }),
	'/send/image': ({ Caption }, media) => ({ media: { ...media, as: 'image' }, text: Caption }),
	'/send/video': ({ Caption }, media) => ({ media: { ...media, as: 'video' }, text: Caption }),
	'/send/audio': (_body, media) => ({ media: { ...media, as: 'voice' } }),
	'/send/document': ({ FileName, Caption }, media) => ({
		media: { ...media, as: 'document', fileName: FileName },
		text: Caption,
	}),
	'/send/sticker': (_body, media) => ({ media: { ...media, as: 'sticker' } }),
	'/send/mediaurl': ({ Type, FileName, Caption }, media) => ({
		media: { ...media, as: Type === 'audio' ? 'voice' : Type, fileName: FileName },
		text: Caption,
	}),
	'/send/poll': ({ Question, Options, MaxAnswer }) => ({
		poll: { question: Question, choices: Options, maxChoices: MaxAnswer },
	}),
	'/send/location': ({ Latitude, Longitude, Name, Address }) => ({
		location: { latitude: Latitude, longitude: Longitude, name: Name || Address },
	}),
	'/send/contact': ({ Name, Vcard }) => ({ contact: { name: Name, phone: phoneInVcard(Vcard) } }),
	'/send/groupinvite': ({ GroupName, InviteCode, Caption }) => ({
		invite: { name: GroupName || 'A group', code: InviteCode },
		text: Caption,
	}),
	'/send/preview': previewContent,
	'/send/preview2': previewContent,
	'/send/buttons': buttonsContent,
	'/send/mediabutton': (body) => ({
		...buttonsContent(body),
		media: linkedMedia(body.MediaUrl, body.MediaType),
	}),
	'/send/template': ({ Content, Footer, Buttons }) => ({
		text: Content,
		footer: Footer,
		buttons: (Buttons ?? []).map(templateButton),
	}),
	'/send/list': ({ Title, Description, FooterText, ButtonText, Sections }) => ({
		title: Title,
		text: Description,
		footer: FooterText,
		list: { label: ButtonText || 'Choose', sections: (Sections ?? []).map(listSection) },
	}),
	'/send/carousel': carouselContent,
	'/send/carouselmedia': carouselContent,
	'/send/locationbutton': ({ Body }) => ({
		text: Body,
		buttons: [{ reply: 'location', label: 'Send my location' }],
	}),
	'/send/pixbutton': ({ Body, PixKey, PixKeyType, MerchantName }) => ({
		text: Body,
		payment: { label: 'PIX', lines: [MerchantName, `${PixKeyType ?? 'Key'}: ${PixKey}`] },
		buttons: [{ label: 'Copy PIX key', copy: PixKey }],
	}),
	'/send/reviewpay': ({ Body, ReferenceId, Currency, Total, Items }) => ({
		text: Body,
		payment: {
			label: `Order ${ReferenceId}`,
			lines: [
				...(Items ?? []).map(({ Name, Quantity, Amount }) => `${Quantity} × ${Name}: ${Amount}`),
				`Total: ${Total} ${Currency}`,
			],
		},
	}),
};

/** The content of a sent message; a request that the table doesn't know is shown by its path. */
export function sentContent({ path, body, media }) {
	const content = CONTENT[path]?.(body, media) ?? { text: path, media };
	return withQuote(content, body.ContextInfo);
}

function withQuote(content, contextInfo) {
	if (!contextInfo?.StanzaId) return content;
	return {
		...content,
		quoted: { messageId: contextInfo.StanzaId, participant: contextInfo.Participant },
	};
}

function previewContent({ Text, Url, Title, Description }) {
	return { text: Text, preview: { url: Url, title: Title, description: Description } };
}

function buttonsContent({ Title, Footer, Buttons }) {
	const buttons = (Buttons ?? []).map(({ ButtonId, ButtonText }) => ({
		reply: 'button',
		id: ButtonId,
		label: ButtonText,
	}));
	return { text: Title, footer: Footer, buttons };
}

function templateButton({ DisplayText, Id, Url, PhoneNumber }) {
	const common = { id: Id, label: DisplayText };
	if (Url) return { ...common, url: Url };
	if (PhoneNumber) return { ...common, phone: PhoneNumber };
	return { ...common, reply: 'template' };
}

function listSection({ Title, Rows }) {
	const rows = (Rows ?? []).map((row) => ({
		id: row.RowId,
		title: row.Title,
		description: row.Description,
	}));
	return { title: Title, rows };
}

function carouselContent({ message, carousel }) {
	const cards = (carousel ?? []).map(({ text, caption, media_url, media_type, buttons }) => ({
		text: text || caption,
		media: linkedMedia(media_url, media_type),
		buttons: (buttons ?? []).map(carouselButton),
	}));
	return { text: message, cards };
}

/** WaGo docs, /messages/interactive: `url`, `webview`, `reply`, `copy` and `call`. */
function carouselButton({ id, label, type, url, copy_code, phone }) {
	const common = { id, label };
	if (type === 'reply') return { ...common, reply: 'flow' };
	if (type === 'copy') return { ...common, copy: copy_code ?? id };
	if (type === 'call') return { ...common, phone: phone ?? '' };
	return { ...common, url };
}

function linkedMedia(url, type) {
	return url ? { url, as: type ?? 'image', mimeType: `${type ?? 'image'}/*` } : undefined;
}

function phoneInVcard(vcard = '') {
	const line = vcard.split(/\r?\n/).find((text) => text.toUpperCase().startsWith('TEL'));
	return line?.slice(line.lastIndexOf(':') + 1).trim() ?? '';
}
