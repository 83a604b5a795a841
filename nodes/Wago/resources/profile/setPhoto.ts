import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { present } from '../../../shared/lib/lookup';
import { withAdditionalFields } from '../../engine/body';
import { additionalBodyFieldsOption } from '../../engine/operationFields';
import { defineProcedure } from '../../engine/operation';
import { resolveMedia } from '../../sending/outgoingFile';
import { mediaFields } from '../../sending/fileFields';

const endpoint = post('/user/profile', { provenance: 'listed' });
const keys = bodyKeys('/user/profile');

export const setPhoto = defineProcedure({
	value: 'setPhoto',
	name: 'Set Photo',
	action: 'Set photo of own profile',
	description: 'Change the picture of the account. WhatsApp takes JPEG only.',
	endpoints: [endpoint],
	fields: mediaFields('photo'),
	options: [additionalBodyFieldsOption],
	run: async (tools) => {
		const { parameters, call } = tools;
		const { dataUrl } = await resolveMedia('photo', tools);
		const body = withAdditionalFields({ [keys.image]: dataUrl }, parameters.options);
		const { data } = await call({ endpoint, body });
		return [{ json: present({ updated: true, pictureId: pickFilled(data, 'pictureId') }) }];
	},
});
