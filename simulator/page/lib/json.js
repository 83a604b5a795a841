/** What JSON says; `undefined` where it is none, or cut off. */
export function parsed(json) {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
