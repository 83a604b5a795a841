import { badRequest } from '../envelope';
import { ListOf, optional, required, type Fields } from '../fields';
import { GUESSED } from '../guesses';
import { parseRecipient } from '../jid';
import { post, type SessionEndpoint } from './endpoint';
import { checkContextInfo, COMMON, sendOut } from './outgoing';

const BUTTON_TYPES: ReadonlySet<string> = new Set(['url', 'webview', 'reply', 'copy', 'call']);
const MEDIA_TYPES: ReadonlySet<string> = new Set(['image', 'video']);

const CARD = {
	text: required('string'),
	buttons: required(
		new ListOf({
			id: required('string'),
			label: required('string'),
			type: required('string'),
			url: optional('string'),
			...GUESSED.carouselButton,
		}),
	),
};

const MEDIA_CARD = {
	...CARD,
	media_url: required('string'),
	media_type: required('string'),
	caption: optional('string'),
};

interface Card {
	readonly buttons: ReadonlyArray<{ readonly type: string; readonly url?: string | null }>;
	readonly media_type?: string;
}

/** A carousel: the only sends in lower case. */
function carousel(path: string, card: typeof CARD): SessionEndpoint {
	const fields = {
		phone: required('string'),
		message: required('string'),
		carousel: required(new ListOf(card)),
		...COMMON,
	} satisfies Fields;
	return post('documented', path, fields, (call) => {
		const { body } = call;
		checkContextInfo(body);
		body.carousel.forEach(checkCard);
		return sendOut(call, { recipient: parseRecipient(body.phone, 'phone'), messageId: body.Id });
	});
}

function checkCard({ buttons, media_type }: Card): void {
	if (media_type !== undefined && !MEDIA_TYPES.has(media_type))
		throw badRequest('invalid media_type');
	for (const { type, url } of buttons) {
		if (!BUTTON_TYPES.has(type)) throw badRequest('invalid button type');
		if ((type === 'url' || type === 'webview') && !url) throw badRequest('missing url in button');
	}
}

/** WaGo docs, /messages/interactive. */
export const CAROUSEL_ENDPOINTS: readonly SessionEndpoint[] = [
	carousel('/send/carousel', CARD),
	carousel('/send/carouselmedia', MEDIA_CARD),
];
