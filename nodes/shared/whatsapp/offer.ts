import type { DetailReader } from './details';
import { locationDetails, productDetails } from './details';
import {
	get,
	getPath,
	isObject,
	listOf,
	present,
	presentOrNothing,
	textOf,
	textsOf,
} from '../lib/lookup';
import type { Card, MessageDetails, OfferedChoice } from './messageParts';
import { readHeaderMedia } from './messageMedia';
import { flowChoices, flowOrder, flowPix, readFlowButton } from './nativeFlow';

/**
 * A message that offers something to tap, whichever of WhatsApp's forms it has. Source of the names: whatsmeow's
 * message definitions; Go writes the member of a oneof under its type name.
 */
export interface Offer {
	readonly title?: string;
	readonly subtitle?: string;
	readonly text?: string;
	readonly footer?: string;
	/** The oneof that may hold media, a place or a product. */
	readonly header?: unknown;
	/** The rest, which only the item needs. */
	readonly parts: () => Pick<MessageDetails, 'choices' | 'cards' | 'pix' | 'order'>;
}

export type OfferReader = (body: unknown) => Offer;

export const readButtons: OfferReader = (body) => ({
	title: textOf(get(body, 'Header'), 'Text'),
	text: textOf(body, 'contentText'),
	footer: textOf(body, 'footerText'),
	header: get(body, 'Header'),
	parts: () => ({ choices: named(listOf(body, 'buttons').flatMap(readButton)) }),
});

function readButton(button: unknown): OfferedChoice[] {
	const flow = get(button, 'nativeFlowInfo');
	const own = {
		id: textOf(button, 'buttonID'),
		text: textOf(get(button, 'buttonText'), 'displayText'),
	};
	if (!isObject(flow)) return [own];
	const choices = flowChoices(readFlowButton(textOf(flow, 'name'), textOf(flow, 'paramsJSON')));
	return choices.map((choice) => ({ ...choice, ...present(own) }));
}

/** A list is either of rows or of a catalogue's products, which have IDs only. */
export const readList: OfferReader = (body) => {
	const description = textOf(body, 'description');
	const title = textOf(body, 'title');
	return {
		title: description === undefined ? undefined : title,
		text: description ?? title,
		footer: textOf(body, 'footerText'),
		parts: () => ({ choices: named([...listRows(body), ...listProducts(body)]) }),
	};
};

function listRows(body: unknown): OfferedChoice[] {
	return listOf(body, 'sections')
		.flatMap((section) => listOf(section, 'rows'))
		.map((row) => ({
			id: textOf(row, 'rowID'),
			text: textOf(row, 'title'),
			description: textOf(row, 'description'),
		}));
}

function listProducts(body: unknown): OfferedChoice[] {
	return listOf(get(body, 'productListInfo'), 'productSections')
		.flatMap((section) => listOf(section, 'products'))
		.map((product) => ({ id: textOf(product, 'productID') }));
}

/** The filled-in template, else what the `Format` oneof holds: one of three forms, perhaps beside an empty one. */
export const readTemplate: OfferReader = (body) => {
	const format = get(body, 'Format');
	const interactive = get(format, 'InteractiveMessageTemplate');
	const filled = [get(body, 'hydratedTemplate'), get(format, 'HydratedFourRowTemplate')];
	const hydrated = filled.find((form) => isObject(form) && Object.keys(form).length > 0);
	if (hydrated !== undefined) return readHydrated(hydrated);
	return isObject(interactive)
		? readInteractive(interactive)
		: readFourRow(get(format, 'FourRowTemplate'));
};

const readHydrated: OfferReader = (form) => ({
	title: textOf(get(form, 'Title'), 'HydratedTitleText'),
	text: textOf(form, 'hydratedContentText'),
	footer: textOf(form, 'hydratedFooterText'),
	header: get(form, 'Title'),
	parts: () => ({
		choices: named(
			listOf(form, 'hydratedButtons').map((button) =>
				readTemplateButton(get(button, 'HydratedButton')),
			),
		),
	}),
});

const readFourRow: OfferReader = (form) => ({
	title: filledText(getPath(form, 'Title', 'HighlyStructuredMessage')),
	text: filledText(get(form, 'content')),
	footer: filledText(get(form, 'footer')),
	header: get(form, 'Title'),
	parts: () => ({
		choices: named(
			listOf(form, 'buttons').map((button) => readTemplateButton(get(button, 'Button'))),
		),
	}),
});

const TEMPLATE_BUTTONS = ['QuickReplyButton', 'UrlButton', 'CallButton'];

function readTemplateButton(variants: unknown): OfferedChoice {
	const button = TEMPLATE_BUTTONS.map((name) => get(variants, name)).find(Boolean);
	return {
		id: textOf(button, 'ID'),
		text: filledText(get(button, 'displayText')),
		url: filledText(get(button, 'URL')),
		phone: filledText(get(button, 'phoneNumber')),
	};
}

/**
 * A text, or a `HighlyStructuredMessage`: the template that it was filled into, else what fills it, since the words
 * around it are on Meta's servers only.
 */
export function filledText(value: unknown): string | undefined {
	if (typeof value === 'string') return value || undefined;
	const template = get(value, 'hydratedHsm');
	const hydrated =
		get(template, 'hydratedTemplate') ?? getPath(template, 'Format', 'HydratedFourRowTemplate');
	const defaults = listOf(value, 'localizableParams').map((param) => textOf(param, 'default'));
	return (
		textOf(hydrated, 'hydratedContentText') ??
		(textsOf(value, 'params').join(' ') || defaults.filter(Boolean).join(' ') || undefined)
	);
}

export const readInteractive: OfferReader = (body) => {
	const header = get(body, 'header');
	const variants = get(body, 'InteractiveMessage');
	return {
		title: textOf(header, 'title'),
		subtitle: textOf(header, 'subtitle'),
		text: textOf(get(body, 'body'), 'text'),
		footer: textOf(get(body, 'footer'), 'text'),
		header: get(header, 'Media'),
		parts: () => {
			const buttons = listOf(get(variants, 'NativeFlowMessage'), 'buttons').map((button) =>
				readFlowButton(textOf(button, 'name'), textOf(button, 'buttonParamsJSON')),
			);
			const cards = listOf(get(variants, 'CarouselMessage'), 'cards');
			return {
				choices: named(buttons.flatMap(flowChoices)),
				cards: cards.length > 0 ? cards.map(readCard) : undefined,
				pix: flowPix(buttons),
				order: flowOrder(buttons),
			};
		},
	};
};

function readCard(body: unknown): Card {
	const { title, subtitle, text, footer, header, parts } = readInteractive(body);
	const media = readHeaderMedia(header);
	return present({ title, subtitle, text, footer, media, choices: parts().choices });
}

/** The fields of an item that an offer fills. */
export const offerDetails =
	(read: OfferReader): DetailReader =>
	(body, context) => {
		const { title, subtitle, footer, header, parts } = read(body);
		const [place, product] = [get(header, 'LocationMessage'), get(header, 'ProductMessage')];
		return present({
			title,
			subtitle,
			footer,
			...(place ? locationDetails(place, context) : {}),
			...(product ? productDetails(product, context) : {}),
			...parts(),
		});
	};

function named(choices: OfferedChoice[]): OfferedChoice[] | undefined {
	const kept = choices
		.map((choice) => presentOrNothing(choice))
		.filter((choice): choice is OfferedChoice => choice !== undefined);
	return kept.length > 0 ? kept : undefined;
}
