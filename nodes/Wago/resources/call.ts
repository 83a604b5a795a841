import type { IDataObject } from 'n8n-workflow';

import {
	pick,
	pickEntries,
	pickFilled,
	pickList,
	pickText,
	withCleanNames,
} from '../../shared/api/answer';
import { get, post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import { isObject, present } from '../../shared/lib/lookup';
import { defineCall, type Resource } from '../engine/operation';
import { contactField, readContactId } from '../fields/people';

const makeEndpoint = post('/call/make');

const make = defineCall({
	value: 'make',
	name: 'Make',
	action: 'Make call',
	description: 'Start a voice call that WaGo manages',
	endpoints: [makeEndpoint],
	fields: [contactField],
	simplify: true,
	request: (parameters) => ({
		endpoint: makeEndpoint,
		body: bodyOf('/call/make', { phone: readContactId(parameters) }),
	}),
	output: ({ data }) => ({ json: readCall(data) }),
});

const statusEndpoint = get('/call/status');

const getStatus = defineCall({
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of calls',
	description: 'List the calls that WaGo manages at the moment',
	endpoints: [statusEndpoint],
	fields: [],
	simplify: true,
	list: true,
	request: () => ({ endpoint: statusEndpoint }),
	output: ({ data }) =>
		pickEntries(data, 'calls')
			.map(({ value }) => readCall(value))
			.filter(({ callId }) => callId !== undefined)
			.map((json) => ({ json })),
});

const configEndpoint = get('/call/webrtc/config');

const getWebrtcConfig = defineCall({
	value: 'getWebrtcConfig',
	name: 'Get WebRTC Config',
	action: 'Get WebRTC configuration',
	description: 'Get the ICE servers that a browser needs for the audio of a call',
	endpoints: [configEndpoint],
	fields: [],
	simplify: true,
	request: () => ({ endpoint: configEndpoint }),
	output: ({ data }) => ({
		json: present({
			iceServers: pickList(data, 'iceServers') as IDataObject[],
			turn: pick(data, 'turn') as IDataObject | undefined,
		}),
	}),
});

const offerEndpoint = post('/call/webrtc/offer');

const sendWebrtcOffer = defineCall({
	value: 'sendWebrtcOffer',
	name: 'Send WebRTC Offer',
	action: 'Send WebRTC offer',
	description: "Give WaGo a browser's offer for the audio of a call, and get the answer",
	endpoints: [offerEndpoint],
	fields: [
		{
			displayName: 'Call ID',
			name: 'callId',
			type: 'string',
			required: true,
			default: '={{ $json.callId }}',
			description: "ID of the call, as 'Make' returns it",
		},
		{
			displayName: 'SDP',
			name: 'sdp',
			type: 'string',
			typeOptions: { rows: 5 },
			required: true,
			default: '',
			placeholder: 'e.g. v=0 …',
			description: 'Session description that the browser has made as its offer',
		},
	],
	simplify: true,
	request: (parameters) => {
		parameters.required('sdp');
		return {
			endpoint: offerEndpoint,
			body: bodyOf('/call/webrtc/offer', {
				callId: parameters.required('callId'),
				type: 'offer',
				// As it is: SDP ends with a line break.
				sdp: parameters.text('sdp'),
			}),
		};
	},
	output: ({ data }, parameters) => ({
		json: present({
			callId: pickText(data, 'callId') ?? parameters.required('callId'),
			type: 'answer',
			sdp: pickText(data, 'sdp'),
			turn: pick(data, 'turn') as IDataObject | undefined,
		}),
	}),
});

export const call: Resource = {
	value: 'call',
	name: 'Call',
	operations: [make, getStatus, getWebrtcConfig, sendWebrtcOffer],
};

/** A call that WaGo manages. Only `callID` is documented: everything else comes along under clean names. */
function readCall(data: unknown): IDataObject {
	const held = pick(data, 'call');
	const call = isObject(held) ? held : data;
	const details = (isObject(call) ? withCleanNames(call) : {}) as IDataObject;
	return present({ ...details, callId: pickFilled(call, 'callId') ?? pickFilled(data, 'callId') });
}
