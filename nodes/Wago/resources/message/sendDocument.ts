import { post } from '../../../shared/api/endpoint';
import { bodyOf } from '../../../shared/api/wire';
import { defineSend } from '../../engine/operation';
import { captionField, fileNameField, mimeTypeField } from '../../sending/fileFields';

const endpoint = post('/send/document');

export const sendDocument = defineSend({
	value: 'sendDocument',
	name: 'Send Document',
	action: 'Send document message',
	description: 'Send a file of any type, which the recipient can open or save',
	endpoints: [endpoint],
	media: 'document',
	fields: [captionField, fileNameField, mimeTypeField],
	messages: (parameters, { dataUrl, fileName, mimeType }) => {
		const caption = parameters.optional('caption');
		const file = { document: dataUrl, fileName, mimeType };
		return [{ endpoint, body: bodyOf('/send/document', { ...file, caption }), typed: caption }];
	},
});
