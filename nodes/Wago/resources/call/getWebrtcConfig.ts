import type { IDataObject } from 'n8n-workflow';

import { pick, pickList } from '../../../shared/api/answer';
import { get } from '../../../shared/api/endpoint';
import { present } from '../../../shared/lib/lookup';
import { defineCall } from '../../engine/operation';

const endpoint = get('/call/webrtc/config');

export const getWebrtcConfig = defineCall({
	value: 'getWebrtcConfig',
	name: 'Get WebRTC Config',
	action: 'Get WebRTC configuration',
	description: 'Get the ICE servers that a browser needs for the audio of a call',
	endpoints: [endpoint],
	fields: [],
	simplify: true,
	request: () => ({ endpoint }),
	output: ({ data }) => ({
		json: present({
			iceServers: pickList(data, 'iceServers') as IDataObject[],
			turn: pick(data, 'turn') as IDataObject | undefined,
		}),
	}),
});
