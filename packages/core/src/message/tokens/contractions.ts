import type { Token } from './tokenise.ts';

/** Whole words that stand for several. */
const WHOLE: Readonly<Record<string, string>> = {
  "can't": 'can not',
  cannot: 'can not',
  "won't": 'will not',
  "shan't": 'shall not',
  "ain't": 'is not',
  "let's": 'let us',
  "y'all": 'you all',
  "o'clock": 'oclock',
  wanna: 'want to',
  gonna: 'going to',
  gotta: 'got to',
  gimme: 'give me',
  lemme: 'let me',
  dunno: 'do not know',
  kinda: 'kind of',
  sorta: 'sort of',
  "c'mon": 'come on',
  "ma'am": 'madam',
  "'cause": 'because',
  cos: 'because',
  cuz: 'because',
  coz: 'because',
  ya: 'you',
  yous: 'you',
  youse: 'you',
  u: 'you',
  ur: 'your',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  ta: 'thanks',
  tho: 'though',
  thru: 'through',
  tonite: 'tonight',
  im: 'i am',
  ive: 'i have',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  cant: 'can not',
  wont: 'will not',
  couldnt: 'could not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  werent: 'were not',
  havent: 'have not',
  hasnt: 'has not',
  hadnt: 'had not',
  thats: 'that is',
  whats: 'what is',
  heres: 'here is',
  theres: 'there is',
  wheres: 'where is',
  hows: 'how is',
  whos: 'who is',
  youre: 'you are',
  youve: 'you have',
  youll: 'you will',
  youd: 'you would',
  weve: 'we have',
  theyre: 'they are',
  theyve: 'they have',
  theyll: 'they will',
  itll: 'it will',
  itd: 'it would',
  thatll: 'that will',
  lets: 'let us',
};
const SUFFIX: Readonly<Record<string, string>> = { "'m": 'am', "'re": 'are', "'ve": 'have', "'ll": 'will', "n't": 'not' };
/** Words after which "'s" is a verb, never a possessor. */
const TAKES_IS = new Set([
  'it',
  'that',
  'there',
  'here',
  'he',
  'she',
  'what',
  'who',
  'where',
  'when',
  'how',
  'why',
  'this',
  'everything',
  'something',
  'nothing',
]);
const PARTICIPLES = new Set([
  'been',
  'had',
  'met',
  'said',
  'spoken',
  'seen',
  'done',
  'gone',
  'got',
  'gotten',
  'heard',
  'sent',
  'left',
  'told',
  'given',
  'come',
  'known',
  'made',
  'taken',
  'thought',
  'bought',
  'written',
  'rung',
  'better',
  'found',
  'put',
]);
const LOVE = new Set(['like', 'love', 'be', 'appreciate', 'really', 'just', 'prefer', 'welcome', 'value', 'only', 'rather']);

/** Splits contractions ("I'd like" to "i would like"), also where the apostrophes are missing. Both parts keep the place of the whole. */
export function expandContractions(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    const next = tokens[index + 1]?.norm ?? '';
    const parts = token.stop ? undefined : partsOf(token.norm, next, out.at(-1));
    if (parts === undefined) out.push(token);
    else out.push(...parts.map((norm, part) => ({ ...token, norm, capital: part === 0 && token.capital })));
  }
  return out;
}

function partsOf(word: string, next: string, previous: Token | undefined): string[] | undefined {
  if (Object.hasOwn(WHOLE, word)) return WHOLE[word]?.split(' ');
  if (word === 'id' && LOVE.has(next)) return ['i', 'would'];
  if (word === 'ill' && (previous === undefined || previous.stop || previous.norm === 'and' || previous.norm === 'so'))
    return ['i', 'will'];
  if (word === 'its' && startsClause(previous)) return ['it', 'is'];
  const apostrophe = word.lastIndexOf("'");
  if (apostrophe < 1) return undefined;
  const tail = word.endsWith("n't") ? "n't" : word.slice(apostrophe);
  const base = word.slice(0, word.length - tail.length);
  const simple = SUFFIX[tail];
  if (simple !== undefined) return [base, simple];
  if (tail === "'d") return [base, PARTICIPLES.has(next) || /[^e]ed$/.test(next) ? 'had' : 'would'];
  if (tail === "'s") return [base, TAKES_IS.has(base) ? 'is' : "'s"];
  return undefined;
}

const OPENERS = new Set([
  'and',
  'but',
  'so',
  'hi',
  'hello',
  'hey',
  'because',
  'anyway',
  'okay',
  'ok',
  'yeah',
  'well',
  'um',
  'uh',
  'think',
  'morning',
  'afternoon',
  'evening',
  'thanks',
  'if',
]);
const startsClause = (previous: Token | undefined): boolean =>
  previous === undefined || previous.stop || previous.capital || OPENERS.has(previous.norm);
