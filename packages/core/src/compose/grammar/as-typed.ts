import { isNoun } from '../../brief/typed/dictionary.ts';
import { readMinutes } from '../../brief/typed/minutes.ts';
import { newsOf } from '../../brief/typed/news.ts';
import { segmentsOf } from '../../brief/typed/segments.ts';
import { isStatement } from '../../brief/typed/statement.ts';
import { sentence } from './speech.ts';
import { withTheArticle } from './subject.ts';

/** As it was typed, as sentences: a capital where each begins, and a mark at the end; that of a question where it ends in one. */
export function asTyped(typed: string): string {
  const text = withEnd(typed.trim().replace(/^need (?!to know\b)/i, 'I need ')).replace(
    /(^|[.!?] +)(\p{Ll})/gu,
    (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`,
  );
  if (/[.!?]$/.test(text)) return text;
  const last = text.split(/[,;] |[.!?] /).at(-1) ?? '';
  return `${text}${isAsked(last) || (isAsked(text) && !/[.!?] /.test(text)) ? '?' : '.'}`;
}
/** A breath before what happens otherwise. */
export const withPause = (text: string) =>
  text.replace(/,? (or|otherwise) (?=(?:else|you|we|i|they|he|she|it|this|that|the|your|our|my)\b)/i, ', $1 ');
/** "when will it be mended, it's been out since May?": the question, and then why. */
function withEnd(text: string): string {
  const [, left = '', right = ''] =
    /^([^,.?!]+), ((?:it|they|he|she|I|we|my|our|the|there)(?:['’]\p{L}+)? [^,.?!]+)[.?!]*$/u.exec(text) ?? [];
  const needs = /^(.+), (need (?:it|them|this|that|to|the|my|an?)\b[^,.?!]*)[.?!]*$/.exec(text);
  if (needs && ENDS_ASKING.test(needs[1] ?? '')) return `${needs[1]}? I ${needs[2]}.`;
  return ENDS_ASKING.test(left) && isStatement(right) ? `${left}? ${right}.` : text;
}
const PRONOUN = "i|we|you|ye|yous|youse|y[’']all|he|she|it|they|there";
const WH = 'who|whom|whose|what|when|where|which|how|why';
/** How a question begins whose mark was left out. "Will" and "may" are a name and a month too, "can" and "do" lack their "I". */
const ENDS_ASKING = new RegExp(
  `^(?:so |and |or |but )?(?:(?:is|are|was|were|does|did|could|would|should|shall|must) (?!(?:in|on|at|not|like|love)\\b)[\\p{L}\\d]|(?:can|will|do|may|have|has|had|might) (?:${PRONOUN}|the|my|your|our|his|her|that|this|these|those|someone|somebody|anyone|anybody|everyone|all|any)\\b|please (?:${WH}|can|could|will|would)\\b|(?:(?:in|at|on|for|to|with|by|from|about|until|since) )?(?:${WH})\\b|(?:${WH})['’]s\\b|any\\w*|want (?:me|us|to|a)\\b|got any\\w*|you (?:in|coming|going|up for|free|down for|still)\\b|(?:y['’]all|yous|youse|ye) |ok|okay)`,
  'iu',
);
/** "11 or is it 12", "a pitch or will we host": a choice is asked, however it begins. */
const ASKS_CHOICE = new RegExp(
  ` or (?:is|are|was|were|do|does|did|can|could|will|would|should|shall|has|have) (?:${PRONOUN}|the|my|your|our|that|this)\\b`,
  'iu',
);
const isAsked = (text: string) => ENDS_ASKING.test(text) || ASKS_CHOICE.test(text);

/** What was typed in several breaths, each a sentence of its own with the mark it takes; a subject that was left out is put back. `role`: what the caller is. */
export function inSentences(typed: string, role: string): string {
  const pieces = segmentsOf(typed);
  if (pieces.length < 2) return asTyped(typed);
  return pieces
    .map((piece) => {
      const text = piece.text.replace(/[,;:\s]+$/, '');
      if (piece.marked || isAsked(text)) return sentence(text, '?');
      return asTyped(newsOf({ ...piece, text }, role, true)?.clause ?? text);
    })
    .join(' ');
}

/** Words of one thing in a list, at most. House rule. */
const LONGEST_ITEM = 4;
const COUNTED = ['', 'one', 'two', 'three', 'four', 'five'];
const NO_THING =
  /^(?:\d|i|we|you|he|she|it|they|there|who|what|when|where|which|why|how|if|can|could|will|would|is|are|do|does|did|please|need|want|no|yes|not|also|and)\b/i;

/** "budget, timing, next step" is three questions, and no sentence; undefined for what is no bare list. */
export function listed(typed: string): string | undefined {
  const items = typed
    .trim()
    .replace(/[.?!\s]+$/, '')
    .split(/,\s+(?:and )?/);
  const count = COUNTED[items.length];
  const isThing = (item: string) =>
    !NO_THING.test(item) &&
    item.split(' ').length <= LONGEST_ITEM &&
    !isStatement(item) &&
    (/ or |ing$/.test(item) || isNoun(item.split(' ').at(-1) ?? ''));
  if (items.length < 3 || count === undefined || !items.every(isThing)) return undefined;
  const things = items.map((item) => {
    if (/^(?:next|last|first|second|third|final) (?!\p{L}+day\b|week|month|year)/u.test(item)) return `the ${item}`;
    return / or /.test(item) ? item : withTheArticle(item, 'other');
  });
  return `I have ${count} questions: ${things.slice(0, -1).join(', ')}, and ${things.at(-1)}.`;
}

const VISIT =
  /^(.+?),? (?:for )?(?:an? |about an? |just an? |about |just )?(\d{1,3})[- ]min(?:ute)?s? (?:\p{L}+ )?(?:visit|tour|viewing|lesson|session|demo|appointment|inspection|tasting|meeting|coffee|walk)[.?!]*$/iu;

/** "can you come in on Thursday, about half an hour". */
const SPAN =
  /^([^,]+(?:, [^,]+)*?), (?:it['’]?s )?(?:about |just |only )?(\d{1,3} minutes?|half an hour|an hour|a quarter of an hour)[.?!]*$/iu;
const readMinutesOf = (length: string): number => {
  const read = length === '' ? undefined : readMinutes(length);
  return read && 'minutes' in read ? read.minutes : 0;
};

/** "would you taste three oils, 20 minute visit?": what is asked, and the minutes of what it is asked for, which are not those of the call. */
export function visitIn(typed: string): { question: string; minutes: number } | undefined {
  const [, asked = '', length = ''] = SPAN.exec(typed.trim()) ?? [];
  const [, question = asked, minutes = String(readMinutesOf(length))] = VISIT.exec(typed.trim()) ?? [];
  return Number(minutes) > 0 &&
    question.split(' ').length > 2 &&
    /(?:^|, )(?:can|could|would|will|may|do|are|is|shall|how)\b/i.test(question)
    ? { question: `${question}?`, minutes: Number(minutes) }
    : undefined;
}
