/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { join } from 'path';

import { mp4Tracks } from '../../../nodes/shared/whatsapp/mp4Tracks';

const MEDIA = join(__dirname, '../../data/media');

const tracksOf = (bytes: Uint8Array) =>
	mp4Tracks((offset, length) => bytes.subarray(offset, offset + length), bytes.length);

it.each([
	['moving.mp4', ['vide']],
	['moving-and-sound.mp4', ['vide', 'soun']],
	['moving-fragmented.mp4', ['vide']],
	['moving.3gp', ['vide']],
	['sound.mp4', ['soun']],
	['sound-faststart.mp4', ['soun']],
	['still.png', []],
	['sound.mp3', []],
])('%s has the tracks %j', (name, tracks) => {
	expect(tracksOf(readFileSync(join(MEDIA, name)))).toEqual(tracks);
});

it('reads lengths of 64 bits, as of files over 4 GB', () => {
	const sound = readFileSync(join(MEDIA, 'sound.mp4'));
	const long = Buffer.alloc(24);
	long.writeUInt32BE(1, 0);
	long.write('free', 4, 'latin1');
	long.writeBigUInt64BE(24n, 8);
	expect(tracksOf(Buffer.concat([long, sound]))).toEqual(['soun']);
});

it.each([0, 1, 7, 8, 20, 100, 3000])('ends with the first %d bytes of a file', (length) => {
	expect(tracksOf(readFileSync(join(MEDIA, 'sound.mp4')).subarray(0, length))).toEqual([]);
});

it('ends with boxes that claim to be nothing or everything', () => {
	expect(tracksOf(Buffer.alloc(1000))).toEqual([]);
	expect(tracksOf(Buffer.alloc(1000, 0xff))).toEqual([]);
	expect(tracksOf(Buffer.alloc(1000, 1))).toEqual([]);
});
