import type { Token } from '../spoken-numbers/tokens.ts';

/** What a stretch of connecting words does between two parts of a number. */
export type ConnectionKind = 'join' | 'repeat' | 'correct' | 'area-code';

/** Connecting words that start at a token. */
export interface Connection {
  kind: ConnectionKind;
  /** In tokens. */
  length: number;
}

// Apostrophes are dropped by the tokens: "thats", "im", "ill".
const WORDS: Readonly<Record<ConnectionKind, string>> = {
  join: `um umm uh uhh uhm er err erm ah eh hm hmm mm mmm okay ok right alright like so well yeah yep yes please now and then
    dash hyphen space dot point stroke thats its is are number brackets sir madam maam`,
  repeat: 'again repeat repeating',
  correct: 'sorry no nope wait correction actually rather oops whoops pardon apologies shoot dang damn gosh ending',
  'area-code': '',
};

const PHRASES: Readonly<Record<ConnectionKind, string>> = {
  join: `you know|let me see|lets see|let me think|let me check|let me look|hold on|hang on|one sec|one second|one moment|just a sec
    |just a second|just a moment|give me a second|bear with me|followed by|that is|it is|here it is|here we go|got that|got it
    |have you got that|the rest is|the number is|country code|open bracket|close bracket|in brackets`,
  repeat: `once again|once more|one more time|i repeat|ill repeat|i will repeat|im repeating|i am repeating|let me repeat|let me repeat that
    |ill repeat that|ill say that again|ill say it again|let me say that again|say again|that number again|the number again
    |that number again is|that number is|again that number is|ill say that once more|ill say it once more|ill give it again
    |ill give you that again|i said|in other words`,
  correct: `im sorry|so sorry|oh sorry|no wait|wait no|i mean|i meant|i mean to say|scratch that|strike that|or rather|make that
    |my mistake|my bad|excuse me|pardon me|beg your pardon|my apologies|i apologise|i apologize|let me start over|let me start again
    |start again|let me try that again|thats wrong|thats not right|ignore that|forget that|should be|that should be|it should be
    |i take that back|let me correct that|oh no|ah no|no sorry|sorry no|the last digit is|the last digits are|the last two are
    |the last two digits are|the last three are|the last three digits are|the last four are|the last four digits are|the last bit is
    |the last part is|ending in|ends in|ends with|it ends in|it ends with|that ends in|that ends with|the number ends in|my number ends in
    |should end in|it should end in|that should end in`,
  'area-code': `area code|area code is|the area code is|the area code|std code|std code is|dialling code|dialing code|dialling code is
    |dialing code is|in area code`,
};

interface Phrase {
  words: readonly string[];
  kind: ConnectionKind;
}

function phrasesByFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const map = new Map<string, Phrase[]>();
  const add = (kind: ConnectionKind, words: readonly string[]) => {
    const first = words[0];
    if (first) map.set(first, [...(map.get(first) ?? []), { words, kind }]);
  };
  for (const [kind, line] of Object.entries(WORDS)) for (const word of line.split(/\s+/)) add(kind as ConnectionKind, [word]);
  for (const [kind, line] of Object.entries(PHRASES))
    for (const phrase of line.split('|')) add(kind as ConnectionKind, phrase.trim().split(/\s+/));
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

const BY_FIRST_WORD = phrasesByFirstWord();

/** The longest row of connecting words that starts at `index`, or null. */
export function connectionAt(tokens: readonly Token[], index: number): Connection | null {
  const first = tokens[index];
  if (first?.kind !== 'word') return null;
  for (const { words, kind } of BY_FIRST_WORD.get(first.text) ?? []) {
    if (words.every((word, offset) => tokens[index + offset]?.text === word)) return { kind, length: words.length };
  }
  return null;
}
