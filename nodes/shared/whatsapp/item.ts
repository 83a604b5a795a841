import type { ChatType } from './jid';

/** The families of events, as the trigger names them in `event`. */
export type EventFamily =
	| 'message'
	| 'receipt'
	| 'presence'
	| 'chatPresence'
	| 'call'
	| 'historySync'
	| 'loggedOut'
	| 'undecryptable'
	| 'other';

/** Where a message's content comes from. `phone` is digits and is never made from a hidden number (LID). */
export interface Party {
	id: string;
	phone?: string;
	lid?: string;
	name?: string;
}

export interface Chat {
	id: string;
	type: ChatType;
	phone?: string;
}

/** What `message:downloadMedia` takes: the fields of WaGo's download body, and which endpoint takes them. */
export interface MediaDownload {
	type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
	url: string;
	directPath: string;
	mediaKey: string;
	mimetype: string;
	fileEncSHA256: string;
	fileSHA256: string;
	fileLength: number;
}

export interface Media {
	mimeType: string;
	fileName?: string;
	fileSize?: number;
	seconds?: number;
	width?: number;
	height?: number;
	/** The binary property that holds the file, set when the file is stored. */
	binary?: string;
	/** Set when WaGo sent no file along. */
	download?: MediaDownload;
}
