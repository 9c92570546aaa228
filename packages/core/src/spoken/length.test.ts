import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { review } from '../verdict/review.ts';
import { LENGTH_SEC, spokenLength } from './length.ts';
import { scriptArtifacts } from './script-artifacts.ts';

const script = (name: string) => readFileSync(new URL(`../../../../fixtures/scripts/${name}.txt`, import.meta.url), 'utf8');

it.each(['alumnus', 'consultant', 'reference'])('is one truth for %s: the bar, the tip and the fact go by the same seconds', (name) => {
  const text = script(name);
  const { seconds, words, state } = spokenLength(text);
  const read = review(scriptArtifacts(text, { name }), { reader });
  const tip = read.tips.find(({ id }) => id === 'brevity');
  expect(tip?.findings[0]?.measure).toMatchObject({ value: seconds, unit: 's', expected: `at most ${LENGTH_SEC.heardOut}` });
  expect(tip?.status).toBe({ within: 'pass', over: 'improve', 'too-long': 'fail' }[state]);
  expect(read.facts.brief).toBe(state === 'within');
  expect(words).toBe(text.trim().split(/\s+/).length);
});
