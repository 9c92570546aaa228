import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBrief } from '../brief/schema.ts';
import { tidyBrief } from '../brief/typed/tidy-brief.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { composeScripts } from './compose.ts';

const fixture = (path: string) => JSON.parse(readFileSync(new URL(`../../../../fixtures/${path}`, import.meta.url), 'utf8'));
const TYPED = fixture('texts/typed-briefs.json') as unknown[];
const GOLDEN = fixture('golden/typed-briefs.json') as { asked: string; scripts: string[] }[];

/** What nobody says, whoever typed the brief. */
const NEVER: readonly RegExp[] = [
  /undefined|\s[,.:?]|[,;:]\.|\.\.|\?\.|\s\s/,
  /(?:^|[.?!] )(?!Or )\p{Ll}/u,
  /\bi\b(?!\.)|\bi['’]/,
  /\bfrom (?:a|an|the) (?:\S+ )?(?:graduate|nurse|student|engineer|plumber|mum|neighbour)\b/,
  /\bthe (?:st|mr|mrs|ms|dr)\b/i,
  /\bYou and I['’]ve\b/,
  /\b(?:mr|mrs|ms|dr|professor) \p{Ll}/u,
  /\bby (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/,
  /\bI need (?:to know|an answer)\b|\bhave my assistant\b|\bGood day\b/,
  /\bassistant, my\b/,
  /\bmutual contact, my\b|\bboth know my\b/,
  /\bThat is because of\b|\bhave worked at [^.,]+, in \d/,
  /\bone question[^.?]*[:.] [^?]*\? And\b/,
  /Luis Ortega|\bAlum\b/,
  /\b(?:luca|ines|leeds|cv)\b(?! at )/,
  /\bgive me an? \w+-minute call\b|\bcould you call \d/,
];
const minutesIn = (text: string) => text.match(/\b(?:\w+)(?: minutes?|-minute)\b/g)?.filter((said) => !/^the /.test(said)).length ?? 0;

function expectSayable(text: string): void {
  for (const never of NEVER) expect(text).not.toMatch(never);
  expect(text).toMatch(/^(?:Hi|Hello|Hey)[ ,].*\bthank(?:s| you)\b.{0,60}[.!]$/i);
  expect(minutesIn(text), text).toBeLessThanOrEqual(1);
}

describe('fifty briefs typed as people type', () => {
  it('give the scripts that were read aloud (npm run goldens writes them anew)', () => {
    expect(TYPED).toHaveLength(50);
    const now = TYPED.map((brief) => composeScripts(parseBrief(brief), { reader }).scripts.map(({ text }) => text));
    expect(now).toEqual(GOLDEN.map(({ scripts }) => scripts));
  }, 120_000);

  it('say nothing that nobody would say', () => {
    for (const { scripts } of GOLDEN) for (const text of scripts) expectSayable(text);
  });

  it('are tidied once and for all', () => {
    for (const typed of TYPED) {
      const tidy = tidyBrief(parseBrief(typed));
      expect(tidyBrief(tidy)).toEqual(tidy);
    }
  });
});

const lazily = (text: string) => fc.constantFrom(text, text.toLowerCase());
const anyOf = (...texts: string[]) => fc.constantFrom(...texts).chain(lazily);
const name = anyOf('Sarah Kim', 'Martin Oyelaran', "Siobhan O'Brien", 'Maria van der Berg', 'Jean-Luc Martin');
const typedBrief = fc.record({
  caller: fc.record({
    name,
    organisation: anyOf(
      'Registered Nurse',
      'PhD student at Tübingen',
      "Lena's mum",
      'Harbour Foods',
      'the Orchard Trust',
      'your neighbour',
    ),
  }),
  whom: fc.oneof(
    name,
    fc.tuple(anyOf('Mr', 'Ms.', 'Dr', 'Professor', 'Mrs'), anyOf('Alvarez', 'Nakamura', 'Oyelaran')).map((words) => words.join(' ')),
  ),
  bridge: fc.oneof(
    name.map((person) => ({ tie: 'referrer' as const, person })),
    anyOf("St. Mary's", 'Northfield Hospital').map((organisation) => ({ tie: 'shared-organisation' as const, organisation })),
    fc.constantFrom('met at the open day', 'read your article on harbours').map((sentence) => ({ tie: 'own-words' as const, sentence })),
  ),
  question: anyOf(
    'The role is still open',
    'Is the role still open',
    'I want to visit the plant',
    'Any news on my application',
    'You are hiring',
  ),
  minutes: fc.constantFrom('five', 'half an hour', '5-10', '12'),
  by: anyOf('Friday', 'two days', 'end of the week', 'asap'),
  helper: fc.constantFrom('my husband', 'Helen', 'my assistant helen'),
  number: fc.constantFrom('415-555-0142', '0046 70 174 06 05', '555-0123', '07700 900123'),
  register: fc.constantFrom('formal' as const, 'plain' as const, 'casual' as const),
});

it('whatever is typed, and however, every script can be said', () => {
  fc.assert(
    fc.property(typedBrief, ({ whom, by, helper, number, ...rest }) => {
      const brief = parseBrief({
        ...rest,
        whom: { name: whom },
        deadline: { by },
        numbers: [{ number }],
        replyChannels: [{ channel: 'assistant', name: helper }],
      });
      for (const { text } of composeScripts(brief, { reader }).scripts) expectSayable(text);
    }),
    { numRuns: 15, seed: 7 },
  );
}, 120_000);
