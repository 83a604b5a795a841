/**
 * A text in which `@Name` of a group's member, or of the account, became the number behind an @, as a phone sends it.
 * @returns `{ text, mentions? }`, `mentions` being addresses
 */
export function withMentions(text, app) {
	const { jid } = app.chat;
	if (!jid.endsWith('@g.us')) return { text };
	const members = app.actorsOf(jid).map((actor) => (actor === 'me' ? app.session.jid : actor));
	const named = members.map((member) => [member, `@${nameIn(app, member)}`, `@${userOf(member)}`]);
	const spelled = named.reduce((done, [, name, number]) => done.replaceAll(name, number), text);
	const mentions = named
		.filter(([, , number]) => spelled.includes(number))
		.map(([member]) => member);
	return mentions.length > 0 ? { text: spelled, mentions } : { text };
}

const userOf = (jid) => jid.split('@')[0];
const nameIn = (app, jid) => app.account.nameOf(jid);
