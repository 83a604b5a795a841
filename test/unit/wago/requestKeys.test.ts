import type { IDataObject } from 'n8n-workflow';

import { BODIES } from '../../../nodes/shared/api/wire';
import { fieldsOf } from '../../../nodes/Wago/engine/operationFields';
import type { SendOperation } from '../../../nodes/Wago/engine/operation';
import { Parameters } from '../../../nodes/Wago/engine/parameters';
import { sendAudio } from '../../../nodes/Wago/resources/message/sendAudio';
import { sendButtons } from '../../../nodes/Wago/resources/message/sendButtons';
import { sendCarousel } from '../../../nodes/Wago/resources/message/sendCarousel';

const text = 'Hi';
const media = { dataUrl: 'data:,', mimeType: 'x/y', fileName: 'x' };
const buttons = [{ text: 'OK' }];
const targets = [
	{ type: 'copy', text: 'Code', copyCode: 'TEN' },
	{ type: 'call', text: 'Call', phoneNumber: '15550100002' },
];
const cards = (mediaUrl: string) => [{ text, mediaUrl, buttons: targets }];

const messageOf = (operation: SendOperation, values: IDataObject) => {
	const read = (name: string, fallback: unknown) => values[name] ?? fallback;
	const [message] = operation.messages(new Parameters(read, fieldsOf(operation)), media);
	return message;
};

/** The fields that every message gets, whatever it is. */
const ADDED_TO_ALL = ['recipient', 'messageId', 'contextInfo'];

/** Requests of operations that choose between endpoints, with every field filled in. */
it.each<[keyof typeof BODIES, SendOperation, IDataObject]>([
	['/send/audio', sendAudio, {}],
	['/send/buttons', sendButtons, { text, buttons, footer: 'x' }],
	['/send/mediabutton', sendButtons, { text, buttons, footer: 'x', header: 'image' }],
	['/send/carousel', sendCarousel, { text, cards: cards('') }],
	['/send/carouselmedia', sendCarousel, { text, cards: cards('http://x/y') }],
])('%s has the keys of its own table and no others', (path, operation, values) => {
	const keys = BODIES[path].inferred as Record<string, string>;
	const originals = { ...keys };
	for (const name of Object.keys(keys)) keys[name] = `changed ${name}`;
	const { endpoint, body } = messageOf(operation, values);
	Object.assign(keys, originals);
	expect(endpoint.path).toBe(path);
	const sent = JSON.stringify(body);
	const own = Object.keys(keys).filter((name) => !ADDED_TO_ALL.includes(name));
	for (const name of own) expect(sent).toContain(`changed ${name}`);
});
