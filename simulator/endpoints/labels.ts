import { chatState } from '../addressBook';
import { required, optional, present } from '../fields';
import { requireJid } from '../jid';
import { post, type SessionEndpoint } from './endpoint';

const CHAT_LABEL = { jid: required('string'), labelid: required('string') };
const MESSAGE_LABEL = { ...CHAT_LABEL, messageid: required('string') };

function chatLabel(
	path: string,
	change: (labels: Set<string>, label: string) => void,
): SessionEndpoint {
	return post('documented', path, CHAT_LABEL, ({ session, body: { jid, labelid } }) => {
		change(chatState(session.book, requireJid(jid)).labels, labelid);
		return { Details: 'Label updated' };
	});
}

function messageLabel(
	path: string,
	change: (labels: Set<string>, label: string) => void,
): SessionEndpoint {
	return post(
		'documented',
		path,
		MESSAGE_LABEL,
		({ session, body: { jid, labelid, messageid } }) => {
			requireJid(jid);
			const { messageLabels } = session.book;
			const labels = messageLabels.get(messageid) ?? new Set<string>();
			messageLabels.set(messageid, labels);
			change(labels, labelid);
			return { Details: 'Label updated' };
		},
	);
}

const add = (labels: Set<string>, label: string) => void labels.add(label);
const remove = (labels: Set<string>, label: string) => void labels.delete(label);

/** WaGo docs, /labels/reference: all names in lower case. */
export const LABEL_ENDPOINTS: readonly SessionEndpoint[] = [
	chatLabel('/label/chat', add),
	chatLabel('/unlabel/chat', remove),
	messageLabel('/label/message', add),
	messageLabel('/unlabel/message', remove),
	post(
		'documented',
		'/label/edit',
		{
			labelid: required('string'),
			name: required('string'),
			color: present('integer'),
			// Without effect: the handler always sends the edit as enabled.
			action: optional('boolean'),
		},
		({ session, body: { labelid, name, color } }) => {
			session.book.labels.set(labelid, { name, color });
			return { Details: 'Label updated' };
		},
	),
];
