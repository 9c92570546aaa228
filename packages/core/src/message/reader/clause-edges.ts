import type { ReaderToken } from './reader-tokens.ts';

/** Words that open a clause of their own. */
const SUBJECTS: ReadonlySet<string> = new Set('i we he she they you'.split(' '));
const OWNERS: ReadonlySet<string> = new Set(['my', 'your', 'our']);
/** Words that only hold the listener's ear. */
const DISCOURSE: ReadonlySet<string> = new Set('so well listen look yeah yes okay ok now right anyway'.split(' '));
/** Words that join or lead: a clause that follows them is theirs. */
const LEADS: ReadonlySet<string> = new Set(
  'and but so or that if when because since as while which who what where how whether than the a an my your our his her their to of for with from in at on by i we he she they you it am is are was were have has had will would can could do did'.split(
    ' ',
  ),
);
/** Verbs that ask by themselves, and words that begin a request. */
const ASKING: ReadonlySet<string> = new Set('call ring phone text dial please can could would will give let send press'.split(' '));
/** Words that no ask begins with where one of those follows. */
const LEFT_OVER: ReadonlySet<string> = new Set('of than off'.split(' '));
/** Verbs whose number belongs to them: "Ring [020 7946 0555]". */
const CALLING: ReadonlySet<string> = new Set('call ring phone text dial'.split(' '));
/** Before these words the same ones are things: "on the phone", "a ring". */
const ARTICLES: ReadonlySet<string> = new Set('the a an my our your this that by on'.split(' '));
/** Before these a noun begins what is spoken of: "about work I did". */
const ABOUT: ReadonlySet<string> = new Set('about regarding re over this that these those some any it is no not just like'.split(' '));
/** Tokens from an edge in which a border of clauses is looked for. House rule. */
const NEAR = 3;
/** Tokens of a noun before a clause of its own. House rule. */
const FAR = 5;
/** Characters between two tokens from which a hesitation stood there: a blank on each side and two letters at least. */
const HESITATION_CHARS = 4;

const norm = (tokens: readonly ReaderToken[], at: number): string => tokens[at]?.norm ?? '';

/** Whether a hesitation stands before a token behind which a new clause begins: "… pediatrics um [we saw Owen]". */
function beginsAnew(at: number, tokens: readonly ReaderToken[]): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined || !SUBJECTS.has(token.norm) || LEADS.has(before.norm)) return false;
  return token.charStart - before.charEnd >= HESITATION_CHARS;
}

/** Whether a hesitation stands before a token behind which a phrase with an owner begins: "accounts payable uh [your invoice]". */
export function beginsPhraseAnew(at: number, tokens: readonly ReaderToken[]): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined || !OWNERS.has(token.norm) || LEADS.has(before.norm)) return false;
  return token.charStart - before.charEnd >= HESITATION_CHARS;
}

/** Whether a noun ends what stands before the clause, in words without stops: "from Mallory [house] I reported the boiler". */
function isLeftOver(first: number, tokens: readonly ReaderToken[]): boolean {
  const before = tokens[first - 1];
  const isOwn = norm(tokens, first + 1) === 'i' || norm(tokens, first + 1) === 'we';
  return isOwn && before?.stop === false && !LEADS.has(before.norm) && !ABOUT.has(before.norm) && !LEADS.has(norm(tokens, first));
}

/**
 * The first token of a clause of the caller's own behind a noun that no article or owner leads, in words without stops: "[flat six Mallory
 * house] I reported the boiler"; "the boiler I reported" is one phrase.
 */
function behindBareNoun(first: number, last: number, tokens: readonly ReaderToken[]): number | undefined {
  for (let at = first; at < last && at <= first + FAR; at++) {
    const word = norm(tokens, at);
    if (tokens[at]?.stop === true) return undefined;
    if (at > first && (word === 'i' || word === 'we')) return at;
    if (LEADS.has(word) || ABOUT.has(word) || OWNERS.has(word)) return undefined;
  }
  return undefined;
}

/** The first token of a clause: behind a word that only holds the ear, a hesitation, or what another phrase left over. */
export function clauseBegin(tag: string, first: number, last: number, free: number, tokens: readonly ReaderToken[]): number {
  if (DISCOURSE.has(norm(tokens, first)) && norm(tokens, first + 1) === ',' && first + 2 < last)
    return clauseBegin(tag, first + 2, last, free, tokens);
  if (tag === 'tie' && first > free && isLeftOver(first, tokens)) return first + 1;
  const behind = tag === 'tie' ? behindBareNoun(first, last, tokens) : undefined;
  if (behind !== undefined) return behind;
  for (let at = first + 1; at <= first + NEAR && at < last; at++) {
    if (tag === 'tie' && beginsAnew(at, tokens)) return at;
    if (tag === 'ask' && LEFT_OVER.has(norm(tokens, first)) && ASKING.has(norm(tokens, at))) return at;
  }
  return first;
}

/** The last token of a clause: before a hesitation with a new clause behind it, or with the number that its verb calls. */
export function clauseEnd(tag: string, first: number, last: number, tokens: readonly ReaderToken[]): number {
  if (tag === 'ask') {
    const calls = CALLING.has(norm(tokens, last)) && !ARTICLES.has(norm(tokens, last - 1));
    return calls && norm(tokens, last + 1) === 'PHONE' ? last + 1 : last;
  }
  for (let at = last; tag === 'tie' && at > first + NEAR && at > last - NEAR; at--) if (beginsAnew(at, tokens)) return at - 1;
  return last;
}
