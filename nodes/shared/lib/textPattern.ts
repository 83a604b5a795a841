/**
 * Regular expressions that cannot explode. JavaScript's own engine backtracks, and a pattern such as `(a+)+$`
 * keeps it busy for years on thirty letters that anyone may send. Here all ways through the pattern are followed
 * at once (Thompson's construction), so a test takes at most `instructions × characters` steps, both bounded.
 * Back-references and look-around cannot be followed so and are refused. Single characters and classes are left
 * to JavaScript, so they mean what they always mean.
 */

/** Why a pattern was refused, in words for the person who wrote it. */
export class PatternError extends Error {}

/** Characters of a text that are looked at; WhatsApp's own limit for a message is 65,536. */
const LONGEST_TEXT = 10_000;
const LONGEST_PATTERN = 1_000;
const MOST_INSTRUCTIONS = 2_000;

type CharacterTest = (character: string) => boolean;
/** Whether a position in the text is right, given the characters before and after it. */
type PositionTest = (before: string, after: string) => boolean;

type Instruction =
	| { readonly op: 'character'; readonly test: CharacterTest }
	| { readonly op: 'position'; readonly test: PositionTest }
	| { readonly op: 'split'; first: number; second: number }
	| { readonly op: 'jump'; target: number }
	| { readonly op: 'match' };

/** Emits the instructions of one piece of a pattern. */
type Piece = (program: Instruction[]) => void;

/**
 * Compiles `pattern`, plain or as `/pattern/flags` with the flags `i`, `m`, `s`; the result tells whether a text
 * has a match anywhere. Throws {@link PatternError}.
 */
export function compilePattern(pattern: string): (text: string) => boolean {
	const { source, flags } = splitFlags(pattern);
	if (source.length > LONGEST_PATTERN) {
		throw new PatternError(`it is longer than ${LONGEST_PATTERN} characters`);
	}
	nativeExpression(source, flags);
	const program: Instruction[] = [];
	new PatternParser(source, flags).parse()(program);
	program.push({ op: 'match' });
	return (text) => matches(program, charactersOf(text));
}

function splitFlags(pattern: string): { source: string; flags: string } {
	const delimited = /^\/(.+)\/([a-z]*)$/s.exec(pattern);
	const [, source, flags] = delimited ?? ['', pattern, ''];
	const unknown = flags.replace(/[imsu]/g, '');
	if (unknown !== '') throw new PatternError(`the flag '${unknown}' has no meaning here`);
	return { source, flags: flags.replace('u', '') };
}

/** With Unicode where the pattern allows it; JavaScript is stricter about needless escapes then. */
function nativeExpression(source: string, flags: string): RegExp {
	try {
		return new RegExp(source, `${flags}u`);
	} catch {
		return lenientExpression(source, flags);
	}
}

function lenientExpression(source: string, flags: string): RegExp {
	let problem: string;
	try {
		return new RegExp(source, flags);
	} catch (error) {
		problem = error instanceof Error ? error.message : String(error);
	}
	throw new PatternError(problem);
}

const ESCAPE = /\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|[pP]\{[^}]*\}|[^])/iy;
const CLASS = /\[(?:\\[^]|[^\]\\])*\]/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/y;
const GROUP = /\((?:\?:|\?<[^=!][^>]*>)?/y;
const ANY = /[^]/uy;

const isWordCharacter = (character: string) => /^\w$/.test(character);
const isLineEnd = (character: string) => character === '' || /^[\n\r\u2028\u2029]$/.test(character);
const isBoundary: PositionTest = (before, after) =>
	isWordCharacter(before) !== isWordCharacter(after);

/** Reads a pattern into the instructions that follow it; its syntax is known to be right. */
class PatternParser {
	private position = 0;

	constructor(
		private readonly source: string,
		private readonly flags: string,
	) {}

	parse(): Piece {
		const branches = [this.sequence()];
		while (this.take(/\|/y)) branches.push(this.sequence());
		return branches.reduceRight((rest, branch) => alternative(branch, rest));
	}

	private sequence(): Piece {
		const pieces: Piece[] = [];
		while (this.position < this.source.length && !/[|)]/.test(this.source[this.position])) {
			pieces.push(this.repeated(this.piece()));
		}
		return (program) => pieces.forEach((piece) => piece(program));
	}

	private repeated(piece: Piece): Piece {
		const quantifier = this.take(QUANTIFIER);
		if (!quantifier) return piece;
		const [, sign, minimum, comma, maximum] = quantifier;
		if (sign) return repeat(piece, sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity);
		const least = Number(minimum);
		if (!comma) return repeat(piece, least, least);
		return repeat(piece, least, maximum ? Number(maximum) : Infinity);
	}

	private piece(): Piece {
		if (this.source[this.position] === '(') return this.group();
		if (this.take(/\^/y)) return position(this.lines((before) => before));
		if (this.take(/\$/y)) return position(this.lines((_before, after) => after));
		if (this.take(/\\b/y)) return position(isBoundary);
		if (this.take(/\\B/y)) return position((before, after) => !isBoundary(before, after));
		if (/^\\(?:[1-9]|k<)/.test(this.source.slice(this.position))) {
			throw new PatternError('back-references such as \\1 are not supported');
		}
		const [text] = this.take(CLASS) ?? this.take(ESCAPE) ?? this.take(ANY) ?? [''];
		return character(characterTest(text, this.flags));
	}

	private group(): Piece {
		const [opening] = this.take(GROUP) ?? [''];
		if (opening === '(' && this.source[this.position] === '?') {
			throw new PatternError('look-ahead and look-behind are not supported');
		}
		const piece = this.parse();
		this.take(/\)/y);
		return piece;
	}

	private lines(side: (before: string, after: string) => string): PositionTest {
		if (!this.flags.includes('m')) return (before, after) => side(before, after) === '';
		return (before, after) => isLineEnd(side(before, after));
	}

	private take(expression: RegExp): RegExpExecArray | null {
		expression.lastIndex = this.position;
		const match = expression.exec(this.source);
		if (match) this.position += match[0].length;
		return match;
	}
}

