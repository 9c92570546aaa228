import { DIGIT_WORDS, TEEN_WORDS, TENS_WORDS } from '../spoken-numbers/number-words.ts';
import type { Token } from '../spoken-numbers/tokens.ts';
import { isJoiningMark, isLetterToken } from './pieces.ts';
import { topLevelDomain } from './top-level-domains.ts';

/** A host name such as "example.co.uk", written or said. */
export interface Domain {
  text: string;
  /** The token after the last. */
  end: number;
  /** 0..1: how sure a listener could be. */
  confidence: number;
}

/** House rules: factors on the confidence. */
const FACTOR = { severalWords: 0.8, guessedEnding: 0.7, missingEnding: 0.7 } as const;
/** Most words said for one label ("elm street"), and letters spelled for one. House rule. */
const MAX_LABEL_WORDS = 4;
const MAX_LABEL_LETTERS = 20;
const MAX_LABELS = 5;

/** Mail services so well known that people leave out the "dot com". */
const WELL_KNOWN: ReadonlySet<string> = new Set(['gmail', 'googlemail', 'hotmail', 'outlook', 'yahoo', 'icloud']);

interface Label {
  text: string;
  end: number;
  /** Words it was said in; more than one leave a doubt. */
  words: number;
}

/** Length in tokens of a dot, said ("dot") or written (".", also with a blank on one side before an ending); 0 when there is none. */
export function dotAt(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token?.text === 'dot' || token?.text === 'point' || token?.text === 'period') return 1;
  if (token?.text !== '.' || token.charEnd - token.charStart > 1) return 0;
  const next = tokens[index + 1];
  if (next?.kind !== 'word' && next?.kind !== 'digits') return 0;
  if (!next.spaced) return 1;
  // "example. com": recognisers put a blank before an ending; a sentence that starts with "Com" does not exist.
  return ['com', 'org', 'net', 'co', 'edu', 'gov'].includes(next.text) ? 1 : 0;
}

/**
 * Reads a host name at `index`; null when none with a known ending starts there. After an "@" any written ending will do;
 * after "at" as well, well-known mail services need none.
 */
export function domainAt(tokens: readonly Token[], index: number, after: 'sign' | 'at' | 'nothing'): Domain | null {
  const labels: string[] = [];
  let confidence = 1;
  let position = index;
  let ended: Domain | null = null;
  for (let count = 0; count < MAX_LABELS; count += 1) {
    const single = count > 0 ? labelAt(tokens, position, 1) : null;
    const ending = single ? topLevelDomain(single.text) : null;
    const label =
      ending || (single && after === 'sign' && isWrittenEnding(tokens, position, single))
        ? single
        : labelAt(tokens, position, MAX_LABEL_WORDS);
    if (!label) break;
    if (label.words > 1) confidence *= FACTOR.severalWords;
    labels.push(ending?.text ?? label.text);
    if (ending) {
      const factor = ending.guessed ? FACTOR.guessedEnding : 1;
      ended = { text: labels.join('.'), end: label.end, confidence: confidence * factor };
    } else if (after === 'sign' && count > 0 && isWrittenEnding(tokens, position, label)) {
      ended = { text: labels.join('.'), end: label.end, confidence };
    }
    position = label.end;
    const dot = dotAt(tokens, position);
    if (dot === 0) break;
    position += dot;
  }
  return ended ?? (after === 'nothing' ? null : wellKnown(tokens, index));
}

const isWrittenEnding = (tokens: readonly Token[], position: number, label: Label): boolean =>
  tokens[position - 1]?.text === '.' && label.words === 1 && /^[a-z]{2,24}$/.test(label.text);

/** "at gmail". Only after an "@" or "at" with a mailbox, which the caller checks. */
function wellKnown(tokens: readonly Token[], index: number): Domain | null {
  const word = tokens[index]?.text ?? '';
  if (WELL_KNOWN.has(word)) return { text: `${word}.com`, end: index + 1, confidence: FACTOR.missingEnding };
  const isGMail = word === 'g' && tokens[index + 1]?.text === 'mail';
  return isGMail ? { text: 'gmail.com', end: index + 2, confidence: FACTOR.missingEnding } : null;
}

/** A label: one unit, or several up to the next dot ("elm street dot com", "b b c news dot com"). */
function labelAt(tokens: readonly Token[], index: number, maxUnits: number): Label | null {
  let label = unitAt(tokens, index, false);
  for (let units = 1; label && dotAt(tokens, label.end) === 0 && units < maxUnits; units += 1) {
    const hyphen = isSpokenHyphen(tokens[label.end]) ? 1 : 0;
    const next = unitAt(tokens, label.end + hyphen, true);
    if (!next) return null;
    label = { text: label.text + (hyphen > 0 ? '-' : '') + next.text, end: next.end, words: label.words + (hyphen > 0 ? 0 : 1) };
  }
  return label && maxUnits > 1 && dotAt(tokens, label.end) === 0 ? null : label;
}

/** Spelled letters in a row, or one word or number with all that is joined to it. */
function unitAt(tokens: readonly Token[], index: number, inside: boolean): Label | null {
  if (isLetterToken(tokens[index])) return lettersAt(tokens, index);
  let text = '';
  let position = index;
  for (;;) {
    const token = tokens[position];
    if (!token || (position > index && token.spaced)) break;
    if (isJoiningMark(tokens, position, '-') && text !== '') text += '-';
    else if (token.kind === 'digits' || (token.kind === 'word' && /^\p{L}+$/u.test(token.text)))
      text += labelText(token, inside, tokens[position + 1]);
    else break;
    position += 1;
  }
  return text === '' || isSpokenHyphen(tokens[index]) ? null : { text, end: position, words: 1 };
}

/** Number words after another word are digits ("studio fifty four"); a name may start with one ("one medical"). */
function labelText(token: Token, inside: boolean, next: Token | undefined): string {
  if (!inside) return token.text;
  const tens = TENS_WORDS.get(token.text);
  const goesOn = (DIGIT_WORDS.get(next?.text ?? '') ?? 0) > 0;
  const value = tens === undefined ? (DIGIT_WORDS.get(token.text) ?? TEEN_WORDS.get(token.text)) : goesOn ? tens / 10 : tens;
  return value === undefined ? token.text : String(value);
}

function lettersAt(tokens: readonly Token[], index: number): Label {
  let text = '';
  let position = index;
  while (isLetterToken(tokens[position]) && text.length < MAX_LABEL_LETTERS) {
    text += tokens[position]?.text ?? '';
    position += 1;
    if (isJoiningMark(tokens, position, '-') && isLetterToken(tokens[position + 1])) position += 1;
  }
  return { text, end: position, words: 1 };
}

const isSpokenHyphen = (token: Token | undefined): boolean => token?.text === 'dash' || token?.text === 'hyphen';
