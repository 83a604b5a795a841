/** What people read of a failure. */
export interface Wording {
	/** Stands before WaGo's own words. 'WaGo answered' unless there is something better. */
	readonly message?: string;
	readonly advice: string;
}

/**
 * What to do next, for each failure. No advice leads to an operation whose own failure leads back here: where WaGo
 * says two things that contradict each other, the advice names both.
 */
export const WORDING = {
	unauthorized: {
		message: 'WaGo does not know this token',
		advice:
			"Check 'Token' in the WaGo credential: it must be the token of a session that exists on this server.",
	},
	invalidAdminToken: {
		message: 'WaGo refused the admin token',
		advice:
			"Check 'Admin Token' in the WaGo Admin credential: it must be the one that the server was started with. Where a token is deleted, 'Target Token' may be the one that WaGo does not know.",
	},
	forbidden: {
		message: 'The server refused the request',
		advice:
			'Most often this is a firewall or a proxy in front of WaGo: let the address of n8n pass there. If nothing stands in front of WaGo, check the token of the credential.',
	},
	licence: {
		message: 'WaGo refused because of its licence',
		advice:
			"The licence has to be activated or renewed with WaGo's vendor, and some interactive messages are not part of every licence. 'Get License' of the resource 'Server' shows what WaGo knows of it.",
	},
	noSession: {
		advice:
			"The session has no connection to WhatsApp. Run the operation 'Connect' of the resource 'Session'; if that says 'already connected', WaGo is reconnecting by itself: try again in a minute.",
	},
	notLoggedIn: {
		advice:
			"The session is not linked to a phone. Run 'Get QR Code' of the resource 'Session', scan it with WhatsApp (Linked Devices), then use 'Wait for Login'.",
	},
	notDisconnectable: {
		advice:
			'WaGo disconnects only a session that is logged in. A linked session that is offline reconnects by itself, and one that was never linked has no connection to end: there is nothing to do.',
	},
	alreadyConnected: {
		advice:
			"WaGo holds this session and connects it by itself. If 'Get Status' still says that it is not connected, WaGo is trying: wait, and check that its machine reaches WhatsApp. 'Disconnect' first is needed only to change the events.",
	},
	alreadyLoggedIn: {
		advice:
			"The session is linked to a phone already. Use 'Log Out' first if another phone has to be linked.",
	},
	tokenTaken: {
		advice:
			"A session with this name or token exists. Choose another, or use the one that is there: 'Get Many' of the resource 'Session Token' lists them.",
	},
	connectFailed: {
		advice:
			"WaGo could not reach WhatsApp in time. Check the network of WaGo's machine, then look at 'Get Status': WaGo may have connected meanwhile.",
	},
	outdated: {
		advice: 'WhatsApp does not accept this version of WaGo any more: update WaGo.',
	},
	banned: {
		message: 'WhatsApp has banned the account',
		advice:
			'Stop sending. WhatsApp on the phone says until when, and how to object. Afterwards send less, more slowly, and only to people who expect it.',
	},
	missingField: {
		advice:
			"A field that this WaGo version requires was not sent. Fill it in, or add it under Options > 'Additional Body Fields'.",
	},
	badRequest: {
		advice:
			"Check the values of this item. If this WaGo version wants other fields, add them under Options > 'Additional Body Fields'.",
	},
	badAddress: {
		advice:
			"WaGo takes phone numbers in digits with their country code, and JIDs with nothing but digits before the '@', as the WaGo Trigger gives them in 'chat.id': no group that was made before 2021, whose ID has a hyphen, and not 'status@broadcast'. Send to another number or group.",
	},
	notOnWhatsApp: {
		advice:
			"The number is probably not on WhatsApp. 'Check' of the resource 'Contact' tells, also how WhatsApp writes the number.",
	},
	noKeys: {
		advice:
			"WhatsApp gave no keys for the recipient's devices, so the message was not encrypted. That usually passes: repeat it after a minute. If it stays, use 'Check' of the resource 'Contact'.",
	},
	noPushName: {
		advice:
			"WhatsApp has not sent the name of the account yet. Wait a minute after the login, or set one with 'Set Name' of the resource 'Profile'.",
	},
	noPrivacyToken: {
		advice:
			'WhatsApp shows the presence of people who have a chat with the account: write to the contact first.',
	},
	rateLimited: {
		message: 'WhatsApp or the server slows this account down',
		advice:
			"Stop for some minutes, then send more slowly: Options > 'Pacing' sets a gap between messages. New accounts that write to people who never wrote to them reach this limit first.",
	},
	limitReached: {
		message: "A limit of WhatsApp's is reached",
		advice:
			'A group, a community or the account has as many members or entries as WhatsApp allows.',
	},
	notAllowed: {
		message: 'The account may not do that',
		advice:
			'In a group most changes, and sometimes writing, are for admins: make the account an admin, and check that it is still a member. Elsewhere the settings of the other person forbid it.',
	},
	notInGroup: {
		advice:
			"The account is not a member of this group. Join it with 'Join' of the resource 'Group', or have an admin add the account.",
	},
	noSuchGroup: {
		advice:
			"Check the ID of the group (it ends in '@g.us'): 'Get Many' of the resource 'Group' lists those of the account.",
	},
	badInvite: {
		message: 'The link leads nowhere',
		advice:
			'It was reset, or is not complete: ask an admin for the present one. Somebody who was removed from a group cannot come back by its link.',
	},
	conflict: {
		advice:
			'Something like it is there already. Look at the present state before you change it: it may be what you wanted.',
	},
	gone: {
		message: 'It is not there any more',
		advice: 'The link, group or channel was deleted or reset: ask its owner for the present one.',
	},
	notAcceptable: {
		message: 'WhatsApp does not accept the values',
		advice:
			'Check the IDs and texts of this item: each ID must be complete, and texts within the lengths that the phone allows.',
	},
	whatsappRefused: {
		message: 'WhatsApp refused it',
		advice:
			"Check the recipient with 'Check' of the resource 'Contact', and try the same on the phone: what WhatsApp refuses there, no program can do.",
	},
	whatsappTrouble: {
		message: 'WhatsApp could not do it at the moment',
		advice: "The trouble is on WhatsApp's side and usually passes: repeat it later.",
	},
	whatsappTimedOut: {
		message: 'WhatsApp did not answer WaGo in time',
		advice: "If it happens often, check the network of WaGo's machine.",
	},
	mediaExpired: {
		message: 'WhatsApp does not keep this file any more',
		advice:
			'WhatsApp keeps files for some weeks, and a link for some days. Download soon after the message, or ask the sender to send it again.',
	},
	mediaDoesNotFit: {
		advice:
			"The fields do not describe one file. Give 'Download Media' the whole 'media.download' of one item of the WaGo Trigger, unchanged.",
	},
	mediaUnreadable: {
		message: 'WaGo cannot read this picture',
		advice:
			"Convert it to JPEG or PNG, for example with the node 'Edit Image', or use 'Send Document'.",
	},
	mediaUnreachable: {
		message: 'WaGo could not get the file',
		advice:
			"An address must be reachable from WaGo's own machine, without a login. A file that was received can be tried again.",
	},
	uploadFailed: {
		message: "WaGo could not hand the file to WhatsApp's server",
		advice: "Repeat it. If it stays, check the network of WaGo's machine and the size of the file.",
	},
	tooLarge: {
		message: 'The file is larger than WaGo or the proxy in front of it allows',
		advice:
			"Raise the proxy's limit (nginx: client_max_body_size; base64 makes a file a third larger), or use 'Send Media by URL': then only the address passes the proxy.",
	},
	databaseBusy: {
		message: "WaGo's database was busy",
		advice: 'That passes by itself: repeat it after a few seconds.',
	},
	unknownRoute: {
		message: 'The server has no such route',
		advice:
			"Either 'Base URL' of the credential leads to another program or lacks a path, or this version of WaGo does not have the endpoint: the page /api of your server lists those it has.",
	},
	notFound: {
		message: 'WhatsApp or WaGo does not know what was asked for',
		advice:
			'What this item names does not exist for this session, or not any more. Compare it with what the operations that list things give.',
	},
	serverFailure: {
		message: 'WaGo could not do what was asked',
		advice:
			"Look into WaGo's log. The operation 'Diagnose' of the resource 'Server' checks the usual causes.",
	},
	gateway: {
		message: 'The proxy in front of WaGo got no answer from it',
		advice:
			"Check whether WaGo runs. If it is only slow, raise the proxy's time-out (nginx: proxy_read_timeout).",
	},
	notWago: {
		message: 'The answer is not from WaGo',
		advice:
			"Something else answers at this address: a proxy's page, perhaps, or another program. Check 'Base URL' in the credential and the proxy in front of WaGo.",
	},
	emptyAnswer: {
		message: 'The answer is empty',
		advice:
			"WaGo answers with JSON: perhaps another program or a proxy stands at this address. Check 'Base URL' in the credential.",
	},
	redirected: {
		message: 'The server redirects to another address',
		advice:
			"Put the final address into 'Base URL' of the credential; redirects are not followed, to keep the token safe.",
	},
	needsTls: {
		message: 'The server wants an encrypted connection',
		advice: "Write 'https://' in 'Base URL' of the credential.",
	},
	noTls: {
		message: 'The server does not encrypt at this port',
		advice: "Write 'http://' in 'Base URL' of the credential, or the port that has a certificate.",
	},
	invalidAddress: {
		message: "'Base URL' of the credential is no address",
		advice: "Write it with 'http://' or 'https://', for example 'http://localhost:1337'.",
	},
	refused: {
		message: 'Nothing answers at the address of WaGo',
		advice:
			"Check that WaGo runs and that 'Base URL' of the credential has the right host and port.",
	},
	unknownHost: {
		message: 'The host name of WaGo is unknown',
		advice:
			"Check 'Base URL' in the credential. In Docker, use the name of WaGo's service, and put both containers into one network.",
	},
	timedOut: {
		message: 'WaGo did not answer in time',
		advice: "Raise Options > 'Timeout' if the server is slow.",
	},
	blockedAddress: {
		message: 'n8n blocks requests to the address of WaGo',
		advice:
			"n8n's protection against server-side request forgery is on and WaGo has a private address. Add it to the environment variable N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES of n8n.",
	},
	certificate: {
		message: "The certificate of WaGo's server was not accepted",
		advice:
			"Let n8n trust it with the environment variable NODE_EXTRA_CA_CERTS, or use a certificate of a public authority for the very name in 'Base URL'. The credential's 'Ignore SSL Issues' skips the check.",
	},
	cancelled: { message: 'The request was cancelled', advice: 'The execution was stopped.' },
	network: {
		message: 'The connection to WaGo broke',
		advice: 'Check the network between n8n and WaGo, and whether WaGo restarted.',
	},
} satisfies Readonly<Record<string, Wording>>;
