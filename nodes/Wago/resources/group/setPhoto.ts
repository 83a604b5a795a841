import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { present } from '../../../shared/lib/lookup';
import { withAdditionalFields } from '../../engine/body';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';
import { resolveMedia } from '../../sending/outgoingFile';
import { mediaFields } from '../../sending/fileFields';
import { groupIdField, readGroupId } from './groupId';

const endpoint = post('/group/photo', { provenance: 'listed' });
const keys = bodyKeys('/group/photo');

export const setPhoto = defineProcedure({
	value: 'setPhoto',
	name: 'Set Photo',
	action: 'Set photo of group',
	description: 'Change the picture of a group. WhatsApp takes JPEG only.',
	endpoints: [endpoint],
	fields: [groupIdField, ...mediaFields('photo')],
	options: [additionalBodyFieldsOption],
	run: async (tools) => {
		const { parameters, call } = tools;
		const groupId = readGroupId(parameters);
		const { dataUrl } = await resolveMedia('photo', tools);
		const request = { [keys.groupId]: groupId, [keys.image]: dataUrl };
		const body = withAdditionalFields(request, parameters.options);
		const { data } = await call({ endpoint, body });
		return [{ json: present({ groupId, pictureId: pickFilled(data, 'pictureId') }) }];
	},
});
