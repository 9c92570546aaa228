import type { Transcript, Word } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import type { DigitHead } from '../digit-head/digit-head.ts';
import { posteriorsOf } from '../digit-head/posteriors.fixture.ts';
import type { DigitSpot } from '../digit-head/spot.ts';
import { decideNumbers } from './decide-numbers.ts';
import { digitVocabulary, fakeModel, hears, type Opinion } from './fake-model.fixture.ts';
import { digitsSaid, numberRegions } from './number-regions.ts';
import { digitsIn } from './number-runs.ts';
import { editDistance, isSameNumber } from './two-mentions.ts';
import { MODEL_RATE } from './variant.ts';

const WORD_SEC = 0.5;
const sound = {
  sampleRate: MODEL_RATE,
  samples: Float32Array.from({ length: 20 * MODEL_RATE }, (_, i) => 0.2 * Math.sin(i * 0.3) * (i % 8000 < 5600 ? 1 : 0.01)),
};

/** Words half a second apart; "Call", "and" and "please" are sure. */
function transcript(said: string): Transcript {
  let text = '';
  const words = said.split(' ').map((word, i): Word => {
    const charStart = text.length === 0 ? 0 : text.length + 1;
    text = text.length === 0 ? word : `${text} ${word}`;
    const start = 1 + i * WORD_SEC;
    return {
      text: word,
      charStart,
      charEnd: charStart + word.length,
      start,
      end: start + 0.4,
      confidence: /Call|and|please/.test(word) ? 0.99 : 0.9,
      method: 'attention',
    };
  });
  return { text, words };
}

/** A head that hears the same pieces in every take; one place after another where several are given. */
function headOf(...places: string[]): DigitHead {
  let calls = 0;
  return {
    hear: async () => [posteriorsOf(places[Math.min(calls++, places.length - 1)] ?? '_')],
    close: async () => {},
  };
}

function decide(said: string, opinion: Opinion, head: DigitHead, spots: DigitSpot[] = []): Promise<Transcript> {
  const model = fakeModel(opinion);
  return decideNumbers(
    { model, head, vocabulary: digitVocabulary, sound, speech: undefined, signal: undefined, meant: [] },
    transcript(said),
    spots,
  );
}

const digitsOf = ({ words }: Transcript): string => words.map(({ text }) => digitsIn(text) ?? '').join('');

describe('decideNumbers', () => {
  it('leaves what both wrote, and trusts it more', async () => {
    const heard = await decide('Call 415 555 please', hears('415555'), headOf('4 1 5 5 5 5'));
    expect(heard.text).toBe('Call 415 555 please');
    expect(heard.words[1]?.confidence).toBeGreaterThan(0.99);
    expect(heard.numbers?.[0]?.otherwise).toEqual([]);
  });

  it('writes the digit that the decoder swallowed', async () => {
    const opinion = hears('4155');
    expect(digitsOf(await decide('Call four one five please', opinion, headOf('4 1 5 5')))).toBe('4155');
  });

  it('finds digits where the decoder wrote a sentence', async () => {
    const spot = { digits: '41555', start: 1.4, end: 3.6 };
    const heard = await decide('Call for wonders five years old please', hears('41555'), headOf('4 1 5 5 5'), [spot]);
    expect(digitsOf(heard)).toBe('41555');
    expect(heard.text.endsWith('please')).toBe(true);
    const [number] = heard.numbers ?? [];
    expect(heard.text.slice(number?.charStart, number?.charEnd)).toMatch(/^four.*five/);
    expect(number?.digits.map(({ digit }) => digit).join('')).toBe('41555');
  });

  it('keeps the words where the head hears no digit after all', async () => {
    const spot = { digits: '41555', start: 1.4, end: 3.6 };
    const said = 'Call wonders five years old please';
    expect((await decide(said, hears('41555'), headOf('x'), [spot])).text).toBe(said);
  });

  it('decides a number that comes again from both times, and tells where one sounded otherwise', async () => {
    const opinion = hears('4155550142', () => 0.2);
    const said = 'four one five five five five zero one four two and that is four one five five five five zero one four two';
    const heard = await decide(said, opinion, headOf('4 1 5 5 5 5 0 1 4 2', '4 1 5 5 5 5 0 1 4 9/2:0.6'));
    expect(digitsOf(heard)).toBe('41555501424155550142');
    expect(heard.numbers).toHaveLength(2);
  });

  it('decides a number said twice in one breath once', async () => {
    const opinion = hears('41555501084155550106', () => 0.2);
    const said = 'four one five five five five zero one zero eight four one five five five five zero one zero six';
    const heard = await decide(said, opinion, headOf('4 1 5 5 5 5 0 1 0 8/6:0.6 4 1 5 5 5 5 0 1 0 6'));
    expect(digitsOf(heard)).toBe('41555501064155550106');
  });
});

describe('numberRegions', () => {
  it('joins what the decoder wrote and what the head hears there', () => {
    const { words } = transcript('Call four one five now please');
    const regions = numberRegions(words, [{ digits: '41555', start: 1.6, end: 3.4 }]);
    expect(regions).toHaveLength(1);
    expect(regions[0]).toMatchObject({ first: 1, end: 5 });
  });

  it('has a place where the decoder wrote nothing', () => {
    const { words } = transcript('Call me');
    expect(numberRegions(words, [{ digits: '41555', start: 5, end: 8 }])[0]).toMatchObject({ first: 2, end: 2 });
  });
});

describe('digits said', () => {
  it('counts doubled digits, and knows when something else is said', () => {
    expect(digitsSaid(transcript('four double five triple zero').words)).toBe('455000');
    expect(digitsSaid(transcript('four years').words)).toBeNull();
  });

  it('are the same number when few differ', () => {
    expect(editDistance('4155550142', '415550142')).toBe(1);
    expect(isSameNumber('4155550142', '4155550143')).toBe(true);
    expect(isSameNumber('4155550142', '9175553871')).toBe(false);
  });
});
