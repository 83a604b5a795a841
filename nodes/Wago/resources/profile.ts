import type { IDataObject } from 'n8n-workflow';

import { pick, pickFilled, withCleanNames } from '../../shared/api/answer';
import { get, post } from '../../shared/api/endpoint';
import { bodyOf } from '../../shared/api/wire';
import { isObject, present } from '../../shared/lib/lookup';
import { withAdditionalFields } from '../engine/body';
import { defineCall, defineProcedure, type Resource } from '../engine/operation';
import { additionalBodyFieldsOption } from '../engine/operationFields';
import { mediaFields } from '../sending/fileFields';
import { resolveMedia } from '../sending/outgoingFile';

const nameEndpoint = post('/user/name', { provenance: 'listed' });

const setName = defineCall({
	value: 'setName',
	name: 'Set Name',
	action: 'Set name of own profile',
	description: 'Change the name that others see',
	endpoints: [nameEndpoint],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Example Support',
			description: 'Name of the account',
		},
	],
	request: (parameters) => ({
		endpoint: nameEndpoint,
		body: bodyOf('/user/name', { name: parameters.required('name') }),
	}),
	output: (_answer, parameters) => ({ json: { name: parameters.required('name') } }),
});

const photoEndpoint = post('/user/profile', { provenance: 'listed' });

const setPhoto = defineProcedure({
	value: 'setPhoto',
	name: 'Set Photo',
	action: 'Set photo of own profile',
	description: 'Change the picture of the account. WhatsApp takes JPEG only.',
	endpoints: [photoEndpoint],
	fields: mediaFields('photo'),
	options: [additionalBodyFieldsOption],
	run: async (tools) => {
		const { parameters, call } = tools;
		const { dataUrl } = await resolveMedia('photo', tools);
		const body = withAdditionalFields(
			bodyOf('/user/profile', { image: dataUrl }),
			parameters.options,
		);
		const { data } = await call({ endpoint: photoEndpoint, body });
		return [{ json: present({ updated: true, pictureId: pickFilled(data, 'pictureId') }) }];
	},
});

const presenceEndpoint = post('/user/presence', { provenance: 'listed' });

/** The values are whatsmeow's `types.Presence`. */
const setPresence = defineCall({
	value: 'setPresence',
	name: 'Set Presence',
	action: 'Set presence of own profile',
	description: 'Show the account as online or offline',
	endpoints: [presenceEndpoint],
	fields: [
		{
			displayName: 'State',
			name: 'state',
			type: 'options',
			default: 'available',
			options: [
				{ name: 'Available', value: 'available', description: 'Show the account as online' },
				{
					name: 'Unavailable',
					value: 'unavailable',
					description: 'Show the account as offline, so that the phone rings for new messages',
				},
			],
			description: 'What others see',
		},
	],
	request: (parameters) => ({
		endpoint: presenceEndpoint,
		body: bodyOf('/user/presence', { state: parameters.required('state') }),
	}),
	output: (_answer, parameters) => ({ json: { state: parameters.required('state') } }),
});

const privacyEndpoint = get('/user/privacy', { provenance: 'listed' });

const getPrivacy = defineCall({
	value: 'getPrivacy',
	name: 'Get Privacy',
	action: 'Get privacy settings of own profile',
	description: 'Get who may see the last seen time, the picture and more',
	endpoints: [privacyEndpoint],
	fields: [],
	simplify: true,
	request: () => ({ endpoint: privacyEndpoint }),
	output: ({ data }) => {
		const settings = pick(data, 'privacy') ?? data;
		return { json: (isObject(settings) ? withCleanNames(settings) : {}) as IDataObject };
	},
});

export const profile: Resource = {
	value: 'profile',
	name: 'Profile',
	operations: [setName, setPhoto, setPresence, getPrivacy],
};
