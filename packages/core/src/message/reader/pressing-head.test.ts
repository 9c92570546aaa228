import { describe, expect, it } from 'vitest';
import { scriptArtifacts } from '../../spoken/script-artifacts.ts';
import { readMessage } from '../read-message.ts';
import { pressGrams, pressParts } from './press-parts.ts';
import { openPressingHead } from './pressing-head.ts';
import { readerTokens } from './reader-tokens.ts';
import { trainedReader as reader } from './trained.fixture.ts';

const tokensOf = (text: string) => readerTokens(text, []);

describe('the parts that are weighed', () => {
  it('are sentences, and windows that leave no word out where speech has no stops', () => {
    const words = Array.from({ length: 61 }, (_, k) => `word${k}`).join(' ');
    expect(pressParts(tokensOf('Call me. Or else!'))).toEqual([
      { first: 0, last: 2 },
      { first: 3, last: 5 },
    ]);
    const windows = pressParts(tokensOf(words));
    expect(windows[0]).toEqual({ first: 0, last: 19 });
    expect(windows.at(-1)?.last).toBe(60);
    for (const [k, { first }] of windows.entries()) expect(first).toBeLessThanOrEqual((windows[k - 1]?.last ?? -1) + 1);
    expect(pressParts([])).toEqual([]);
  });

  it('have each run of words once, without full stops and commas', () => {
    const tokens = tokensOf('Now, now.');
    const grams = pressGrams(tokens, { first: 0, last: tokens.length - 1 }).map(({ gram }) => gram);
    expect(grams).toEqual(['^', '^ now', '^ now now', 'now', 'now now', 'now now $', 'now $', '$']);
  });
});

it('the head adds the weights of its parts and of the whole, and quotes the core of a long part', () => {
  const head = openPressingHead({
    grams: 'or else\nplease',
    part: [6, 1],
    partBias: -3,
    whole: [2, 0],
    wholeBias: -1,
    begging: [-1, 1],
    beggingBias: 0,
    calibration: { bias: 0, part: 1, whole: 1 },
  });
  const long = tokensOf(`${'so '.repeat(12)} call me or else ${'well '.repeat(8)}`);
  const found = head(long);
  expect(found?.begs).toBe(false);
  expect(found?.logit).toBeGreaterThan(1);
  const quoted = long.slice(found?.part.first, (found?.part.last ?? 0) + 1).map(({ norm }) => norm);
  expect(quoted).toEqual(expect.arrayContaining(['or', 'else']));
  expect(quoted.length).toBeLessThanOrEqual(14);
  expect(head(tokensOf('please'))?.begs).toBe(true);
  expect(head([])).toBeUndefined();
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
