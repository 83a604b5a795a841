import { parsed } from '../lib/json.js';

/** Why a message started no workflow: what the simulator and the WaGo Trigger call it, in plain words. */
const WORDS = {
	noWebhook: 'No webhook: publish a workflow',
	notSubscribed: 'WaGo was not asked for messages: its session is not subscribed to them',
	chatType: 'Started nothing: the trigger does not take this type of chat (Chat Types)',
	duplicate: 'Started nothing: the trigger has had this message before',
	event: 'Started nothing: the trigger is not set to this event (Events)',
	kind: 'Started nothing: the trigger does not take this kind of message (Kinds)',
	noise: 'Started nothing: WhatsApp housekeeping, which nobody wrote',
	ownMessage:
		'Started nothing: the trigger leaves out messages of the account itself (Own Messages)',
	sender: 'Started nothing: the trigger’s filters leave out this sender',
	text: 'Started nothing: the text does not match the trigger’s filters',
	tooOld: 'Started nothing: the message is older than the trigger’s filters allow',
	unreadable: 'Started nothing: the trigger could not read the delivery',
};

/** @returns the trigger's name for why a delivery started nothing; `undefined` where it started or nobody says */
export function reasonOf({ answer }) {
	const told = parsed(answer);
	return told?.started === false ? (told.reason ?? 'unknown') : undefined;
}

/** A reason for people; one that the page does not know is shown as it came. */
export const inWords = (reason) => WORDS[reason] ?? `Started nothing: ${reason}`;

/** A try that nobody accepted, for people. */
export const failureInWords = ({ status, error }) =>
	`Not delivered: the webhook ${status ? `answered ${status}` : `gave no answer (${error})`}`;
