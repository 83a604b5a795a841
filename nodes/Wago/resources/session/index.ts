import type { Resource } from '../../engine/operation';
import { connect } from './connect';
import { disconnect } from './disconnect';
import { getQrCode } from './getQrCode';
import { getStatus } from './getStatus';
import { logout } from './logout';
import { pair } from './pair';
import { waitForLogin } from './waitForLogin';

export const session: Resource = {
	value: 'session',
	name: 'Session',
	operations: [getStatus, connect, disconnect, getQrCode, logout, pair, waitForLogin],
};
