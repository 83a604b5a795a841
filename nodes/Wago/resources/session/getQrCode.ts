import { NodeOperationError } from 'n8n-workflow';

import { pickText } from '../../../shared/api/answer';
import { get } from '../../../shared/api/endpoint';
import { toNodeApiError } from '../../../shared/api/request';
import { isBase64, parseDataUrl } from '../../../shared/whatsapp/dataUrl';
import { defineProcedure, type ItemTools, type OperationOutput } from '../../engine/operation';
import { pause } from '../../engine/pause';

const endpoint = get('/session/qr');

/** A code is missing for a moment after connect, and while one takes the place of another. */
const ATTEMPTS = 4;
const RETRY_MILLISECONDS = 1000;

export const getQrCode = defineProcedure({
	value: 'getQrCode',
	name: 'Get QR Code',
	action: 'Get QR code of session',
	description:
		'Get the picture to scan with WhatsApp on the phone (Linked Devices). It is valid for about 20 seconds, then WaGo shows another.',
	endpoints: [endpoint],
	fields: [
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the output binary field to put the PNG picture in',
		},
	],
	run: async (tools) => {
		for (let attempt = 1; ; attempt++) {
			const reply = await tools.ask({ endpoint });
			const qrCode = reply.ok ? readQrCode(reply.answer.data) : undefined;
			if (qrCode) return [qrOutput(qrCode, tools)];
			const mayCome = reply.ok || reply.failure.code === 'noSession';
			if (!mayCome || attempt === ATTEMPTS) {
				throw reply.ok
					? noQrCode(tools)
					: toNodeApiError(tools.context, reply.failure, tools.itemIndex);
			}
			if (!(await pause(tools.context, RETRY_MILLISECONDS))) return [];
		}
	},
});

/** WaGo docs, /sessions/connect-and-scan: a data URL. A bare picture is taken as well. */
function readQrCode(data: unknown): string | undefined {
	const text = (typeof data === 'string' ? data : (pickText(data, 'qrCode') ?? '')).trim();
	if (parseDataUrl(text)) return text;
	return isBase64(text) ? `data:image/png;base64,${text}` : undefined;
}

function qrOutput(qrCode: string, { parameters }: ItemTools): OperationOutput {
	const { base64 = '', mimeType = '' } = parseDataUrl(qrCode) ?? {};
	const file = { base64, mimeType, fileName: 'qr.png' };
	return { json: { qrCode }, binary: { [parameters.required('binaryPropertyName')]: file } };
}

function noQrCode({ context, itemIndex }: ItemTools): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`WaGo shows no QR code at the moment [Item ${itemIndex}]`,
		{
			itemIndex,
			description:
				"Codes run out when nobody scans one for some minutes: 'Connect' of the resource 'Session' brings new ones. If it says 'already connected', the next code is about to come: try again after half a minute.",
		},
	);
}
