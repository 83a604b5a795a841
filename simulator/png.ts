/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { crc32, deflateSync } from 'zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const GREYSCALE_8_BIT = [8, 0, 0, 0, 0];

/** A square greyscale PNG, `scale` pixels for each cell of `cells`; true is black. */
export function encodePng(cells: readonly boolean[][], scale: number): Buffer {
	const size = cells.length * scale;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header.set(GREYSCALE_8_BIT, 8);
	const rows = cells.flatMap((row) => Array<Buffer>(scale).fill(encodeRow(row, scale)));
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** A row begins with its filter, which is none. */
function encodeRow(row: readonly boolean[], scale: number): Buffer {
	return Buffer.from([0, ...row.flatMap((black) => Array<number>(scale).fill(black ? 0 : 255))]);
}

function chunk(type: string, data: Buffer): Buffer {
	const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const checksum = Buffer.alloc(4);
	checksum.writeUInt32BE(crc32(content));
	return Buffer.concat([length, content, checksum]);
}
