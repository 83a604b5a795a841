/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'fs';
import { join } from 'path';

import {
	isAnimatedWebp,
	isOggOpus,
	SNIFF_LENGTH,
	sniffMimeType,
} from '../../../nodes/shared/whatsapp/fileSignature';

describe('first bytes', () => {
	const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
	const page = (codec: string) => bytes(`OggS${'\0'.repeat(24)}${codec}`);

	test('tell Ogg with Opus from other Ogg', () => {
		expect(isOggOpus(page('OpusHead'))).toBe(true);
		expect(isOggOpus(page('\u0001vorbis'))).toBe(false);
		expect(isOggOpus(page('Opus'))).toBe(false);
		expect(isOggOpus(bytes('OpusHead'))).toBe(false);
		expect(isOggOpus(new Uint8Array())).toBe(false);
		expect(page('OpusHead').length).toBeLessThanOrEqual(SNIFF_LENGTH);
	});

	test.each([
		['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
		['\u0089PNG\r\n\u001a\n', 'image/png'],
		['GIF89a', 'image/gif'],
		['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
		['RIFF\0\0\0\0WAVEfmt ', 'audio/wav'],
		['OggS\0', 'audio/ogg'],
		['ID3\u0004', 'audio/mpeg'],
		['\u00ff\u00fb\u0090', 'audio/mpeg'],
		['\u00ff\u00f3\u0090', 'audio/mpeg'],
		['\u00ff\u00f1P', 'audio/aac'],
		['\u00ff\u00f9P', 'audio/aac'],
		['#!AMR\n', 'audio/amr'],
		['\0\0\0 ftypM4A ', 'audio/mp4'],
		['\0\0\0 ftypqt  ', 'video/quicktime'],
		['\0\0\0 ftyp3gp4', 'video/3gpp'],
		['\0\0\0 ftypisom', 'video/mp4'],
		['\u001aE\u00df\u00a3', 'video/webm'],
		['%PDF-1.7', 'application/pdf'],
		['PK\u0003\u0004', 'application/zip'],
		['\u001f\u008b\u0008', 'application/gzip'],
		['RIFF\0\0\0\0AVI ', 'video/x-msvideo'],
		['MM\0*\0\0\0\u0008', 'image/tiff'],
		['BM6\u0030\0\0\0\0\0\0', 'image/bmp'],
		['BMW and Audi compared', undefined],
		['\0\0\0 ftypheic', 'image/heic'],
		['\0\0\0 ftypheix', 'image/heic'],
		['\0\0\0 ftyphevc', 'image/heic'],
		['\0\0\0 ftypmif1', 'image/heif'],
		['\0\0\0 ftypavis', 'image/avif'],
		['\0\0\0 ftypM4B ', 'audio/mp4'],
		['\0\0\0 ftypM4V ', 'video/mp4'],
		['\0\0\0\u0008wide', 'video/quicktime'],
		['{\\rtf1\\ansi', 'application/rtf'],
		['Rar!\u001a\u0007', 'application/vnd.rar'],
		['8BPS\0\u0001', 'image/vnd.adobe.photoshop'],
		['<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
		[`<?xml version="1.0"?>\n<!-- ${'x'.repeat(400)} -->\n<svg>`, 'image/svg+xml'],
		['<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg>', 'image/svg+xml'],
		['\u00ef\u00bb\u00bf\n<!doctype html><title>Log in</title>', 'text/html'],
		['<HTML lang="en">', 'text/html'],
		['<?xml version="1.0"?><!DOCTYPE html>', 'text/html'],
		['<?xml version="1.0"?><invoice/>', undefined],
		['<htmlish>', undefined],
		['hello', undefined],
		['', undefined],
	])('%j is %s', (text, mimeType) => {
		expect(sniffMimeType(bytes(text))).toBe(mimeType);
	});
});

const sample = (name: string) => readFileSync(join(__dirname, '../../data/media', name));

test.each([
	['still.png', 'image/png'],
	['still.jpg', 'image/jpeg'],
	['still.webp', 'image/webp'],
	['moving.webp', 'image/webp'],
	['still.gif', 'image/gif'],
	['still.bmp', 'image/bmp'],
	['still.tiff', 'image/tiff'],
	['still.ico', 'image/x-icon'],
	['still.jp2', 'image/jp2'],
	['still.jxl', 'image/jxl'],
	['still.avif', 'image/avif'],
	['moving.mp4', 'video/mp4'],
	['moving.3gp', 'video/3gpp'],
	['moving.mov', 'video/quicktime'],
	['moving.webm', 'video/webm'],
	['moving.mkv', 'video/x-matroska'],
	['moving.avi', 'video/x-msvideo'],
	['moving.flv', 'video/x-flv'],
	['moving.wmv', 'video/x-ms-wmv'],
	['moving.m2ts', 'video/mp2t'],
	['sound.mka', 'video/x-matroska'],
	['sound.m4a', 'audio/mp4'],
	['sound.mp3', 'audio/mpeg'],
	['sound.aac', 'audio/aac'],
	['sound.wav', 'audio/wav'],
	['sound.flac', 'audio/flac'],
])('%s of ffmpeg is %s', (name, mimeType) => {
	expect(sniffMimeType(sample(name).subarray(0, SNIFF_LENGTH))).toBe(mimeType);
});

test('a WebP moves or stands still', () => {
	expect(isAnimatedWebp(sample('moving.webp'))).toBe(true);
	expect(isAnimatedWebp(sample('still.webp'))).toBe(false);
	expect(isAnimatedWebp(sample('still.png'))).toBe(false);
});
