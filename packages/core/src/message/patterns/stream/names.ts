import type { Token } from '../../tokens/index.ts';
import type { WordList } from '../words/lexicon.ts';

const HONORIFICS = new Set(
  'mr mrs ms miss dr doctor prof professor judge senator captain reverend rev rabbi pastor father coach councillor sergeant officer inspector uncle aunt auntie sir dame lord lady'.split(
    ' ',
  ),
);
/** Written with a capital but never part of a person's or an organisation's name by itself. */
const NEVER = new Set(
  (
    'i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter diwali eid thanksgiving ' +
    'hiya howdy morning afternoon evening good greetings namaste namaskar hallo hola dear alright whatsapp linkedin facebook calendly telegram imessage slack zoom skype teams email text christmas ' +
    'ok okay id vip ceo cfo cto coo hr it pr pa gp tv cv dj mp3 pdf faq asap rsvp fyi am pm god sir madam please thanks thank hi hello hey'
  ).split(' '),
);
const GREETING = new Set([
  'hi',
  'hello',
  'hey',
  'hiya',
  'howdy',
  'dear',
  'morning',
  'afternoon',
  'evening',
  'day',
  "g'day",
  'namaste',
  'there',
]);
const INSIDE = new Set(['of', 'de', 'van', 'von', 'da', 'di', 'du', 'bin', 'al', 'ó', 'ní', 'mac', 'la', 'le']);
const SAYS = new Set(
  'said says told tells suggested suggests mentioned recommended referred gave asked thought thinks reckons reckoned introduced passed put pointed sent'.split(
    ' ',
  ),
);
const AFTER_NAME = new Set(
  'from with at here calling ringing phoning again speaking of and in over , . on about i my we this it'.split(' '),
);

/** Case tells names only where the text uses it: mostly lower case, with some capitals. */
function usesCase(tokens: readonly Token[]): boolean {
  let capitals = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.stop || token.norm === 'i') continue;
    words++;
    if (token.capital) capitals++;
  }
  return capitals > 0 && (capitals < words * MOSTLY || words < FEW_WORDS);
}
/** Above this share of capitals the text is written in capitals throughout. */
const MOSTLY = 0.7;
/** A text this short may be nothing but names. */
const FEW_WORDS = 4;
/** Tokens in which a caller gives a name. */
const OPENING = 12;
/** Words in the longest name read from a text without capitals. */
const LONGEST_NAME = 3;

/** Puts one NAME token in place of every run of words that names a person, an organisation or a place. */
export function collapseNames(tokens: readonly Token[], list: WordList): Token[] {
  const cased = usesCase(tokens);
  const out: Token[] = [];
  let index = 0;
  while (index < tokens.length) {
    const length = cased ? casedName(tokens, index, list) : plainName(tokens, index, list);
    const token = tokens[index];
    if (token === undefined) break;
    const last = tokens[index + length - 1];
    if (length > 0 && last !== undefined) {
      out.push({ norm: 'NAME', capital: true, stop: false, charStart: token.charStart, charEnd: last.charEnd });
      index += length;
    } else {
      out.push(token);
      index++;
    }
  }
  return out;
}

const isPlaceholder = (word: string): boolean => /^[A-Z]/.test(word);
const sameWord = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && a.charStart === b.charStart;

/** Number of tokens of the name that starts at `index` in a text with capitals; 0 when there is none. */
function casedName(tokens: readonly Token[], index: number, list: WordList): number {
  if (!canName(tokens[index]) || sameWord(tokens[index], tokens[index + 1])) {
    if (!(canName(tokens[index]) && tokens[index + 1]?.norm === "'s")) return 0;
  }
  let end = index + 1;
  while (end < tokens.length && !sameWord(tokens[end], tokens[end - 1])) {
    const token = tokens[end];
    if (canName(token)) end++;
    else if (token !== undefined && INSIDE.has(token.norm) && canName(tokens[end + 1])) end += 2;
    else break;
  }
  const length = end - index;
  const first = tokens[index]?.norm ?? '';
  if (HONORIFICS.has(first)) return length > 1 || startsSentence(tokens, index) === false ? length : 0;
  if (!startsSentence(tokens, index)) return length;
  return startName(tokens, index, end, list) ? length : 0;
}

