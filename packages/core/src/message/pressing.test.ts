import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { pressingForms } from './pressing.ts';

const CORPUS = new URL('../../../../corpus/', import.meta.url);

/** Every corpus message with spans: its words, whether it presses or begs by its labels, and its verdict. */
const messages = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, CORPUS), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { id: string; marked?: string; verdict: string })
  .flatMap(({ id, marked, verdict }) =>
    marked === undefined ? [] : [{ id, verdict, labels: marked, text: marked.replace(/<[^>]*>/g, '') }],
  );
const formsIn = (text: string) => {
  const { transcript } = scriptArtifacts(text, { name: 'call.txt' });
  return transcript.ok ? pressingForms(transcript.value) : [];
};

it('set forms of words press nearly wherever they stand in the corpus, and stand in some of what presses', () => {
  const told = messages.filter(({ text }) => formsIn(text).length > 0);
  const wrong = told.filter(({ labels }) => !/<(?:pressure|plead)>/.test(labels)).map(({ id }) => id);
  const pressing = messages.filter(({ labels }) => labels.includes('<pressure>'));
  expect(wrong.length / told.length, wrong.join(', ')).toBeLessThanOrEqual(0.05);
  expect(told.length / pressing.length).toBeGreaterThan(0.06);
  expect(pressing.filter(({ verdict }) => verdict === 'return').length / pressing.length).toBeLessThan(0.01);
});

it.each([
  ['You owe me an answer and I am sick of waiting.', ['You owe me an answer', 'sick of waiting']],
  ['I’ve left you three messages already.', ['I’ve left you three messages already']],
  ['I left you three messages; bin the first two.', []],
  ['This offer expires tonight!', ['offer expires tonight']],
  ['The offer stands until Friday.', []],
  ['A letter headed final notice came for you.', []],
  ['Call me, or else.', ['or else']],
  ['Is it Friday or else Saturday?', []],
  ['Ring me back. Now. I mean it.', ['Ring me back. Now']],
  ['Ring me back. Now, about the fence.', []],
])('%s', (text, quotes) => expect(formsIn(text).map(({ quote }) => quote)).toEqual(quotes));
