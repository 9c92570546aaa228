import { isFarewell, opensClause, opensQuestion } from './clause-borders.ts';
import { beginsPhraseAnew, clauseBegin, clauseEnd } from './clause-edges.ts';
import type { ReaderToken } from './reader-tokens.ts';

/** A run of tokens of one tag: indices of the first and the last one. */
export interface Stretch {
  tag: string;
  first: number;
  last: number;
}

/** Tokens that a quote may lack to the border of its clause. House rule: a quote cut mid-phrase reads as a fault. */
export const NEAR_BORDER = 2;
/** The same where a quote would end with a word that leads on, or a question would begin in its midst. House rule. */
const REACH = 6;
/** The same where the word behind it only goes on with its clause. House rule. */
const FAR_REACH = 12;
/** Tags whose words are clauses. */
const CLAUSES: ReadonlySet<string> = new Set(['tie', 'ask', 'purpose', 'pitch', 'flattery', 'apology', 'plead', 'pressure']);

/** Of those, the ones that are widened to a border farther off; praise and sales talk are as long as they are. */
const ONE_SENTENCE: ReadonlySet<string> = new Set(['tie', 'ask', 'purpose']);

/** Words that only join a move to what stands before it. */
const JOINS: ReadonlySet<string> = new Set(['and', 'but', 'so', 'or']);
/** Words that no quote ends with where the sentence goes on: they lead to what follows. */
const DANGLING: ReadonlySet<string> = new Set([
  ...JOINS,
  ...'the a an to of for with from my your our in at if on by before until till than because cause when while that which who'.split(' '),
  ...'i we he she they is are was were am would could should might must will can may'.split(' '),
]);
/** Words that only go on with the clause before them: "what your home [could be worth]", "dying [to get in]". */
const LEADS_ON: ReadonlySet<string> = new Set(
  'could should might must will would can may is are was were has had to of than it them him up off out over a an'.split(' '),
);
/** Words that no quote begins behind: "graduating in [May with a degree]". */
const LEADS_IN: ReadonlySet<string> = new Set('in of on by than'.split(' '));
/** Words that no quote begins with. */
const LEADING_BACK: ReadonlySet<string> = new Set(['up', 'of', 'than', 'off', 'been', 'not']);
/** A new clause cut off behind its subject: "… with us, and I'd". */
const SUBJECTS: ReadonlySet<string> = new Set('i we he she they it you'.split(' '));
const AUXILIARIES: ReadonlySet<string> = new Set('am is are was were have has had will would can could do did should may might'.split(' '));

const OWN: ReadonlySet<string> = new Set(['i', 'we']);

/** Words before a noun: no quote begins right behind one. */
const DETERMINERS: ReadonlySet<string> = new Set('the a an my your our his her their'.split(' '));
/** Titles, to which a name belongs. */
const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir dame rev officer captain chief coach judge pastor principal president senator sheriff sergeant'.split(
    ' ',
  ),
);
/** What stands behind the whole of a caller's name where no stop does. */
const BEHIND_NAMES: ReadonlySet<string> = new Set('from with at of over in on here calling again and'.split(' '));
/** Names that are added to a caller's at most: "Officer Dan [Wills] with". */
const MORE_NAMES = 2;

/** The quote with the whole of its clause where its border is near, without what dangles; undefined where nothing is left. */
export function wholeQuote(stretch: Stretch, free: number, tokens: readonly ReaderToken[]): Stretch | undefined {
  if (stretch.tag === 'caller' || stretch.tag === 'recipient') return wholeName(stretch, tokens);
  return trimmed(outOfNoun(snapped(stretch, free, tokens), free, tokens), free, tokens);
}

/**
 * Of words that run on without a stop, the clause that holds most of the move, as told by `inside`, the chance of each token; of an ask
 * the question before all else. A condition keeps what it leads to.
 */
export function oneClause(stretch: Stretch, inside: (token: number) => number, tokens: readonly ReaderToken[]): Stretch {
  const { tag, first, last } = stretch;
  if (!(ONE_SENTENCE.has(tag) || tag === 'option')) return stretch;
  const opens = Array.from({ length: last - first }, (_, index) => first + 1 + index).filter((at) => opensClause(at, tokens));
  const [begins = last + 1, ...others] = opens;
  const starts = CONDITIONS.has(tokens[first]?.norm ?? '') && !isFarewell(begins, tokens) ? [first, ...others] : [first, ...opens];
  if (starts.length === 1) return stretch;
  const parts = starts.map((start, index) => {
    const end = (starts[index + 1] ?? last + 1) - 1;
    let held = 0;
    for (let token = start; token <= end; token++) held += inside(token);
    return { tag, first: start, last: end, held };
  });
  const isAsked = (part: (typeof parts)[number]): boolean =>
    part.held >= SURELY_HELD * (part.last - part.first + 1) && opensQuestion(part.first, tokens);
  const question = tag === 'ask' ? parts.find(isAsked) : undefined;
  const most = question ?? parts.reduce((best, part) => (part.held > best.held ? part : best));
  return trimmed({ tag, first: most.first, last: most.last }, most.first, tokens) ?? stretch;
}