/** A capital at the start of a sentence says nothing: the word itself or its place must. */
function startName(tokens: readonly Token[], index: number, end: number, list: WordList): boolean {
  const word = tokens[index]?.norm ?? '';
  if (list.isFirstName(word)) return true;
  const ordinary = list.isOrdinary(word);
  const next = tokens[end]?.norm ?? '';
  if (end - index > 1 && (!ordinary || list.mayBeFirstName(word))) return true;
  const calls = next === ',' || next === '.' || next === '!' ? index === 0 || GREETING.has(tokens[index - 2]?.norm ?? '') : false;
  if (ordinary) return false;
  const alone =
    (next === '.' || next === ',' || next === '!') && (tokens[end + 1] === undefined || isPlaceholder(tokens[end + 1]?.norm ?? ''));
  return calls || alone || SAYS.has(next) || (AFTER_NAME.has(next) && next !== ',' && next !== '.');
}

const canName = (token: Token | undefined): boolean =>
  token?.capital === true && !token.stop && !isPlaceholder(token.norm) && !NEVER.has(token.norm);

const startsSentence = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  return before === undefined || (before.stop && before.norm !== ',');
};

/** The same in a text without capitals: known first names, and unknown words where a name is due. */
function plainName(tokens: readonly Token[], index: number, list: WordList): number {
  const token = tokens[index];
  if (token === undefined || token.stop || isPlaceholder(token.norm)) return 0;
  const honorific = HONORIFICS.has(token.norm) && token.norm !== 'sir';
  const due = nameIsDue(tokens, index);
  if (!honorific && !list.isFirstName(token.norm) && !(due && (!list.isOrdinary(token.norm) || givesFirm(tokens, index, list)))) return 0;
  let end = index + 1;
  // After "mrs" any word is a name, also one that means something ("tan").
  if (honorific && isWord(tokens[end]) && !list.isFunctionWord(tokens[end]?.norm ?? '')) end++;
  while (end < tokens.length && end - index < LONGEST_NAME && continuesName(tokens[end], list)) end++;
  if (honorific && end === index + 1) return 0;
  return opens(tokens, index) ? addressed(tokens, index, end, honorific, list) : end - index;
}

/** "this is kelvin oates from": before a firm stands a name, also one that is a word. */
const givesFirm = (tokens: readonly Token[], index: number, list: WordList): boolean =>
  tokens[index - 1]?.norm === 'is' &&
  !list.isFunctionWord(tokens[index]?.norm ?? '') &&
  (GIVES_FIRM.has(tokens[index + 1]?.norm ?? '') ||
    (GIVES_FIRM.has(tokens[index + 2]?.norm ?? '') && !list.isFunctionWord(tokens[index + 1]?.norm ?? '')));

/** At the start of the message or after a greeting stands the listener's name, and the caller's may follow without a stop. */
const opens = (tokens: readonly Token[], index: number): boolean => index === 0 || GREETING.has(tokens[index - 1]?.norm ?? '');
const GIVES_FIRM = new Set(['from', 'at', 'with', 'here', 'of', 'calling', 'speaking']);

/** "hi ms achterberg femi adeyemi", "hi femke ross tulloch", "hi winston cleo at harbor": tokens of the listener's name alone. */
function addressed(tokens: readonly Token[], index: number, end: number, honorific: boolean, list: WordList): number {
  const length = end - index;
  const second = tokens[index + 1]?.norm ?? '';
  if (honorific) return length === LONGEST_NAME && !list.isFirstName(second) ? 2 : length;
  const twoFirstNames = list.isFirstName(tokens[index]?.norm ?? '') && list.isFirstName(second);
  return length > 1 && twoFirstNames && (length === LONGEST_NAME || GIVES_FIRM.has(tokens[end]?.norm ?? '')) ? 1 : length;
}

const isWord = (token: Token | undefined): boolean => token !== undefined && !token.stop && /^\p{Ll}[\p{Ll}'’-]+$/u.test(token.norm);

const continuesName = (token: Token | undefined, list: WordList): boolean =>
  token !== undefined && isWord(token) && (list.isFirstName(token.norm) || list.isLastName(token.norm) || !list.isOrdinary(token.norm));

function nameIsDue(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.norm ?? '';
  const beforeThat = tokens[index - 2]?.norm ?? '';
  if (GREETING.has(before)) return true;
  if (before === 'NAME') return isPlaceholder(before);
  if (before === 'name' || before === 'myself') return true;
  if (before === 'is')
    return (
      ['name', 'this'].includes(beforeThat) || (beforeThat === 'it' && (index < OPENING || AFTER_NAME.has(tokens[index + 1]?.norm ?? '')))
    );
  return tokens[index + 1]?.norm === 'here' && (index === 0 || tokens[index - 1]?.stop === true);
}
