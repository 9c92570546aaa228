import { createWordList } from '../../message/patterns/words/lexicon.ts';
import { NOUNS, PEOPLE, VERBS } from './word-tables.ts';

const LEXICON = /* @__PURE__ */ createWordList();
const setOf = (table: string): ReadonlySet<string> => new Set(table.split('\n'));
const PERSONS = /* @__PURE__ */ setOf(PEOPLE);
const THINGS = /* @__PURE__ */ setOf(NOUNS);
const DEEDS = /* @__PURE__ */ setOf(VERBS);

/** Names of people that the lists of names leave out and the dictionary has. */
const NAMES_TOO = /^(?:jan|poppy|ash|finn|tucker|sawyer|archer|chip|turner|fletcher|mum|mom|dad)$/;

const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}-]/gu, '');

/** "parties" of "party", "boxes" of "box"; a word that is no plural stays. */
export function singularOf(word: string): string {
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Whether the dictionary has a noun for a person in it: "runner", "treasurer". */
export const isPerson = (word: string): boolean => PERSONS.has(bare(word));

/** "exercises" could be of "exercis" or "exercise": the dictionary knows which. */
const singularsOf = (word: string): string[] => [...new Set([singularOf(word), /[^su]s$/.test(word) ? word.slice(0, -1) : word])];

/** Whether it is mostly a noun, of a person or a thing, one or several. */
export const isNoun = (word: string): boolean => {
  const one = bare(word);
  return [one, ...singularsOf(one)].some((form) => PERSONS.has(form) || THINGS.has(form));
};

/** Whether it is a noun for several. */
export const isPlural = (word: string): boolean => {
  const one = bare(word);
  return singularsOf(one).some((single) => one !== single && (PERSONS.has(single) || THINGS.has(single) || DEEDS.has(single)));
};

/** Whether it is mostly a verb, in its plain form. */
export const isVerb = (word: string): boolean => DEEDS.has(bare(word));

/** "arrives", "moves": a verb as a third person has it. */
export const isThirdPerson = (word: string): boolean => {
  const one = bare(word);
  return singularsOf(one).some((form) => one !== form && DEEDS.has(form));
};

/** Whether it is a word of the language and could not be someone's name. */
export const isWord = (word: string): boolean => {
  const one = bare(word);
  if (LEXICON.isFirstName(one) || LEXICON.mayBeFirstName(one) || NAMES_TOO.test(one)) return false;
  return LEXICON.isOrdinary(one) || LEXICON.isFunctionWord(one) || [one, singularOf(one)].some((form) => DEEDS.has(form)) || isNoun(one);
};

/** What is spoken of without an article. */
const MASS =
  /^(?:advice|information|work|help|permission|parking|housing|feedback|research|homework|childcare|music|volunteering|sponsorship|storage|software|equipment|furniture|transport|practice|training|lunch|dinner|breakfast|coffee|school|info|access|proof|approval|leave|time|space|money|cash|milk|bread|paint|sand|gravel|mulch|wood|coal|gas|oil|food|paper|support|room|church|maths|math|everything|everyone|weather|traffic|rain|snow|water|heating|interest|enrolment|enrollment|choir|care|insurance|funding|cover|coverage|maintenance|security|safety|health|education|employment|accommodation|machinery|luggage|legislation|compensation|treatment|therapy|counselling|counseling|aid|stock|produce|timber|compost|hay|straw|feed|fuel|electricity|broadband)$/;

/** Whether it is spoken of without an article: "practice", "parking". */
export const isMass = (word: string): boolean => MASS.test(bare(word));

/** Whether it is someone's family name, whatever else it is. */
export const isLastName = (word: string): boolean => LEXICON.isLastName(bare(word));

/** Whether it is a town, a region or a country. */
export const isPlace = (word: string): boolean => LEXICON.isPlace(bare(word));

/** Whether it is someone's first name: for letters in capitals, which an abbreviation could be. */
export const isFirstName = (word: string): boolean => LEXICON.isFirstName(bare(word)) || LEXICON.mayBeFirstName(bare(word));
