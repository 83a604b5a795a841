const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const PRECISE = new Intl.DateTimeFormat(undefined, {
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	fractionalSecondDigits: 3,
});

export const clock = (time) => CLOCK.format(new Date(time));
export const preciseClock = (time) => PRECISE.format(new Date(time));

/** A file's size for people. */
export function fileSize(bytes) {
	if (bytes < 1024) return `${bytes} B`;
	const units = ['kB', 'MB', 'GB'];
	const power = Math.min(units.length, Math.floor(Math.log(bytes) / Math.log(1024)));
	return `${(bytes / 1024 ** power).toFixed(1)} ${units[power - 1]}`;
}

/** The first letters of a name's first two words. */
export function initials(name) {
	const words = name
		.replace(/[^\p{L}\p{N} ]/gu, '')
		.split(' ')
		.filter(Boolean);
	return words
		.slice(0, 2)
		.map((word) => [...word][0].toUpperCase())
		.join('');
}

/** One line that says what a message is. */
export function summary({ content, isDeleted }) {
	if (isDeleted) return 'Message deleted';
	return content.text || content.title || summaryOfPart(content);
}

function summaryOfPart(content) {
	const [name, summarize] = SUMMARIES.find(([part]) => content[part]) ?? [];
	return summarize ? summarize(content[name]) : 'Message';
}

const MEDIA_NAMES = {
	audio: 'Audio',
	document: 'Document',
	image: 'Picture',
	sticker: 'Sticker',
	video: 'Video',
	videoNote: 'Video note',
	voice: 'Voice note',
};

const SUMMARIES = [
	['media', ({ as, fileName }) => (as === 'document' && fileName) || MEDIA_NAMES[as] || 'File'],
	['location', ({ name }) => name || 'Location'],
	['contact', ({ name }) => `Contact: ${name}`],
	['poll', ({ question }) => `Poll: ${question}`],
	['invite', ({ name }) => `Invitation: ${name}`],
	['payment', ({ label }) => label],
	['cards', () => 'Carousel'],
];
