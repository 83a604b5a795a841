import { pickFilled } from '../../../shared/api/answer';
import { post } from '../../../shared/api/endpoint';
import { bodyKeys } from '../../../shared/api/wire';
import { present } from '../../../shared/whatsapp/lookup';
import { withAdditionalFields } from '../../body';
import { additionalBodyFieldsOption } from '../../fields';
import { defineProcedure } from '../../operation';
import { resolveMedia } from '../../sending/media';
import { mediaFields } from '../../sending/mediaFields';

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
