import { post } from '../../../shared/api/endpoint';
import { filled } from '../../engine/body';
import { defineSend } from '../../engine/operation';
import { captionField, fileNameField, mimeTypeField } from '../../sending/fileFields';

const endpoint = post('/send/document', {
	fields: ['Phone', 'Document', 'FileName', 'Caption', 'Mimetype'],
});

export const sendDocument = defineSend({
	value: 'sendDocument',
	name: 'Send Document',
	action: 'Send document message',
	description: 'Send a file of any type, which the recipient can open or save',
	endpoints: [endpoint],
	media: 'document',
	fields: [captionField, fileNameField, mimeTypeField],
	messages: (parameters, { dataUrl, fileName, mimeType }) => {
		const caption = parameters.text('caption');
		const body = { Document: dataUrl, FileName: fileName, Mimetype: mimeType, Caption: caption };
		return [{ endpoint, body: filled(body), typed: caption }];
	},
});
