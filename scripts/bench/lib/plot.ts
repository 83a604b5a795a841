import type { Plot } from './figure';
import { format } from './report';

const WIDTH = 640;
const HEIGHT = 360;
const MARGIN = { top: 48, right: 24, bottom: 48, left: 64 };
const COLOURS = ['#c2410c', '#15803d', '#1d4ed8'];
const LINES = 5;

interface Scale {
	(value: number): number;
}

/** The first of 1, 2, 2.5, 5 and 10 times a power of ten that is not less. */
function roundUp(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value));
	const factor = [1, 2, 2.5, 5, 10].find((step) => step * power >= value) ?? 10;
	return factor * power;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const label = (x: number, y: number, text: string, more = ''): string =>
	`<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escape(text)}</text>`;

function horizontalLines(scale: Scale, most: number): string[] {
	return Array.from({ length: LINES + 1 }, (_, index) => (most * index) / LINES).flatMap(
		(value) => [
			`<line class="grid" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${scale(value)}" y2="${scale(value)}"/>`,
			label(MARGIN.left - 8, scale(value) + 4, format(value), 'text-anchor="end"'),
		],
	);
}

function curve(points: Plot['series'][number]['points'], x: Scale, y: Scale, colour: string) {
	const places = points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`);
	return [
		`<polyline fill="none" stroke="${colour}" stroke-width="2" points="${places.join(' ')}"/>`,
		...points.map(
			([a, b]) =>
				`<circle cx="${x(a).toFixed(1)}" cy="${y(b).toFixed(1)}" r="4" fill="${colour}"/>`,
		),
	];
}

/** A plot as an SVG that can be read on light and on dark pages. */
export function toSvg({ title, x: xTitle, y: yTitle, logarithmic, series }: Plot): string {
	const all = series.flatMap(({ points }) => points);
	const xs = [...new Set(all.map(([value]) => value))].sort((a, b) => a - b);
	const position = logarithmic ? Math.log10 : (value: number) => value;
	const [first, last] = [logarithmic ? position(xs[0]) : 0, position(xs[xs.length - 1])];
	const most = roundUp(Math.max(...all.map(([, value]) => value)));
	const x: Scale = (value) =>
		MARGIN.left +
		((position(value) - first) / (last - first)) * (WIDTH - MARGIN.left - MARGIN.right);
	const y: Scale = (value) =>
		HEIGHT - MARGIN.bottom - (value / most) * (HEIGHT - MARGIN.top - MARGIN.bottom);
	const legend = series.map(({ label: name }, index) =>
		label(MARGIN.left + 12, MARGIN.top + 16 + 18 * index, name, `fill="${COLOURS[index]}"`),
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
		'<style>text:not([fill]){fill:#374151}.grid{stroke:#9ca3af;stroke-width:.5}@media(prefers-color-scheme:dark){text:not([fill]){fill:#e5e7eb}}</style>',
		label(MARGIN.left, 24, title, 'font-size="16"'),
		...horizontalLines(y, most),
		...xs.map((value) =>
			label(x(value), HEIGHT - MARGIN.bottom + 18, format(value), 'text-anchor="middle"'),
		),
		label(WIDTH / 2, HEIGHT - 10, xTitle, 'text-anchor="middle"'),
		label(8, MARGIN.top - 8, yTitle),
		...series.flatMap(({ points }, index) => curve(points, x, y, COLOURS[index])),
		...(series.length > 1 ? legend : []),
		'</svg>\n',
	].join('\n');
}
