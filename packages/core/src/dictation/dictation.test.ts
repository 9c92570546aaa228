import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhoneNumber } from '../documents/message.ts';
import type { TimedDigit } from '../documents/transcript.ts';
import { correctedDigits } from './corrections.ts';
import { drawDictation } from './drawing.ts';
import { drawDictationSvg } from './drawing-svg.ts';
import { usualGroupSizes } from './drill.ts';
import { findGroups } from './groups.ts';
import { judgeDictation, worstFigure } from './judge.ts';
import { measureDictation } from './measure.ts';
import { endPitchMove } from './pitch-move.ts';

/** Says `groups` (such as "415 555 0142") with digits of `digitSec`, silence inside groups and between them. */
function say(groups: string, start = 1, digitSec = 0.4, innerSec = 0.15, gapSec = 0.4): TimedDigit[] {
  const digits: TimedDigit[] = [];
  let time = start;
  for (const character of groups) {
    if (character === ' ') {
      time += gapSec - innerSec;
      continue;
    }
    digits.push({ digit: character, start: time, end: time + digitSec });
    time += digitSec + innerSec;
  }
  return digits;
}

function number(digits: string, ...mentions: (TimedDigit[] | undefined)[]): PhoneNumber {
  return {
    e164: null,
    digits,
    confidence: 1,
    mentions: mentions.map((said) => ({ quote: digits, charStart: 0, charEnd: digits.length, ...(said ? { digits: said } : {}) })),
  };
}

const sizes = (ends: number[], count: number) => [...ends, count - 1].map((end, index, all) => end - (all[index - 1] ?? -1));

