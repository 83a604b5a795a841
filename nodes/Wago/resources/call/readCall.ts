import type { IDataObject } from 'n8n-workflow';

import { isRecord, pick, pickFilled, withCleanNames } from '../../../shared/api/answer';
import { present } from '../../../shared/whatsapp/lookup';

/** A call that WaGo manages. Only `callID` is documented: everything else comes along under clean names. */
export function readCall(data: unknown): IDataObject {
	const held = pick(data, 'call');
	const call = isRecord(held) ? held : data;
	const details = (isRecord(call) ? withCleanNames(call) : {}) as IDataObject;
	return present({ ...details, callId: pickFilled(call, 'callId') ?? pickFilled(data, 'callId') });
}
