/** The bytes from `offset` on, `length` of them or fewer where the file ends. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

interface Box {
	readonly type: string;
	/** Where its content begins and ends, in bytes from the beginning of the file. */
	readonly start: number;
	readonly end: number;
}

/** The boxes on the way to what a track says it is (ISO/IEC 14496-12). */
const TO_HANDLER = ['moov', 'trak', 'mdia', 'hdlr'];

/** Version, flags and an empty word stand before a handler's type. */
const HANDLER_OFFSET = 8;

/** More boxes in one place than any player writes: a broken file ends the search. */
const MOST_BOXES = 10_000;

/**
 * The kinds of an MP4's tracks, `vide` and `soun` among them. `[]` for a file that names none, because it is broken or
 * no MP4.
 *
 * @param size of the file, in bytes
 */
export function mp4Tracks(read: ReadBytes, size: number): string[] {
	let boxes: Box[] = [{ type: '', start: 0, end: size }];
	for (const wanted of TO_HANDLER) {
		boxes = boxes.flatMap((box) => boxesIn(read, box)).filter(({ type }) => type === wanted);
	}
	return boxes.map(({ start }) => fourLetters(read(start + HANDLER_OFFSET, 4)));
}

function boxesIn(read: ReadBytes, { start, end }: Box): Box[] {
	const boxes: Box[] = [];
	let offset = start;
	while (offset + 8 <= end && boxes.length < MOST_BOXES) {
		const header = read(offset, 16);
		const { length, headerLength } = lengthOf(header, end - offset);
		if (length < headerLength) break;
		const type = fourLetters(header.subarray(4, 8));
		boxes.push({ type, start: offset + headerLength, end: Math.min(end, offset + length) });
		offset += length;
	}
	return boxes;
}

/** A length of 1 stands for one of 64 bits behind the type, and 0 for the rest of the file. */
function lengthOf(header: Uint8Array, left: number) {
	const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
	const length = view.getUint32(0);
	if (length === 0) return { length: left, headerLength: 8 };
	if (length !== 1 || header.length < 16) return { length, headerLength: 8 };
	return { length: Number(view.getBigUint64(8)), headerLength: 16 };
}

function fourLetters(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}
