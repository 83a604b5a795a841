import type { IDataObject } from 'n8n-workflow';

import { pick, pickFilled, pickNumber } from '../../../shared/api/answer';
import { readContent } from '../../../shared/whatsapp/content';
import { isObject, present } from '../../../shared/lib/lookup';
import { isoTime } from '../../../shared/lib/time';

/** A post of a channel. Inferred from whatsmeow's `NewsletterMessage`; `serverId` numbers the posts of a channel. */
export function readPost(post: unknown): IDataObject {
	const { kind, text } = readContent(pick(post, 'message'));
	const reactions = pick(post, 'reactions');
	return present({
		messageId: pickFilled(post, 'messageId'),
		serverId: pickNumber(post, 'serverId'),
		timestamp: isoTime(pick(post, 'timestamp')),
		kind,
		text,
		views: pickNumber(post, 'views'),
		reactions: isObject(reactions) ? (reactions as IDataObject) : undefined,
	});
}
