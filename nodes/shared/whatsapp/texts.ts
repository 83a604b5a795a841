import { parseJson } from '../lib/json';
import { get, getPath, listOf, textOf, textsOf } from '../lib/lookup';

/** Finds the words in the content of one kind. */
export type TextReader = (body: unknown) => string | undefined;

export const field =
	(name: string): TextReader =>
	(body) =>
		textOf(body, name);

/** The text at the end of two names. */
export const pathText =
	(holder: string, name: string): TextReader =>
	(body) =>
		textOf(get(body, holder), name);

/** The first of some fields that holds a text. */
export const firstField =
	(...names: string[]): TextReader =>
	(body) =>
		names.map((name) => textOf(body, name)).find((text) => text !== undefined);

/** All of some fields that hold a text, one a line. */
export const lines =
	(...names: string[]): TextReader =>
	(body) =>
		joined(names.map((name) => textOf(body, name)));

/** The note of a payment, which is a message of its own. */
export const noteText: TextReader = (body) => {
	const note = get(body, 'noteMessage');
	return textOf(note, 'conversation') ?? textOf(get(note, 'extendedTextMessage'), 'text');
};

/** Title and artist of a song, which newer versions put into a holder. */
export const musicText: TextReader = (body) => {
	const song = get(body, 'embeddedMusic') ?? get(body, 'music') ?? body;
	return joined([textOf(body, 'caption'), textOf(song, 'title'), textOf(song, 'author')]);
};

/** A song that was laid over a picture or a video of a status, where nothing else is written. */
export const captionOrSong: TextReader = (body) =>
	textOf(body, 'caption') ??
	listOf(body, 'annotations')
		.map((annotation) => getPath(annotation, 'embeddedContent', 'Content', 'EmbeddedMusic'))
		.map(musicText)
		.find(Boolean);

/** A status may be a song alone. */
export const textOrSong: TextReader = (body) =>
	textOf(body, 'text') ?? musicText(get(body, 'musicMetadata'));

/** The answer of an AI, in pieces: paragraphs, code, tables with a tab between cells, formulas and points on maps. */
const submessageText: TextReader = (body) =>
	joined(
		listOf(body, 'submessages').flatMap((piece) => [
			textOf(piece, 'messageText'),
			listOf(get(piece, 'codeMetadata'), 'codeBlocks')
				.map((block) => textOf(block, 'codeContent') ?? '')
				.join(''),
			textOf(get(piece, 'tableMetadata'), 'title'),
			...listOf(get(piece, 'tableMetadata'), 'rows').map((row) => textsOf(row, 'items').join('\t')),
			textOf(get(piece, 'latexMetadata'), 'text'),
			textOf(get(piece, 'imageMetadata'), 'imageText'),
			...listOf(get(piece, 'mapMetadata'), 'annotations').flatMap((point) => [
				textOf(point, 'title'),
				textOf(point, 'body'),
			]),
			...listOf(get(piece, 'contentItemsMetadata'), 'itemsMetadata').map((item) =>
				textOf(getPath(item, 'AIRichResponseContentItem', 'ReelItem'), 'title'),
			),
		]),
	);

/** The same answer as newer apps draw it: base64 of a JSON text (inferred from answers of Meta AI). */
const unifiedText: TextReader = (body) => {
	const data = textOf(get(body, 'unifiedResponse'), 'data') ?? '';
	const sections = listOf(parseJson(Buffer.from(data, 'base64').toString()), 'sections');
	return joined(
		sections
			.map((section) => get(section, 'view_model'))
			.flatMap((view) => [get(view, 'primitive'), ...listOf(view, 'primitives')])
			.map((primitive) => textOf(primitive, 'text')),
	);
};

/** The answer of an AI, in whichever of its two forms it is told. */
export const richText: TextReader = (body) => submessageText(body) ?? unifiedText(body);

function joined(texts: Array<string | undefined>): string | undefined {
	return texts.filter(Boolean).join('\n') || undefined;
}