/** Mean chance of a clause's tokens from which it is the ask. House rule. */
const SURELY_HELD = 0.5;
/** Tokens to a stop from which speech runs on without them. House rule. */
const RUNS_ON = 40;

/** Whether words run on without the stops of their sentences. */
export function runsOn(tokens: readonly ReaderToken[]): boolean {
  const stops = tokens.reduce((sum, { stop, norm }) => sum + Number(stop && norm !== ','), 0);
  return stops * RUNS_ON < tokens.length;
}

/** With the name that belongs to a title; a caller's with all that follow, up to a stop or a word that stands behind names. */
function wholeName({ tag, first, last }: Stretch, tokens: readonly ReaderToken[]): Stretch | undefined {
  const titled = TITLES.has(tokens[last]?.norm ?? '') && tokens[last + 1]?.stop === false && tokens[last + 1]?.capital === true;
  if (titled) return wholeName({ tag, first, last: last + 1 }, tokens);
  if (tag === 'recipient') return trimmed({ tag, first, last }, first, tokens);
  let end = last;
  while (tokens[end]?.stop === false && tokens[end + 1]?.capital === true && tokens[end + 1]?.norm !== 'i') end++;
  const behind = tokens[end + 1];
  const isWhole = behind === undefined || behind.stop || BEHIND_NAMES.has(behind.norm);
  return trimmed({ tag, first, last: isWhole && end - last <= MORE_NAMES ? end : last }, first, tokens);
}

/** A quote that begins inside "Dr. Mehta", "a ladder" or "yes or no" begins before it, or behind it where a clause of its own follows. */
function outOfNoun({ tag, first, last }: Stretch, free: number, tokens: readonly ReaderToken[]): Stretch {
  const norm = (token: number): string => (token >= free && tokens[token]?.stop === false ? (tokens[token]?.norm ?? '') : '');
  let from = first;
  if (tag === 'option' && norm(from) === 'or') from--;
  if (norm(from) === 'no' && norm(from - 1) === 'or' && norm(from - 2) === 'yes') from -= 2;
  if (TITLES.has(norm(from - 1))) from--;
  // "[A yes or] a wait by text": one of two things.
  if (tag === 'option' && norm(from - 1) === 'or' && DETERMINERS.has(norm(from)) && DETERMINERS.has(norm(from - 3))) from -= 3;
  // "[The] vet would like to": the article alone may have been read as a move before.
  if (!DETERMINERS.has(norm(from - 1)) && tokens[from - 1]?.norm !== 'the') return { tag, first: from, last };
  const follows = norm(from + 1);
  const isClause = from + 1 < last && (SUBJECTS.has(follows) || DETERMINERS.has(follows));
  return { tag, first: isClause ? from + 1 : from - 1, last };
}

const isStop = (token: number, tokens: readonly ReaderToken[]): boolean => tokens[token]?.stop === true;
/** Where a clause of its own begins too: "… to get into your neighborhood [and I'd love to]". */
const isStopOrClause = (token: number, tokens: readonly ReaderToken[]): boolean =>
  isStop(token, tokens) ||
  opensClause(token, tokens) ||
  (JOINS.has(tokens[token]?.norm ?? '') && OWN.has(tokens[token + 1]?.norm ?? '') && AUXILIARIES.has(tokens[token + 2]?.norm ?? ''));

/** Where a number or an address that no word leads to stands too: "did it come [out that side] PHONE". */
const isClauseOrAddress = (token: number, tokens: readonly ReaderToken[]): boolean =>
  isStopOrClause(token, tokens) || (isAddress(tokens[token]) && !TO_ADDRESS.has(tokens[token - 1]?.norm ?? ''));

/** Steps from `from` to the last token before a border; undefined where none is within `reach`. */
function toBorder(
  from: number,
  step: 1 | -1,
  reach: number,
  free: number,
  tokens: readonly ReaderToken[],
  isEnd = isStop,
): number | undefined {
  for (let more = 0; more <= reach; more++) {
    const next = from + step * (more + 1);
    if (next < free || next >= tokens.length || isEnd(next, tokens)) return from + step * more;
    // A number or an address is told by itself.
    if (/^(?:PHONE|EMAIL|WEB)$/.test(tokens[next]?.norm ?? '')) return undefined;
  }
  return undefined;
}

