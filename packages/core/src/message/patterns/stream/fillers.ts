import type { Token } from '../../tokens/index.ts';

/** Sounds that say nothing. */
const FILLERS = new Set([
  'um',
  'umm',
  'uh',
  'uhh',
  'uhm',
  'er',
  'err',
  'erm',
  'hmm',
  'hm',
  'mm',
  'mmm',
  'ah',
  'oh',
  'eh',
  'ha',
  'haha',
  'huh',
  'gosh',
  'lol',
]);
/** Adverbs that only colour a sentence ("could you possibly just call"): grammar is the same without them. */
const COLOUR = new Set(
  'just really possibly maybe perhaps actually simply honestly probably definitely certainly basically literally truly sincerely obviously quite somehow frankly genuinely hopefully'.split(
    ' ',
  ),
);
/** Said twice in a row by a hesitating speaker, never for emphasis. */
const STUTTERED = new Set([
  'i',
  'we',
  'you',
  'the',
  'a',
  'an',
  'and',
  'but',
  'to',
  'of',
  'if',
  'is',
  'am',
  'are',
  'could',
  'would',
  'can',
  'my',
  'your',
  'it',
  'he',
  'she',
  'was',
  'about',
  'for',
  'on',
  'at',
  'in',
  'with',
  'from',
]);
/** Asides between commas: ", you know," */
const ASIDES: readonly (readonly string[])[] = [
  ['you', 'know'],
  ['i', 'mean'],
  ['like'],
  ['well'],
  ['so'],
  ['yeah'],
  ['actually'],
  ['basically'],
  ['literally'],
  ['honestly'],
  ['i', 'guess'],
  ['kind', 'of'],
  ['sort', 'of'],
  ['right'],
  ['okay'],
];

/** Takes hesitations out of the stream ("the, um, the lease" to "the lease"), so that grammar meets whole clauses. */
export function dropFillers(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined) break;
    const length = FILLERS.has(token.norm) || COLOUR.has(token.norm) ? 1 : asideAt(tokens, index);
    if (length > 0) {
      index += length;
      const before = out.at(-1);
      // ", um," leaves no comma behind; ". Um, so" leaves only the full stop.
      if (tokens[index]?.norm === ',' && (before === undefined || before.stop)) {
        if (before?.norm === ',') out.pop();
        index++;
      }
      continue;
    }
    if (repeats(out, token)) out.pop();
    out.push(token);
    index++;
  }
  return out;
}

function asideAt(tokens: readonly Token[], index: number): number {
  const before = tokens[index - 1];
  if (before === undefined || before.norm !== ',') return 0;
  for (const aside of ASIDES) {
    if (tokens[index + aside.length]?.norm === ',' && aside.every((word, offset) => tokens[index + offset]?.norm === word))
      return aside.length;
  }
  return 0;
}

function repeats(out: Token[], token: Token): boolean {
  if (!STUTTERED.has(token.norm)) return false;
  const last = out.at(-1);
  if (last?.norm === token.norm) return true;
  if (last?.norm === ',' && out.at(-2)?.norm === token.norm) {
    out.pop();
    return true;
  }
  return false;
}
