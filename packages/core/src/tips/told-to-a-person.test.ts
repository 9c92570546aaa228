import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Review } from '../documents/review.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from '../verdict/review.ts';

const golden = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../fixtures/golden/${name}.json`, import.meta.url), 'utf8')) as Review;
const script = (text: string) => review(scriptArtifacts(text, { name: 'script' }), { reader });

/** Words of ours that say nothing to the one who called. */
const OURS = /house rule|[mµ]u?-law|\bseed \d|npm start|affiliation|moonshine|schema/i;

it.each([
  ['alumnus', golden('alumnus')],
  ['consultant', golden('consultant')],
  ['reference', golden('reference')],
  ['a long script', script(`Hi Ann, this is Ben Cole. ${'I would like to say something that takes quite a while to say. '.repeat(12)}`)],
])('%s: no finding speaks of our own machinery', (_, { tips, notes, verdict }) => {
  const told = [...tips, ...notes].flatMap(({ headline, findings }) => [
    headline,
    ...findings.flatMap(({ message, evidence, fix }) => [message, evidence, fix]),
  ]);
  for (const words of [...told, ...verdict.reasons]) expect(words).not.toMatch(OURS);
});

/** How a table of measures speaks. */
const MARKING = /looked for|found none|\bexpected\b/i;

it.each([
  ['alumnus', golden('alumnus')],
  ['consultant', golden('consultant')],
  ['reference', golden('reference')],
  ['a message without anything', script('The thing is here. It is blue.')],
  ['a message that begs', script('Please please call me, I beg you, I am so sorry, sorry again. Bye.')],
  ['a number in one run', script('Hi Ann, this is Ben Cole from Alder. Is the job open? Call 4155550142.')],
  [
    'a long talk',
    script(
      'Hi Ann, this is Ben Cole. We met in Leeds. Could we talk for 90 minutes about the job? I am at 415 555 0142, again 415 555 0142.',
    ),
  ],
])('%s: evidence is a sentence or the words themselves, never an entry of a table', (_, { tips, notes }) => {
  for (const { evidence, message } of [...tips, ...notes].flatMap(({ findings }) => findings)) {
    expect(evidence).not.toMatch(MARKING);
    expect(evidence, message).toMatch(/^[\p{Lu}\d“]/u);
    expect(evidence, message).toMatch(/[.!?”]$/);
  }
});
