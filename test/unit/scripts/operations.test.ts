/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { execFile } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { promisify } from 'util';

import { operationRows, toMarkdown, toTable } from '../../../scripts/lib/operations';
import { projectRoot } from '../../../scripts/lib/paths';

/** What saved workflows depend on. */
const OPERATIONS: Record<string, string> = {
	session: 'connect disconnect getQrCode getStatus logout pair waitForLogin',
	token: 'create delete getAll getScanned',
	webhook: 'get set clear repair',
	message:
		'sendText sendImage sendVideo sendAudio sendDocument sendSticker sendMediaUrl sendLocation sendContact sendPoll sendButtons sendList sendTemplate sendCarousel sendLinkPreview sendGroupInvite requestLocation sendPixButton sendReviewAndPay react edit delete markAsRead getStatus sendChatPresence downloadMedia sendAndWait',
	group: 'getAll get create updateParticipants join leave getInviteLink setName setPhoto',
	contact: 'getAll get check getAvatar block unblock getBlocklist',
	profile: 'setName setPhoto setPresence getPrivacy',
	chat: 'pin unpin mute archive',
	label: 'addToChat removeFromChat addToMessage removeFromMessage edit',
	newsletter: 'create getAll get subscribe getMessages',
	community: 'create addGroups removeGroups',
	call: 'make getStatus getWebrtcConfig sendWebrtcOffer',
	server: 'getHealth diagnose request getLicense update',
};

const rows = operationRows();
const operationsOf = (resource: string) => [
	...new Set(rows.filter((row) => row.resource === resource).map(({ operation }) => operation)),
];

it('has the resources of the interface', () => {
	expect([...new Set(rows.map(({ resource }) => resource))].sort()).toEqual(
		Object.keys(OPERATIONS).sort(),
	);
});

it.each(Object.entries(OPERATIONS))('has the operations of %s', (resource, names) => {
	expect(operationsOf(resource).sort()).toEqual(names.split(' ').sort());
});

it('has each endpoint of an operation once, with a header and a provenance', () => {
	const keys = rows.map(({ resource, operation, method, path }) =>
		[resource, operation, method, path].join(' '),
	);
	expect(new Set(keys).size).toBe(keys.length);
	for (const { method, path, auth, provenance } of rows) {
		expect(path).toMatch(/^\/[\w/*]+$/);
		expect(['GET', 'POST', 'PUT', 'DELETE']).toContain(method);
		expect(['token', 'admintoken', 'both', 'none']).toContain(auth);
		expect(['documented', 'listed', 'inferred']).toContain(provenance);
	}
});

it('is a table for people', () => {
	const [head, first] = toTable(rows).split('\n');
	expect(head).toMatch(/^resource +operation +method +path +auth +provenance$/);
	expect(first).toMatch(/^session +\w+ +(GET|POST) +\/session\/\w+ +token +documented$/);
});

it('is JSON for programs', async () => {
	const script = join(projectRoot, 'scripts/run.mjs');
	const { stdout } = await promisify(execFile)(process.execPath, [script, 'operations', '--json']);
	expect(JSON.parse(stdout)).toEqual(rows);
});

it('is what docs/operations.md shows: npm run operations -- --markdown writes it', () => {
	const page = readFileSync(join(projectRoot, 'docs/operations.md'), 'utf8');
	expect(page).toBe(toMarkdown());
});
