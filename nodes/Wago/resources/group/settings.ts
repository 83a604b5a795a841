import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { present } from '../../../shared/lib/lookup';
import { withAdditionalFields } from '../../engine/body';
import { defineCall, defineProcedure } from '../../engine/operation';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { mediaFields } from '../../sending/fileFields';
import { resolveMedia } from '../../sending/outgoingFile';
import { groupIdField, groupNameField, readGroupId } from './groupId';

const nameEndpoint = post('/group/name', { provenance: 'listed' });

export const setName = defineCall({
	value: 'setName',
	name: 'Set Name',
	action: 'Set name of group',
	description: 'Change the name of a group',
	endpoints: [nameEndpoint],
	fields: [groupIdField, groupNameField],
	request: (parameters) => ({
		endpoint: nameEndpoint,
		body: bodyOf('/group/name', {
			groupId: readGroupId(parameters),
			name: parameters.required('name'),
		}),
	}),
	output: (_answer, parameters) => ({
		json: { groupId: readGroupId(parameters), name: parameters.required('name') },
	}),
});

const photoEndpoint = post('/group/photo', { provenance: 'listed' });

export const setPhoto = defineProcedure({
	value: 'setPhoto',
	name: 'Set Photo',
	action: 'Set photo of group',
	description: 'Change the picture of a group. WhatsApp takes JPEG only.',
	endpoints: [photoEndpoint],
	fields: [groupIdField, ...mediaFields('photo')],
	options: [additionalBodyFieldsOption],
	run: async (tools) => {
		const { parameters, call } = tools;
		const groupId = readGroupId(parameters);
		const { dataUrl } = await resolveMedia('photo', tools);
		const request = bodyOf('/group/photo', { groupId: groupId, image: dataUrl });
		const body = withAdditionalFields(request, parameters.options);
		const { data } = await call({ endpoint: photoEndpoint, body });
		return [{ json: present({ groupId, pictureId: pickFilled(data, 'pictureId') }) }];
	},
});
