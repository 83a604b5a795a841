/** Countries whose mobile numbers have two spellings, of which an account has one. */
const REGISTERED_AS: ReadonlyArray<readonly [RegExp, string]> = [
	// Brazil: outside the area codes 11 to 28, accounts are mostly without the ninth digit.
	[/^55([3-9]\d)9(\d{8})$/, '55$1$2'],
	[/^52(\d{10})$/, '521$1'],
	[/^54(?!9)(\d{10})$/, '549$1'],
];

/** The number under which WhatsApp has the account: in some countries another spelling than the one that is dialled. */
export function registeredPhone(phone: string): string {
	const rule = REGISTERED_AS.find(([pattern]) => pattern.test(phone));
	return rule ? phone.replace(rule[0], rule[1]) : phone;
}

/** Whether somebody lets nobody add them to groups: every number that ends in 0403, WhatsApp's code for it. */
export function refusesGroups(phone: string): boolean {
	return phone.endsWith('0403');
}

/** Whether there is an account: for every number except those that end in 0000. */
export function isOnWhatsApp(phone: string): boolean {
	return !phone.endsWith('0000');
}
