import type { Action } from './events/content';
import type { SendAs } from './events/media';
import type { StoredMedia } from './media';

/** Something that happens on a phone: of a contact, or with `fromMe` of the account itself. */
export interface PhoneMessage extends Action {
	/** Who writes, or with `fromMe` to whom: a phone number or an address. */
	readonly from: string;
	readonly chat?: string;
	readonly name?: string;
	readonly fromMe?: boolean;
	readonly messageId?: string;
	readonly time?: Date;
	readonly file?: {
		readonly fileName: string;
		readonly mimeType: string;
		readonly bytes: Buffer;
		readonly as?: SendAs;
	};
}

/** Why WaGo delivers nothing of what a person did: nobody has asked it to. */
export type Undelivered = 'noWebhook' | 'notSubscribed';

/** What a person did on a phone; the file's bytes are at `GET /simulator/media/{sha256}`. */
export type PhoneAction = Omit<PhoneMessage, 'file'> & {
	readonly messageId: string;
	readonly undelivered?: Undelivered;
	readonly media?: Pick<StoredMedia, 'mimeType' | 'sha256'> & {
		readonly fileName: string;
		readonly as: string;
		readonly size: number;
	};
};
