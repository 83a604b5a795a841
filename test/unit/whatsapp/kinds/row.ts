import type { MessageItem } from '../../../../nodes/shared/whatsapp/item';
import { GROUP } from '../events';

/** What a message of one field becomes, beside the fields that all messages have. */
export type Row = [name: string, message: Record<string, unknown>, expected: Partial<MessageItem>];

/** The key of a message that another one is about, and its ID. */
export const KEY = { remoteJID: GROUP, fromMe: false, ID: '3A00000000000000BEEF' };
export const TARGET = KEY.ID;

export const HALF_PAST_TWO = 1772461800;
