import type { IDataObject } from 'n8n-workflow';

import { pick, pickText } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { present } from '../../../shared/lib/lookup';
import { defineCall } from '../../engine/operation';

const endpoint = post('/call/webrtc/offer', { fields: ['callID', 'type', 'sdp'] });

export const sendWebrtcOffer = defineCall({
	value: 'sendWebrtcOffer',
	name: 'Send WebRTC Offer',
	action: 'Send WebRTC offer',
	description: "Give WaGo a browser's offer for the audio of a call, and get the answer",
	endpoints: [endpoint],
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
			endpoint,
			body: {
				callID: parameters.required('callId'),
				type: 'offer',
				// As it is: SDP ends with a line break.
				sdp: parameters.text('sdp'),
			},
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
