import type { Review, Track } from '@ringback/core';
import { expect, it } from 'vitest';
import { levelSentence, pitchSentence } from './voice.ts';

const STEP_SEC = 0.05;
const track = (hz: (at: number) => number): Track =>
  ({ startSec: 0, stepSec: STEP_SEC, values: Array.from({ length: 200 }, (_, i) => hz(i * STEP_SEC)) }) as unknown as Track;
const said = (delivery: object, number = true): Review =>
  ({ delivery, message: { phoneNumbers: number ? [{ mentions: [{ start: 5, end: 9 }] }] : [] } }) as unknown as Review;

it.each([
  ['stays flat at the end of the number', () => 120],
  ['goes up at the end of the number', (at: number) => (at > 8 ? 160 : 120)],
  ['comes down at the end of the number', (at: number) => (at > 8 ? 90 : 120)],
])('the pitch in a sentence: %s', (words, hz) => {
  expect(pitchSentence(said({ pitch: { sdSemitones: 2 } }), track(hz))).toContain(words);
});

it('without a number, the whole message counts', () => {
  expect(
    pitchSentence(
      said({ pitch: { sdSemitones: 1 } }, false),
      track(() => 120),
    ),
  ).toContain('hardly moves');
  expect(
    pitchSentence(
      said({ pitch: null }, false),
      track(() => 120),
    ),
  ).toContain('Too little');
});

it.each([
  [8, 'quieter towards the end, by 8 decibels'],
  [1, 'as loud to the end'],
  [null, 'not judged'],
])('the level in a sentence: a fall of %s', (levelFallDb, words) => {
  expect(levelSentence(said({ levelFallDb }))).toContain(words);
});
