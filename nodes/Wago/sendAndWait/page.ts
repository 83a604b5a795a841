import { createHash } from 'crypto';

/** What the page asks, in the words of the workflow's author. Everything is text, nothing is markup. */
export interface Question {
	readonly title: string;
	readonly text: string;
	/** Labels of the buttons. Without `decline` there is only one. */
	readonly approve: string;
	readonly decline?: string;
}

export interface TextQuestion {
	readonly title: string;
	readonly text: string;
	/** Label of the button. */
	readonly submit: string;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; padding: 24px; }
main { max-width: 480px; margin: 8vh auto 0; }
h1 { font-size: 20px; margin: 0 0 12px; }
p { margin: 0 0 24px; white-space: pre-wrap; overflow-wrap: anywhere; }
textarea { box-sizing: border-box; width: 100%; min-height: 120px; padding: 12px; font: inherit; border-radius: 8px; }
button { width: 100%; margin-top: 12px; padding: 14px; font: inherit; font-weight: 600; border-radius: 8px; border: 1px solid #0b7a55; background: #0b7a55; color: #fff; }
button.second { background: transparent; color: inherit; border-color: #888; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Headers for all pages: no scripts, no frames, nothing from elsewhere, forms to n8n itself only; the address, which
 * is the permission to answer, goes nowhere.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Robots-Tag': 'noindex',
	'Cache-Control': 'no-store',
};

/** The forms post to the page's own address: the previews that WhatsApp fetches of links only get. */
export function approvalPage({ title, text, approve, decline }: Question): string {
	const buttons = [button('approved', 'true', approve)];
	if (decline !== undefined) buttons.push(button('approved', 'false', decline, 'second'));
	return page(title, paragraph(text) + form(buttons.join('')));
}

export function textPage({ title, text, submit }: TextQuestion): string {
	const field = `<textarea name="text" required maxlength="${LONGEST_ANSWER}" aria-labelledby="question" autofocus></textarea>`;
	return page(title, paragraph(text) + form(`${field}<button>${escapeHtml(submit)}</button>`));
}

export function donePage(title: string): string {
	return page(title, '');
}

/** Characters of an answer in free text. */
export const LONGEST_ANSWER = 10_000;

function page(title: string, content: string): string {
	const heading = escapeHtml(title);
	return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${heading}</title><style>${STYLE}</style></head>
<body><main dir="auto"><h1>${heading}</h1>${content}</main></body></html>`;
}

function paragraph(text: string): string {
	return `<p id="question">${escapeHtml(text)}</p>`;
}

function form(content: string): string {
	return `<form method="post">${content}</form>`;
}

function button(name: string, value: string, label: string, style = 'first'): string {
	return `<button class="${style}" name="${name}" value="${value}">${escapeHtml(label)}</button>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
