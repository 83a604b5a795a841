import type { Resource } from '../../engine/operation';
import { getStatus } from './getStatus';
import { getWebrtcConfig } from './getWebrtcConfig';
import { make } from './make';
import { sendWebrtcOffer } from './sendWebrtcOffer';

export const call: Resource = {
	value: 'call',
	name: 'Call',
	operations: [make, getStatus, getWebrtcConfig, sendWebrtcOffer],
};
