import { describe, expect, it } from 'vitest';
import { scriptArtifacts } from '../../spoken/script-artifacts.ts';
import { readMessage } from '../read-message.ts';
import type { NgramHeads } from './ngram-heads.ts';
import { ngramsOf, partsOf, type TextPart } from './ngrams.ts';
import { pressingOf } from './pressing-head.ts';
import { type ReaderToken, readerTokens } from './reader-tokens.ts';
import { trainedReader as reader } from './trained.fixture.ts';

const tokensOf = (text: string) => readerTokens(text, []);

describe('the parts that are weighed', () => {
  it('are sentences, and windows that leave no word out where speech has no stops', () => {
    const words = Array.from({ length: 61 }, (_, k) => `word${k}`).join(' ');
    expect(partsOf(tokensOf('Call me. Or else!'))).toEqual([
      { first: 0, last: 2 },
      { first: 3, last: 5 },
    ]);
    const windows = partsOf(tokensOf(words));
    expect(windows[0]).toEqual({ first: 0, last: 19 });
    expect(windows.at(-1)?.last).toBe(60);
    for (const [k, { first }] of windows.entries()) expect(first).toBeLessThanOrEqual((windows[k - 1]?.last ?? -1) + 1);
    expect(partsOf([])).toEqual([]);
  });

  it('have each run of words once, without full stops and commas', () => {
    const tokens = tokensOf('Now, now.');
    const texts = ngramsOf(tokens, { first: 0, last: tokens.length - 1 }).map(({ text }) => text);
    expect(texts).toEqual(['^', '^ now', '^ now now', '^ * now', 'now', 'now now', 'now now $', 'now * $', 'now $', '$']);
  });
});

it('a head adds its weights of a part, and the core of a long part that presses is quoted', () => {
  const weights = { 'pressing.part': { or: 6, please: 1 }, 'begging.part': { or: -1, please: 1 } };
  const rows = ['or', 'please'];
  const heads: NgramHeads = {
    weigh: (tokens) => {
      const weighed = (part: TextPart) => ({
        ...part,
        rows: ngramsOf(tokens, part).flatMap(({ text }) => (rows.includes(text) ? [rows.indexOf(text)] : [])),
      });
      return { parts: partsOf(tokens).map(weighed), whole: weighed({ first: 0, last: tokens.length - 1 }) };
    },
    score: (head, part) => part.rows.reduce((sum, row) => sum + (weights[head as keyof typeof weights]?.[rows[row] as 'or'] ?? 0), -1),
    weightOf: (head, { text }) => weights[head as keyof typeof weights]?.[text as 'or'] ?? 0,
  };
  const pressing = (tokens: ReaderToken[]) => pressingOf(heads, tokens, heads.weigh(tokens), 0.9);
  const long = tokensOf(`${'so '.repeat(12)} call me or else ${'well '.repeat(8)}`);
  const found = pressing(long);
  expect(found?.begs).toBe(false);
  const quoted = long.slice(found?.part.first, (found?.part.last ?? 0) + 1).map(({ norm }) => norm);
  expect(quoted).toEqual(expect.arrayContaining(['or', 'else']));
  expect(quoted.length).toBeLessThanOrEqual(14);
  expect(pressing(tokensOf('please please'))?.begs).toBe(false);
  expect(pressing([])).toBeUndefined();
});

const pleasIn = (text: string) => {
  const { transcript } = scriptArtifacts(text, { name: 'call.txt' });
  return transcript.ok ? readMessage(transcript.value, { reader }).pleas : [];
};

describe('messages that press or beg in words of no set form', () => {
  it.each([
    [
      'pressure',
      'Your account will be closed and a warrant will be issued for your arrest unless you call this number immediately. 888-555-0101.',
    ],
    ['begging', 'Please sir, I am begging you, I have no one else, I will do anything, just one call. Ana Reyes, 312-555-0144.'],
  ])('%s is told with its words: %s', (kind, text) => {
    const [plea] = pleasIn(text);
    expect(plea).toMatchObject({ kind });
    expect(text).toContain(plea?.quote);
  });

  it.each([
    'Hi Tom, it’s Ana Reyes from Alder Freight. The rate is good until Friday. Do you want me to book the truck? 312-555-0144.',
    'Hi Tom, it’s Ana. I left you two messages about the tiles; skip them, I found the box. Is Tuesday still on? 312-555-0144.',
    'Hi Sam, Luis here. I’m sick of this rain. Please bring the tarp if you can. Can you come at six? 312-555-0144.',
  ])('and calm ones are not accused: %s', (text) => expect(pleasIn(text)).toEqual([]));
});
