/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { createHash, randomBytes } from 'crypto';
import { encodePng } from './png';

const CELLS = 29;
const MARGIN = 2;
const FINDER = 7;
const SCALE = 6;

export interface QrTimes {
	readonly qrPeriodMs: number;
	readonly qrGapMs: number;
	readonly qrCodes: number;
}

/**
 * The QR codes of a client that waits to be linked: each is shown for a while, then there is none (`""`) for a
 * moment, then the next; after the last one `onTimeout` is called (inferred from wuzapi and whatsmeow).
 */
export class QrChannel {
	private timer?: NodeJS.Timeout;
	private remaining: number;

	/** The data URL of the code that is shown, `""` while there is none. */
	image = '';

	constructor(
		private readonly times: QrTimes,
		private readonly onTimeout: () => void,
	) {
		this.remaining = times.qrCodes;
		this.show();
	}

	stop(): void {
		clearTimeout(this.timer);
		this.image = '';
	}

	private show(): void {
		this.remaining--;
		this.image = qrImage(`2@${randomBytes(48).toString('base64')}`);
		this.after(this.times.qrPeriodMs, () => this.hide());
	}

	private hide(): void {
		this.image = '';
		this.after(this.times.qrGapMs, () => (this.remaining > 0 ? this.show() : this.onTimeout()));
	}

	private after(milliseconds: number, action: () => void): void {
		this.timer = setTimeout(action, milliseconds).unref();
	}
}

/**
 * A picture with the look of a QR code, as a PNG data URL. Nothing could read it: the simulator's phone scans
 * by a request, so the three finder squares and a pattern that differs for each code are enough.
 */
function qrImage(code: string): string {
	const noise = createHash('shake256', { outputLength: CELLS * CELLS })
		.update(code)
		.digest();
	const cells = square(CELLS + 2 * MARGIN, (x, y) => isBlack(x - MARGIN, y - MARGIN, noise));
	return `data:image/png;base64,${encodePng(cells, SCALE).toString('base64')}`;
}

function square(size: number, cell: (x: number, y: number) => boolean): boolean[][] {
	return Array.from({ length: size }, (_, y) =>
		Array.from({ length: size }, (__, x) => cell(x, y)),
	);
}

function isBlack(x: number, y: number, noise: Buffer): boolean {
	if (x < 0 || y < 0 || x >= CELLS || y >= CELLS) return false;
	const corners = [
		[x, y],
		[CELLS - 1 - x, y],
		[x, CELLS - 1 - y],
	];
	const corner = corners.find(([fromLeft, fromTop]) => fromLeft <= FINDER && fromTop <= FINDER);
	return corner ? isFinderBlack(corner[0], corner[1]) : noise[y * CELLS + x] % 2 === 0;
}

/** Rings around the middle of a finder square: black, white, black and the white edge. */
function isFinderBlack(x: number, y: number): boolean {
	const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
	return ring !== 2 && ring !== 4;
}
