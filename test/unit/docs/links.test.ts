/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readdirSync, readFileSync, statSync } from 'fs';
import { dirname, join, relative } from 'path';

import { projectRoot } from '../../../scripts/lib/paths';

const SKIPPED = ['node_modules', 'dist', '.git'];

function markdownFiles(directory: string): string[] {
	return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
		const path = join(directory, entry.name);
		if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : markdownFiles(path);
		return entry.name.endsWith('.md') ? [path] : [];
	});
}

const withoutCode = (text: string): string =>
	text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, 'code');

/** As GitHub makes anchors of headings. */
function anchorsOf(text: string): string[] {
	const headings = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)];
	return headings.map(([, heading]) =>
		heading
			.toLowerCase()
			.trim()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
}

interface Link {
	file: string;
	target: string;
}

function linksIn(path: string): Link[] {
	const text = withoutCode(readFileSync(path, 'utf8'));
	const inMarkdown = [...text.matchAll(/\]\(([^)\s]+)\)/g)];
	const inHtml = [...text.matchAll(/\b(?:href|src|srcset)="([^"\s]+)"/g)];
	const targets = [...inMarkdown, ...inHtml].map(([, target]) => target);
	return targets
		.filter((target) => !/^[a-z]+:/.test(target))
		.map((target) => ({ file: relative(projectRoot, path), target }));
}

function isBroken({ file, target }: Link): boolean {
	const [path, anchor] = target.split('#');
	const aim = path === '' ? join(projectRoot, file) : join(projectRoot, dirname(file), path);
	if (!existsSync(aim)) return true;
	if (anchor === undefined) return false;
	return statSync(aim).isDirectory() || !anchorsOf(readFileSync(aim, 'utf8')).includes(anchor);
}

const files = markdownFiles(projectRoot);
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

describe('the documentation', () => {
	const links = files.flatMap(linksIn);

	it('has links to look at', () => {
		expect(links.length).toBeGreaterThan(50);
	});

	it('has no broken link', () => {
		expect(links.filter(isBroken)).toEqual([]);
	});

	it.each(files.map((path) => [relative(projectRoot, path)]))(
		'names only commands that there are: %s',
		(file) => {
			const text = readFileSync(join(projectRoot, file), 'utf8');
			const named = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => name);
			expect(named.filter((name) => !(name in scripts))).toEqual([]);
		},
	);
});