/** Widened to the clause where its border is near. */
function snapped({ tag, first, last }: Stretch, free: number, tokens: readonly ReaderToken[]): Stretch {
  if (!CLAUSES.has(tag)) return { tag, first, last };
  const towards = (from: number, step: 1 | -1): number => {
    // A move that ends with a stop of its own is whole.
    if (tokens[from]?.stop === true) return from;
    const cutOff =
      step === 1
        ? ONE_SENTENCE.has(tag) && DANGLING.has(tokens[from]?.norm ?? '')
        : LEADING_BACK.has(tokens[from]?.norm ?? '') || isQuestion;
    return toBorder(from, step, NEAR_BORDER, free, tokens) ?? (cutOff ? toBorder(from, step, REACH, free, tokens) : undefined) ?? from;
  };
  const isQuestion = tag === 'ask' && tokens[last]?.norm === '?';
  return { tag, first: towards(first, -1), last: towards(last, 1) };
}

/** With the rest of a phrase that a quote would be cut in: the words that it can only go on with, or that it is led in by. */
export function wholePhrase({ tag, first, last }: Stretch, free: number, tokens: readonly ReaderToken[]): Stretch {
  const norm = (token: number): string => tokens[token]?.norm ?? '';
  if (!CLAUSES.has(tag) || tokens[last]?.stop === true) return { tag, first, last };
  const leadsOn = ONE_SENTENCE.has(tag) && LEADS_ON.has(norm(last + 1)) && !opensClause(last + 1, tokens);
  const isLedIn = first > free && LEADS_IN.has(norm(first - 1));
  let from = (isLedIn ? toBorder(first, -1, REACH, free, tokens) : undefined) ?? first;
  let to = (leadsOn ? toBorder(last, 1, FAR_REACH, free, tokens, isClauseOrAddress) : undefined) ?? last;
  // "[payable uh] your invoice": what another phrase left over before a hesitation.
  for (let at = from + 1; at <= from + NEAR_BORDER && at < to; at++) if (beginsPhraseAnew(at, tokens)) from = at;
  while (to > from && LEFT_OPEN.has(norm(to)) && norm(to + 1) !== '') to--;
  return { tag, first: from, last: to };
}

/** Words that a clause seldom ends with: the next one begins with them. */
const LEFT_OPEN: ReadonlySet<string> = new Set(['cause', 'just', 'anyway', 'listen']);

const isAddress = (token: ReaderToken | undefined): boolean => /^(?:PHONE|EMAIL|WEB)$/.test(token?.norm ?? '');
/** Words between a verb and its number or address: "mailed [to] …", "text me [on] …". */
const TO_ADDRESS: ReadonlySet<string> = new Set(['to', 'at', 'on', 'from']);

/** The first token of an ask behind the number or address of what stands before it: "[to] EMAIL [did it arrive]". */
function behindAddress(from: number, to: number, tokens: readonly ReaderToken[]): number {
  const place = TO_ADDRESS.has(tokens[from]?.norm ?? '') ? from + 1 : from;
  return place < to && isAddress(tokens[place]) ? place + 1 : from;
}

/** No part of a move at its end: stops, but the question mark of an ask; the number behind an ask. */
const isEdge = (tag: string, token: ReaderToken | undefined): boolean =>
  tag === 'ask' ? token?.norm === 'PHONE' || (token?.stop === true && token.norm !== '?') : token?.stop === true;

/** Without stops at the edges and words that lead on; a question mark stays with an ask. */
function trimmed({ tag, first, last }: Stretch, free: number, tokens: readonly ReaderToken[]): Stretch | undefined {
  const isClause = CLAUSES.has(tag);
  const norm = (token: number): string => tokens[token]?.norm ?? '';
  let from = first;
  let to = last;
  if (tag === 'ask') from = behindAddress(from, to, tokens);
  if (isClause) from = clauseBegin(tag, from, to, free, tokens);
  while (from < to && (tokens[from]?.stop === true || (isClause && JOINS.has(norm(from))))) from++;
  if (isClause && TITLES.has(norm(to)) && tokens[to + 1]?.capital === true) to++;
  if (tag === 'option') to = wholeOption(from, to, free, tokens);
  // "[Brook &] Sons, about your fence": the rest of a name that the quote cut.
  const isCut = isClause && from > free && tokens[from - 1]?.stop === false && tokens[from - 1]?.capital === true;
  if (isCut && norm(from + 1) === ',' && from + 2 < to) from += 2;
  for (;;) {
    const goesOn = to + 1 < tokens.length && tokens[to + 1]?.stop === false;
    const dangles =
      (isClause || tag === 'option') &&
      goesOn &&
      DANGLING.has(norm(to)) &&
      !(norm(to) === 'i' && norm(to - 1) === 'and' && norm(to - 2) === 'you');
    if (to <= from || !(isEdge(tag, tokens[to]) || dangles)) break;
    to--;
  }
  if (isClause && clauseEnd(tag, from, to, tokens) < to)
    return trimmed({ tag, first: from, last: clauseEnd(tag, from, to, tokens) }, free, tokens);
  const before = tag === 'tie' ? beforeNewClause(from, to, tokens) : tag === 'ask' ? beforeNewPart(from, to, tokens) : to;
  if (before < to) return trimmed({ tag, first: from, last: before }, free, tokens);
  const begun = isClause && to + 1 < tokens.length && AUXILIARIES.has(norm(to)) && SUBJECTS.has(norm(to - 1)) ? to - 2 : to;
  if (begun < to && begun > from && (JOINS.has(norm(begun)) || tokens[begun]?.stop === true)) {
    return trimmed({ tag, first: from, last: begun }, free, tokens);
  }
  return from > to ? undefined : { tag, first: from, last: isClause ? clauseEnd(tag, from, to, tokens) : to };
}

