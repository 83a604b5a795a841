/** Country codes of one and two digits; every other has three. None begins another (ITU-T E.164). */
const COUNTRY_CODE =
	/^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d\d)(?=\d)/;

/**
 * Countries whose own numbers begin with 0: Italy and San Marino, Côte d'Ivoire, Burkina Faso, Benin, Gabon, Congo,
 * Rwanda, Tajikistan. Everywhere else a 0 is dialled before the number inside the country, and nowhere abroad.
 * Source: metadata of libphonenumber.
 */
const ZERO_BELONGS: ReadonlySet<string> = new Set([
	'39',
	'378',
	'225',
	'226',
	'229',
	'241',
	'242',
	'250',
	'992',
]);

/**
 * The country code and what follows it without zeros, where the number has a 0 that is not dialled from abroad, as
 * in '+44 (0)20 7946 0958'; `undefined` for a number as it should be. `digits` begins with a country code.
 */
export function trunkZero(digits: string): { countryCode: string; rest: string } | undefined {
	const countryCode = COUNTRY_CODE.exec(digits)?.[0];
	if (countryCode === undefined || ZERO_BELONGS.has(countryCode)) return undefined;
	const national = digits.slice(countryCode.length);
	const rest = national.replace(/^0+/, '');
	return rest === national ? undefined : { countryCode, rest };
}