/** A class, an escape or a character, as JavaScript reads it; the first 128 characters are worked out once. */
function characterTest(text: string, flags: string): CharacterTest {
	const source = /^[\^$.*+?()[\]{}|/\\]$/.test(text) && text !== '.' ? `\\${text}` : text;
	const expression = nativeExpression(`^(?:${source})$`, flags.replace('m', ''));
	const ascii = Array.from({ length: 128 }, (_, code) =>
		expression.test(String.fromCharCode(code)),
	);
	return (character) => {
		const code = character.length === 1 ? character.charCodeAt(0) : 128;
		return code < 128 ? ascii[code] : expression.test(character);
	};
}

function emit(program: Instruction[], instruction: Instruction): void {
	if (program.length >= MOST_INSTRUCTIONS) {
		throw new PatternError('it repeats too much: use smaller numbers in {…}');
	}
	program.push(instruction);
}

function character(test: CharacterTest): Piece {
	return (program) => emit(program, { op: 'character', test });
}

function position(test: PositionTest): Piece {
	return (program) => emit(program, { op: 'position', test });
}

function alternative(first: Piece, second: Piece): Piece {
	return (program) => {
		const split = { op: 'split' as const, first: program.length + 1, second: 0 };
		const jump = { op: 'jump' as const, target: 0 };
		emit(program, split);
		first(program);
		emit(program, jump);
		split.second = program.length;
		second(program);
		jump.target = program.length;
	};
}

function repeat(piece: Piece, least: number, most: number): Piece {
	return (program) => {
		const start = program.length;
		for (let count = 0; count < least; count++) {
			piece(program);
			// What is empty once is empty any number of times.
			if (program.length === start) break;
		}
		if (most === Infinity) return loop(piece, program);
		for (let count = least; count < most; count++) {
			const split = { op: 'split' as const, first: program.length + 1, second: 0 };
			emit(program, split);
			piece(program);
			split.second = program.length;
		}
	};
}

function loop(piece: Piece, program: Instruction[]): void {
	const split = { op: 'split' as const, first: program.length + 1, second: 0 };
	const start = program.length;
	emit(program, split);
	piece(program);
	emit(program, { op: 'jump', target: start });
	split.second = program.length;
}

/** Follows all ways through the program at once; `seen` keeps each instruction from being entered twice a step. */
function matches(program: readonly Instruction[], characters: readonly string[]): boolean {
	const seen = new Int32Array(program.length).fill(-1);
	let current: number[] = [];
	const end = Math.min(characters.length, LONGEST_TEXT);
	for (let index = 0; index <= end; index++) {
		const before = characters[index - 1] ?? '';
		const after = characters[index] ?? '';
		const waiting: number[] = [];
		const pending = [0, ...current];
		while (pending.length > 0) {
			const address = pending.pop() as number;
			if (seen[address] === index) continue;
			seen[address] = index;
			const instruction = program[address];
			if (instruction.op === 'match') return true;
			if (instruction.op === 'character') waiting.push(address);
			else if (instruction.op === 'jump') pending.push(instruction.target);
			else if (instruction.op === 'split') pending.push(instruction.second, instruction.first);
			else if (instruction.test(before, after)) pending.push(address + 1);
		}
		current = waiting
			.filter((address) => accepts(program[address], after))
			.map((address) => address + 1);
	}
	return false;
}

/** One more than is looked at, so that the end of what is looked at is not taken for the end of the text. */
function charactersOf(text: string): string[] {
	return Array.from(text.slice(0, 2 * LONGEST_TEXT)).slice(0, LONGEST_TEXT + 1);
}

function accepts(instruction: Instruction, character: string): boolean {
	return character !== '' && instruction.op === 'character' && instruction.test(character);
}
