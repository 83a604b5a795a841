import type { IDataObject } from 'n8n-workflow';

import { pick, pickFilled, withCleanNames } from '../../../shared/api/answer';
import { isObject, present } from '../../../shared/lib/lookup';

/** A call that WaGo manages. Only `callID` is documented: everything else comes along under clean names. */
export function readCall(data: unknown): IDataObject {
	const held = pick(data, 'call');
	const call = isObject(held) ? held : data;
	const details = (isObject(call) ? withCleanNames(call) : {}) as IDataObject;
	return present({ ...details, callId: pickFilled(call, 'callId') ?? pickFilled(data, 'callId') });
}