describe('groups', () => {
  it.each([
    ['415 555 0142', [3, 3, 4]],
    ['020 7946 0018', [3, 4, 4]],
    ['01 42 68 53 00', [2, 2, 2, 2, 2]],
    ['1 415 555 0142', [1, 3, 3, 4]],
    ['555 0142', [3, 4]],
  ])('finds the groups of %s from the gaps alone', (text, expected) => {
    const digits = say(text);
    const gaps = digits.slice(1).map((digit, index) => digit.start - (digits[index]?.end ?? 0));
    const found = findGroups(gaps);
    expect(sizes(found.ends, digits.length)).toEqual(expected);
    expect(found.heard.every(Boolean)).toBe(true);
  });

  it('hears no group where all gaps are equal, and falls back on the usual writing without calling it heard', () => {
    const even = new Array<number>(9).fill(0.01);
    expect(findGroups(even).heard.some(Boolean)).toBe(false);
    const usual = findGroups(even, [3, 3, 4]);
    expect(sizes(usual.ends, 10)).toEqual([3, 3, 4]);
    expect(usual.heard).toEqual([false, false]);
  });

  it('believes clear gaps over the usual writing', () => {
    const digits = say('41 55 55 01 42');
    const gaps = digits.slice(1).map((digit, index) => digit.start - (digits[index]?.end ?? 0));
    expect(sizes(findGroups(gaps, [3, 3, 4]).ends, 10)).toEqual([2, 2, 2, 2, 2]);
  });

  it('survives timing errors of 30 ms on clear gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -0.03, max: 0.03, noNaN: true }), { minLength: 9, maxLength: 9 }), (errors) => {
        const digits = say('415 555 0142');
        const gaps = digits.slice(1).map((digit, index) => Math.max(0, digit.start - (digits[index]?.end ?? 0) + (errors[index] ?? 0)));
        expect(sizes(findGroups(gaps, [3, 3, 4]).ends, 10)).toEqual([3, 3, 4]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('measureDictation', () => {
  it('measures rates, gaps, repetition and what is left', () => {
    const first = say('415 555 0142', 2);
    const second = say('415 555 0142', 12, 0.45);
    const end = first[9]?.end ?? 0;
    const found = measureDictation({ number: number('4155550142', first, second), durationSec: 20 });
    const mention = found?.mentions[0];
    expect(mention?.digitsPerSec).toBeCloseTo(10 / (end - 2), 6);
    expect(mention?.groups.map((group) => group.digits.length)).toEqual([3, 3, 4]);
    expect(mention?.groups[0]?.gapAfterSec).toBeCloseTo(0.4, 6);
    expect(mention?.groups[0]?.digitsPerSec).toBeCloseTo(3 / (3 * 0.4 + 2 * 0.15), 6);
    expect(found?.timesSaid).toBe(2);
    expect(found?.apartSec[0]).toBeCloseTo(12 - end, 6);
    expect(found?.afterFirstSec).toBeCloseTo(20 - end, 6);
    expect(found?.clearest).toBe(1);
  });

  it('puts the outer edges on the edges of speech', () => {
    const digits = say('415 555 0142', 1);
    const last = digits[9]?.end ?? 0;
    const late = digits.map((digit, index) => (index === 0 ? { ...digit, start: digit.start + 0.1 } : digit));
    const activity = { segments: [{ start: 1, end: last }], pauses: [], fillers: [], minPauseSec: 0.1 };
    const found = measureDictation({ number: number('4155550142', late), durationSec: 9, activity });
    expect(found?.mentions[0]?.digitsPerSec).toBeCloseTo(10 / (last - 1), 6);
  });

  it('uses the silences of the signal where a recogniser stretched a digit over the pause', () => {
    const digits = say('415 555 0142', 1);
    const third = digits[2];
    const fourth = digits[3];
    if (!third || !fourth) throw new Error('no digits');
    const pauses = [{ start: third.end, end: fourth.start }];
    third.end = fourth.start;
    const activity = { segments: [], pauses, fillers: [], minPauseSec: 0.1 };
    const found = measureDictation({ number: number('4155550142', digits), durationSec: 9, activity });
    expect(found?.mentions[0]?.groups[0]?.gapAfterSec).toBeCloseTo(0.4, 6);
  });

  it('finds the silences in the level where the times of the digits meet', () => {
    const digits = say('415 555 0142', 1);
    const stepSec = 0.01;
    const isSpoken = (time: number) => digits.some((digit) => time >= digit.start && time < digit.end);
    // As a window of 30 ms would show it: loud as soon as any of it is speech.
    const values = Array.from({ length: 900 }, (_, index) =>
      [-0.014, 0, 0.014].some((shift) => isSpoken((index + 0.5) * stepSec + shift)) ? -20 : -60,
    );
    const level = { startSec: stepSec / 2, stepSec, values };
    const stretched = digits.map((digit, index) => ({ ...digit, end: digits[index + 1]?.start ?? digit.end }));
    const mention = measureDictation({ number: number('4155550142', stretched), durationSec: 9, level })?.mentions[0];
    expect(mention?.groups.map((group) => group.digits.length)).toEqual([3, 3, 4]);
    expect(Math.abs((mention?.groups[0]?.gapAfterSec ?? 0) - 0.4)).toBeLessThan(0.021);
    const flat = { startSec: 0, stepSec, values: values.map(() => -20) };
    const unheard = measureDictation({ number: number('4155550142', stretched), durationSec: 9, level: flat })?.mentions[0];
    expect(unheard?.groups.some((group) => group.gapHeard)).toBe(false);
  });

  it('tells digits taken back, and a partial second time', () => {
    const first = say('415 555 0124 0142', 1);
    const second = say('0142', 15);
    const found = measureDictation({ number: number('4155550142', first, second), durationSec: 20 });
    expect(found?.mentions[0]?.corrected.map((digit) => digit.digit)).toHaveLength(4);
    expect(found?.mentions.map((mention) => mention.complete)).toEqual([true, false]);
    expect(found?.clearest).toBe(0);
  });

  it('has nothing to say without times', () => {
    expect(measureDictation({ number: number('4155550142', undefined), durationSec: 20 })).toBeNull();
    const flat = say('4155550142', 1, 0, 0, 0);
    expect(measureDictation({ number: number('4155550142', flat), durationSec: 20 })).toBeNull();
  });

  it('takes 100 digits and one digit', () => {
    const hundred = '1234567890'.repeat(10);
    expect(measureDictation({ number: number(hundred, say(hundred)), durationSec: 99 })?.mentions[0]?.digits).toHaveLength(100);
    expect(measureDictation({ number: number('5', say('5')), durationSec: 3 })).toBeNull();
  });
});

describe('endPitchMove', () => {
  const track = (hz: number[]) => ({ startSec: 0, stepSec: 0.01, values: hz, floorHz: 60, ceilingHz: 500 });

  it('tells a rise of two semitones and a fall, through a gap and an octave error', () => {
    const rise = Array.from({ length: 31 }, (_, index) => 120 * 2 ** ((2 * index) / 30 / 12));
    expect(endPitchMove(track(rise), { start: 0, end: 0.3 })).toBeCloseTo(2, 3);
    expect(endPitchMove(track([...rise].reverse()), { start: 0, end: 0.3 })).toBeCloseTo(-2, 3);
    const broken = rise.map((hz, index) => (index === 12 ? Number.NaN : index === 20 ? hz * 2 : hz));
    expect(endPitchMove(track(broken), { start: 0, end: 0.3 })).toBeCloseTo(2, 1);
  });

  it('is silent where there is too little voice', () => {
    expect(endPitchMove(track([100, 101, Number.NaN, Number.NaN]), { start: 0, end: 0.3 })).toBeNull();
  });
});

describe('correctedDigits', () => {
  it('keeps country codes and finds none where nothing was taken back', () => {
    expect(correctedDigits(say('1 415 555 0142'), '4155550142')).toEqual([]);
    expect(correctedDigits(say('0142'), '4155550142')).toEqual([]);
    expect(correctedDigits(say('9 9 9'), '4155550142')).toEqual([]);
  });
});

describe('judgeDictation', () => {
  const judged = (digits: TimedDigit[], durationSec = 30) => {
    const found = measureDictation({ number: number('4155550142', digits, digits), durationSec, usualGroups: [3, 3, 4] });
    return found === null ? [] : judgeDictation(found);
  };
  const status = (digits: TimedDigit[], id: string) => judged(digits).find((figure) => figure.id === id)?.status;

  it('passes a slow grouped number and fails a rushed one', () => {
    expect(worstFigure(judged(say('415 555 0142', 1, 0.42, 0.2, 0.6)))).toBe('pass');
    expect(worstFigure(judged(say('4155550142', 1, 0.26, 0.01, 0.01)))).toBe('fail');
  });

  it('tells pace, groups and gaps apart', () => {
    const fastInside = say('415 555 0142', 1, 0.3, 0.02, 1.6);
    expect(status(fastInside, 'digits-per-second')).toBe('pass');
    expect(status(fastInside, 'group-digits-per-second')).toBe('fail');
    const ungrouped = say('4155550142', 1, 0.4, 0.25, 0.25);
    expect(status(ungrouped, 'digits-per-second')).toBe('pass');
    expect(status(ungrouped, 'group-sizes')).toBe('fail');
    expect(status(say('415 555 0142', 1, 0.5, 0.05, 0.2), 'group-gaps')).toBe('improve');
  });

  it('takes a group as long as the composer writes it for that country', () => {
    const digits = '07700900123';
    const said = say('07700 900 123', 1, 0.42, 0.2, 0.6);
    const figure = (usualGroups?: number[]) => {
      const found = measureDictation({ number: number(digits, said, said), durationSec: 30, ...(usualGroups && { usualGroups }) });
      return found && judgeDictation(found).find(({ id }) => id === 'group-sizes');
    };
    const written = usualGroupSizes({ e164: '+447700900123', digits });
    expect(written).toEqual([5, 3, 3]);
    expect(figure(written)?.status).toBe('pass');
    expect(figure()?.status).toBe('improve');
  });

  it('asks for a second time and for time to find a pen', () => {
    const digits = say('415 555 0142', 1);
    const found = measureDictation({ number: number('4155550142', digits), durationSec: (digits[9]?.end ?? 0) + 0.5 });
    const figures = found === null ? [] : judgeDictation(found);
    expect(figures.find((figure) => figure.id === 'times-said')?.status).toBe('improve');
    expect(figures.find((figure) => figure.id === 'after-first')?.status).toBe('improve');
  });

  it('gives every shortfall a fix and every measured figure a target', () => {
    for (const figure of judged(say('4155550142', 1, 0.26, 0.01, 0.01))) {
      if (figure.status === 'improve' || figure.status === 'fail') expect(figure.fix).not.toBe('');
      if (figure.status !== 'unknown') expect(figure.measure?.expected).toBeTruthy();
    }
  });
});

describe('drawing', () => {
  const found = measureDictation({ number: number('4155550142', say('415 555 0142', 12, 0.42, 0.2, 0.6)), durationSec: 30 });

  it('draws digits in order over their groups', () => {
    const text = found === null ? '' : drawDictation(found);
    const [title, digits, groups, ticks] = text.split('\n');
    expect(title).toContain('1.5 digits/s');
    expect(digits?.replaceAll(' ', '')).toBe('4155550142');
    expect(groups?.match(/└/g)).toHaveLength(3);
    expect(ticks).toMatch(/^12\.0 +13\.0/);
  });

  it('draws an SVG that says the number and marks what is lost', () => {
    const written = [...'41555501?2'];
    const svg = found === null ? '' : drawDictationSvg(found, { written });
    expect(svg).toContain('4 1 5, 5 5 5, 0 1 4 2 at 1.5 digits a second');
    expect(svg.match(/class="rb-lost"/g)).toHaveLength(1);
  });

  it('lets nothing but digits into the markup', () => {
    const digits = say('4155550142');
    if (digits[0]) digits[0].digit = '<script>';
    const odd = measureDictation({ number: number('4155550142', digits), durationSec: 30 });
    expect(odd === null ? '<script' : drawDictationSvg(odd)).not.toContain('<script');
  });
});