/** Tokens that a way to answer may lack to its border. House rule. */
const NEAR_END = 4;

/** Tokens of an ask that stands without what it began behind a stop. House rule. */
const ASK_STANDS = 6;
/** An ask that begins so leads to what stands behind its stop: "if that interests you, ring me". */
const CONDITIONS: ReadonlySet<string> = new Set('if should when whenever once to before any as'.split(' '));

/** The last token of an ask before what it only begins behind a stop: "Kindly tell me which one is correct[, because the machine is getting]". */
function beforeNewPart(from: number, to: number, tokens: readonly ReaderToken[]): number {
  const next = tokens[to + 1];
  const isWhole = next === undefined || next.stop || isAddress(next) || tokens[to]?.stop === true;
  if (isWhole || CONDITIONS.has(tokens[from]?.norm ?? '') || clauseEnd('ask', from, to, tokens) > to) return to;
  for (let at = to - 1; at >= from + ASK_STANDS && at >= to - BEGUN.behindStop; at--) if (tokens[at]?.stop) return at - 1;
  return to;
}

/** A way to answer with the address it leads to, and without a clause that it only begins: "text is best[, the phone is in] my apron". */
function wholeOption(from: number, to: number, free: number, tokens: readonly ReaderToken[]): number {
  const next = tokens[to + 1]?.norm ?? '';
  // "A yes by text [is plenty]", "is all [I need]".
  const isLed = next === 'is' || (tokens[to]?.norm === 'all' && SUBJECTS.has(next));
  if (!DANGLING.has(tokens[to]?.norm ?? '') && !isLed) return to;
  if (isAddress(tokens[to + 1])) return to + 1;
  const border = toBorder(to, 1, NEAR_END, free, tokens);
  if (border !== undefined) return border;
  const behind = tokens.slice(from, to).findLastIndex(({ stop }) => stop);
  return behind > 1 && to - from - behind <= BEGUN.behindStop ? from + behind - 1 : to;
}

/** Tokens of a clause that a tie may have begun without ending it, behind a stop or a word that joins. House rule. */
const BEGUN = { behindStop: 6, behindJoin: 4 } as const;
/** Tokens of a tie that stands without what it began. House rule. */
const STANDS = 4;

/** The last token before a clause that is only begun: "Beth thought you'd know[: is the blue cream]", "… since the storm [and my baby] can't". */
function beforeNewClause(from: number, to: number, tokens: readonly ReaderToken[]): number {
  const next = tokens[to + 1];
  if (next === undefined || next.stop || tokens[to]?.stop === true) return to;
  for (let at = to - 1; at >= from + STANDS && at >= to - BEGUN.behindStop; at--) {
    if (tokens[at]?.stop) return at - 1;
    if (JOINS.has(tokens[at]?.norm ?? '') && at >= to - BEGUN.behindJoin && AUXILIARIES.has(next.norm)) return at - 1;
  }
  return to;
}

/** Quotes begin behind the name that is called: "Dear Mr. Blake, [I'm so sorry]". */
export function withoutVocative<Span extends Stretch>(spans: readonly Span[], tokens: readonly ReaderToken[]): Span[] {
  const ends = new Map(
    spans.flatMap(({ tag, first, last }) => (tag === 'greeting' || tag === 'recipient' ? [[first, last]] : [])) as [number, number][],
  );
  return spans.map((span) => {
    if (!CLAUSES.has(span.tag)) return span;
    let at = span.first;
    for (;;) {
      const end = ends.get(at) ?? (tokens[at]?.norm === 'dear' ? at : undefined);
      if (end === undefined) break;
      at = end + 1;
    }
    return at > span.first && at < span.last && tokens[at]?.stop === true ? { ...span, first: at + 1 } : span;
  });
}
