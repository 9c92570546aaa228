import type { Transcript, Word } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import type { DigitHead } from '../digit-head/digit-head.ts';
import { posteriorsOf } from '../digit-head/posteriors.fixture.ts';
import type { DigitSpot } from '../digit-head/spot.ts';
import { decideNumbers } from './decide-numbers.ts';
import { digitVocabulary, fakeModel, hears, type Opinion } from './fake-model.fixture.ts';
import { digitsSaid, numberRegions, wordsBeside } from './number-regions.ts';
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

function decide(said: string, opinion: Opinion, head: DigitHead, spots: DigitSpot[] = [], meant: string[] = []): Promise<Transcript> {
  const model = fakeModel(opinion);
  return decideNumbers(
    { model, head, vocabulary: digitVocabulary, sound, speech: undefined, signal: undefined, meant },
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

  it('tells at a number by how much the sound speaks against the one that is meant, where they differ', async () => {
    const said = 'Call four one five five five please';
    const against = async (meant: string) =>
      (await decide(said, hears('41555'), headOf('4 1 5 5 5'), [], [meant])).words.map(({ refused }) => refused);
    const [, first, ...others] = await against('41595');
    expect(first).toMatchObject({ text: '41595', tokens: 5, place: 'here' });
    expect(first?.log).toBeLessThan(-3);
    expect(others.every((one) => one === undefined)).toBe(true);
    expect((await against('41555')).every((one) => one === undefined)).toBe(true);
    expect((await against('2125550164')).every((one) => one === undefined)).toBe(true);
  });

  it('writes the digit that the decoder swallowed', async () => {
    const opinion = hears('4155');
    expect(digitsOf(await decide('Call four one five please', opinion, headOf('4 1 5 5')))).toBe('4155');
  });

  it('finds digits where the decoder wrote a sentence', async () => {
    const spot = { digits: '41555', start: 1.4, end: 3.6, heardAt: [1.7, 2.2, 2.7, 3.2, 3.5] };
    const heard = await decide('Call for wonders five years old please', hears('41555'), headOf('4 1 5 5 5'), [spot]);
    expect(digitsOf(heard)).toBe('41555');
    expect(heard.text.endsWith('please')).toBe(true);
    const [number] = heard.numbers ?? [];
    expect(heard.text.slice(number?.charStart, number?.charEnd)).toMatch(/^four.*five/);
    expect(number?.digits.map(({ digit }) => digit).join('')).toBe('41555');
  });

  it('keeps the words where the head hears no digit after all', async () => {
    const spot = { digits: '41555', start: 1.4, end: 3.6, heardAt: [1.7, 2.2, 2.7, 3.2, 3.5] };
    const said = 'Call wonders five years old please';
    expect((await decide(said, hears('41555'), headOf('x'), [spot])).text).toBe(said);
  });

  it('keeps what is surely said before the number in its place', async () => {
    const spot = { digits: '41555', start: 1.1, end: 5.4, heardAt: [3.2, 3.7, 4.2, 4.7, 5.2] };
    const heard = await decide('Call and please four one for five five', hears('41555'), headOf('_ _ 4 1 5 5 5'), [spot]);
    expect(digitsOf(heard)).toBe('41555');
    expect(heard.text).toMatch(/^Call and please four/);
  });

  it('leaves a number that is partly spelled to the decoder', async () => {
    const spot = { digits: '18555', start: 1.2, end: 3.4, heardAt: [1.6, 1.8, 2, 2.2, 2.4] };
    const said = 'Call 1-800-555-FLOW please';
    expect((await decide(said, hears('18555'), headOf('1 8 5 5 5'), [spot])).text).toBe(said);
  });

  it('decides a number that comes again from both times, and tells where one sounded otherwise', async () => {
    const opinion = hears('4155550142', () => 0.2);
    const said = 'four one five five five five zero one four two and that is four one five five five five zero one four two';
    const heard = await decide(said, opinion, headOf('4 1 5 5 5 5 0 1 4 2', '4 1 5 5 5 5 0 1 4 9/2:0.6'));
    expect(digitsOf(heard)).toBe('41555501424155550142');
    expect(heard.numbers).toHaveLength(2);
  });

  it('decides a number once whose second time lacks a digit, and tells where', async () => {
    const opinion = hears('41555501424155550142', () => 0.1);
    const said = 'four one five five five five zero one four two four one five five five zero one four two';
    const heard = await decide(said, opinion, headOf('4 1 5 5 5 5 0 1 4 2 4 1 5 5 5 _ 0 1 4 2'));
    expect(digitsOf(heard)).toBe('41555501424155550142');
    const [first, second] = heard.numbers ?? [];
    expect(first?.otherwise).toEqual([]);
    expect(second?.otherwise).toMatchObject([{ digit: null }]);
  });

  it('finds digits that are faint each by itself where the count speaks for them', async () => {
    const opinion = hears('4155550142', () => 0.2);
    const said = 'Call four one five or zero one four two please';
    const heard = await decide(said, opinion, headOf('4 1 5 x/5:0.75 x/5:0.75 x/5:0.75 0 1 4 2'));
    expect(digitsOf(heard)).toBe('4155550142');
  });

  it('asks the decoder for no reading that the head puts too far behind to come first', async () => {
    const asked: string[] = [];
    const model = fakeModel(hears('4155550142'));
    const listened = {
      ...model,
      scoreTakes: (states: Parameters<typeof model.scoreTakes>[0], tokens: readonly number[]) => {
        asked.push(
          digitVocabulary
            .read(tokens.slice(1))
            .text.replace(/[^a-z]+/g, ' ')
            .trim(),
        );
        return model.scoreTakes(states, tokens);
      },
    };
    const ear = { model: listened, head: headOf('4 1 5 5 5 5 0 1 4 2/9:0.99'), vocabulary: digitVocabulary, sound, speech: undefined };
    const heard = await decideNumbers({ ...ear, signal: undefined, meant: [] }, transcript('Call four one five please'), []);
    expect(digitsOf(heard)).toBe('4155550142');
    expect(asked).toContain('four one five five five five zero one four two');
    expect(asked).not.toContain('four one five five five five zero one four nine');
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
    const regions = numberRegions(words, [{ digits: '41555', start: 1.6, end: 3.4, heardAt: [1.8, 2.2, 2.6, 3, 3.3] }]);
    expect(regions).toHaveLength(1);
    expect(regions[0]).toMatchObject({ first: 1, end: 5 });
  });

  it('ends where something else is surely said, in which the head hears few digits', () => {
    const { words } = transcript('Call and please Call and please four one five five five');
    const spot = { digits: '041555', start: 1.2, end: 6.4, heardAt: [1.6, 4.2, 4.7, 5.2, 5.7, 6.2] };
    expect(numberRegions(words, [spot])).toMatchObject([{ first: 6, end: 11 }]);
  });

  it('ends where an extension is said, however unsure', () => {
    const { words } = transcript('four one five five five extension one two');
    const unsure = words.map((word) => ({ ...word, confidence: 0.6 }));
    const spot = { digits: '4155512', start: 0.9, end: 5, heardAt: [1.2, 1.7, 2.2, 2.7, 3.2, 4.2, 4.7] };
    expect(numberRegions(unsure, [spot])).toMatchObject([{ first: 0, end: 5 }]);
  });

  it('goes on over a sentence made up of digits', () => {
    const { words } = transcript('Call and please Call and please four one five five five');
    const spot = { digits: '84155541555', start: 1.2, end: 6.4, heardAt: [1.2, 1.7, 2.2, 2.7, 3.2, 3.7, 4.2, 4.7, 5.2, 5.7, 6.2] };
    expect(numberRegions(words, [spot])).toMatchObject([{ first: 0, end: 11 }]);
  });

  it('is none where few digits are left', () => {
    const { words } = transcript('Call and please Call and please four one');
    expect(numberRegions(words, [{ digits: '01555', start: 1.2, end: 5, heardAt: [1.6, 2, 4.2, 4.5, 4.8] }])).toEqual([]);
  });

  it('has a place where the decoder wrote nothing', () => {
    const { words } = transcript('Call me');
    expect(numberRegions(words, [{ digits: '41555', start: 5, end: 8, heardAt: [5.5, 6, 6.5, 7, 7.5] }])[0]).toMatchObject({
      first: 2,
      end: 2,
    });
  });
});

describe('words beside a number', () => {
  it('stay as far as they are surely something else', () => {
    const { words } = transcript('Call please for four one five twelve please 12 Call');
    const own = { before: words.slice(0, 1), words: words.slice(1, 9), after: words.slice(9) };
    const beside = wordsBeside(own, { start: 2.4, end: 3.9 });
    expect(beside.before.map(({ text }) => text)).toEqual(['Call', 'please', 'for']);
    expect(beside.after.map(({ text }) => text)).toEqual(['twelve', 'please', '12', 'Call']);
  });

  it('are none where the decoder was unsure: they were digits', () => {
    const unsure = transcript('Call for four one five by please').words.map((word) => ({ ...word, confidence: 0.5 }));
    const beside = wordsBeside({ before: [], words: unsure, after: [] }, { start: 2.4, end: 3.4 });
    expect(beside).toEqual({ before: [], after: [] });
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
