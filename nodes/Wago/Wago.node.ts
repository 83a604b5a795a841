import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { description } from './description';
import { executeWago } from './execute';

/** Programmatic, because WhatsApp messages must go out in order and one at a time. */
export class Wago implements INodeType {
	description = description;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeWago(this);
	}
}
