import { lidOf } from '../addressBook';
import type { Session } from '../session';
import type { Proto } from './message';
import { goTime } from './time';

export interface IncomingCall {
	/** The caller's address. */
	readonly from: string;
	readonly callId: string;
	readonly isVideo?: boolean;
	/** The call ends, for this reason. */
	readonly ends?: string;
}

/**
 * The `jsonData` of a call that rings, or ends (whatsmeow, types/events/call.go). The node in `Data` is as WhatsApp
 * sends it, with the child `video` only where the camera is on, which comes from knowledge of the protocol.
 */
export function callEvent(session: Session, call: IncomingCall, time: Date): Proto {
	const { from: phone, callId, ends } = call;
	const lid = lidOf(session.book, phone);
	const creator = lid || phone;
	const meta = {
		From: creator,
		Timestamp: goTime(time),
		CallCreator: creator,
		CallCreatorAlt: lid && phone,
		CallID: callId,
		GroupJID: '',
	};
	const Attrs = { 'call-creator': creator, 'call-id': callId };
	if (ends !== undefined) {
		const Data = { Tag: 'terminate', Attrs: { ...Attrs, reason: ends }, Content: null };
		return { event: { ...meta, Reason: ends, Data }, type: 'CallTerminate' };
	}
	const Data = {
		Tag: 'offer',
		Attrs: { ...Attrs, ...(lid && { caller_pn: phone }), joinable: '1' },
		Content: offerNodes(call),
	};
	const remote = { RemotePlatform: 'android', RemoteVersion: '2.26.7.70' };
	return { event: { ...meta, ...remote, Data }, type: 'CallOffer' };
}

function offerNodes({ isVideo = false }: IncomingCall): Proto[] {
	return [
		{ Tag: 'audio', Attrs: { enc: 'opus', rate: '16000' }, Content: null },
		...(isVideo ? [{ Tag: 'video', Attrs: { dec: 'H264', enc: 'vp8' }, Content: null }] : []),
		{ Tag: 'net', Attrs: { medium: '3' }, Content: null },
		{ Tag: 'capability', Attrs: { ver: '1' }, Content: 'AQX3CQ==' },
	];
}
