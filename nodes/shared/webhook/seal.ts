import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** Encrypts a text so that only who has the session token can read it; safe inside a URL. */
export function seal(text: string, token: string): string {
	const nonce = randomBytes(NONCE_LENGTH);
	const cipher = createCipheriv(CIPHER, keyOf(token), nonce);
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text of {@link seal}; `undefined` for anything else, also for what was sealed with another token. */
export function openSealed(sealed: string, token: string): string | undefined {
	const bytes = Buffer.from(sealed, 'base64url');
	if (bytes.length < NONCE_LENGTH + TAG_LENGTH) return undefined;
	const tagEnd = NONCE_LENGTH + TAG_LENGTH;
	try {
		const decipher = createDecipheriv(CIPHER, keyOf(token), bytes.subarray(0, NONCE_LENGTH));
		decipher.setAuthTag(bytes.subarray(NONCE_LENGTH, tagEnd));
		return decipher.update(bytes.subarray(tagEnd), undefined, 'utf8') + decipher.final('utf8');
	} catch {
		return undefined;
	}
}

function keyOf(token: string): Buffer {
	return createHash('sha256').update(`n8n-nodes-wago seal ${token}`).digest();
}
