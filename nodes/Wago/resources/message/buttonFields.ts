import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { requiredText } from '../../fields/lists';
import { toPhone } from '../../sending/recipient';

/** What every interactive message may show below its text. */
export const footerField: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Answer until Friday',
	description: 'Small text below the message',
};

export const buttonTextField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	default: '',
	placeholder: 'e.g. Yes',
	description: 'What the button says',
};

export const buttonIdField: INodeProperties = {
	displayName: 'ID',
	name: 'id',
	type: 'string',
	default: '',
	placeholder: 'e.g. yes',
	description: 'What comes back when the button is tapped. By default its text.',
};

export const buttonUrlField: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com',
	description: 'Page that a URL button opens',
};

export const buttonPhoneField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +55 11 91234-5678',
	description: 'Number that a call button calls',
};

/** The digits of the number of a call button. Throws {@link InputError} for anything else: groups can't be called. */
export function callNumber(row: IDataObject): string {
	const { name, displayName } = buttonPhoneField;
	return toPhone(requiredText(row, name, displayName), displayName);
}

/** Said in each description: WaGo's documentation says so of all interactive messages. */
export const MAY_DIFFER = 'WhatsApp may show it differently on each device, or not at all: test it';

/** The same where it is seen while the message is made. */
export const mayDifferNotice: INodeProperties = {
	displayName: `${MAY_DIFFER}.`,
	name: 'notice',
	type: 'notice',
	default: '',
};
