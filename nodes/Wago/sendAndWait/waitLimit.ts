import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { asNumber, asText, InputError } from '../engine/parameters';

const MILLISECONDS: Readonly<Record<string, number>> = {
	minutes: 60_000,
	hours: 3_600_000,
	days: 86_400_000,
};

/** The option as n8n's own send-and-wait operations have it. */
export const waitLimitOption: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	placeholder: 'Add limit',
	description:
		'How long to wait for an answer. After it the workflow goes on with the input of this node, without an answer.',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					default: 'afterTimeInterval',
					options: [
						{ name: 'After Time Interval', value: 'afterTimeInterval' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime' },
					],
					description: 'Whether to wait for some time or until a point in time',
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					description: 'How many of the unit to wait',
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					default: 'hours',
					options: [
						{ name: 'Days', value: 'days' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Minutes', value: 'minutes' },
					],
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					description: 'Unit of the amount',
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
					description: 'When to go on without an answer',
				},
			],
		},
	],
};

/** When the waiting ends without an answer; `now` in milliseconds since 1970. Throws {@link InputError} for no time. */
export function waitTill({ limitWaitTime }: IDataObject, now: number): Date {
	const limit = (limitWaitTime as IDataObject | undefined)?.values as IDataObject | undefined;
	if (!limit) return WAIT_INDEFINITELY;
	const date =
		limit.limitType === 'atSpecifiedTime' ? pointInTime(limit) : afterInterval(limit, now);
	if (Number.isFinite(date.getTime())) return date;
	throw new InputError("'Limit Wait Time' is no time", 'Check its amount, or its date and time.');
}

function pointInTime({ maxDateAndTime }: IDataObject): Date {
	return new Date(asText(maxDateAndTime, 'Max Date and Time'));
}

function afterInterval({ resumeAmount = 1, resumeUnit = 'hours' }: IDataObject, now: number): Date {
	const amount = asNumber(resumeAmount, 'Amount', { minValue: 0 });
	return new Date(now + amount * MILLISECONDS[asText(resumeUnit, 'Unit')]);
}
