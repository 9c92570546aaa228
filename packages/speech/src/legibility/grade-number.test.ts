import type { Message } from '@ringback/core';
import { describe, expect, it } from 'vitest';
import { fakeRecogniser } from '../recognise/fake.ts';
import { carNoise } from './car-noise.ts';
import { gradeMessage, gradeNumber } from './grade-number.ts';
import { TRIAL_PLANS } from './options.ts';
import { toneNumber, toneRecogniser, toneTake } from './tone-digits.fixture.ts';

const DIGITS = '4155550142';
const grade = (gain = 1, seed = 1, faint: Record<number, number> = {}) =>
  gradeNumber(toneTake(DIGITS, gain, faint), toneNumber(DIGITS), toneRecogniser(), { seed });

describe('the drive test', () => {
  it('gives the same answer for the same take and seed', async () => {
    expect(await grade(1, 5)).toEqual(await grade(1, 5));
  });

  it('finds a threshold with its error, a falling curve, and every digit', async () => {
    const found = await grade();
    expect(found.outcome).toBe('measured');
    expect(found.errorDb ?? 99).toBeLessThan(1);
    expect(found.digits.map(({ digit }) => digit).join('')).toBe(DIGITS);
    const shares = found.curve?.map((point) => point.digitsRight) ?? [];
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(found.written.replaceAll('-', '')).toBe(DIGITS);
    expect(found.sentence).toContain(found.written);
    expect(found.tries).toBeGreaterThanOrEqual(TRIAL_PLANS.quick.minTries);
    expect(found.tries).toBeLessThanOrEqual(50);
    // The threshold is the mean of what the digits need.
    const needed = found.digits.reduce((sum, { survivesToDb }) => sum + (survivesToDb ?? Number.NaN), 0) / DIGITS.length;
    expect(found.thresholdDb).toBeCloseTo(needed, 1);
  });

  it('does not care how loud the take is', async () => {
    const plain = (await grade()).thresholdDb ?? Number.NaN;
    for (const decibel of [-12, 12]) {
      const other = (await grade(10 ** (decibel / 20))).thresholdDb ?? Number.NaN;
      expect(Math.abs(other - plain)).toBeLessThan(0.5);
    }
  });

  it('repeats over seeds', async () => {
    const thresholds: number[] = [];
    for (let seed = 1; seed <= 4; seed += 1) thresholds.push((await grade(1, seed)).thresholdDb ?? Number.NaN);
    expect(Math.max(...thresholds) - Math.min(...thresholds)).toBeLessThan(1);
  });

  it('has a threshold even where two digits of ten are lost without noise, and repeats it', async () => {
    // The third and the ninth digit are said as others.
    const take = toneTake('4175550192');
    const thresholds: number[] = [];
    for (let seed = 1; seed <= 4; seed += 1) {
      const found = await gradeNumber(take, toneNumber(DIGITS), toneRecogniser(), { seed });
      expect(found.outcome).toBe('measured');
      expect(found.digits.filter(({ survivesToDb }) => survivesToDb === null)).toHaveLength(2);
      thresholds.push(found.thresholdDb ?? Number.NaN);
    }
    expect(Math.max(...thresholds) - Math.min(...thresholds)).toBeLessThan(1);
    expect(Math.min(...thresholds)).toBeGreaterThan((await grade()).thresholdDb ?? 0);
  });

  it('needs more where there was noise already, never less', async () => {
    const take = toneTake(DIGITS);
    const noisy = (share: number) => {
      const noise = carNoise(take.samples.length, 77);
      return { ...take, samples: take.samples.map((sample, index) => sample + share * (noise[index] ?? 0)) };
    };
    const thresholds: number[] = [];
    for (const share of [0, 0.1, 0.3, 0.6])
      thresholds.push((await gradeNumber(noisy(share), toneNumber(DIGITS), toneRecogniser())).thresholdDb ?? 24);
    for (let index = 1; index < thresholds.length; index += 1) expect(thresholds[index]).toBeGreaterThan((thresholds[index - 1] ?? 0) - 1);
    expect(thresholds.at(-1)).toBeGreaterThan((thresholds[0] ?? 0) + 1);
  });

  it('finds the faint digit, and writes "?" for one that is lost', async () => {
    const faint = await grade(1, 1, { 8: 0.35 });
    const survival = faint.digits.map(({ survivesToDb }) => survivesToDb ?? Number.POSITIVE_INFINITY);
    expect(Math.max(...survival)).toBe(survival[8]);
    const lost = await grade(1, 1, { 8: 0.004 });
    expect(lost.written.replaceAll('-', '')).toBe('41555501?2');
    expect(lost.sentence).toMatch(/would write 415-?555-?01\?2\./);
  });

  it('tells a digit that sounds like another', async () => {
    // The ninth digit is said as a 9 where the number has a 4.
    const found = await gradeNumber(toneTake('4155550192'), toneNumber(DIGITS), toneRecogniser());
    expect(found.digits[8]?.survivesToDb).toBeNull();
    expect(found.digits[8]?.heardAs[0]).toBe('9');
    expect(found.written.replaceAll('-', '')).toBe('41555501?2');
  });

  it('weighs the number that was meant in place of the one understood', async () => {
    const heard = toneNumber('4155550192');
    const take = toneTake('4155550192');
    const asHeard = await gradeNumber(take, heard, toneRecogniser());
    expect(asHeard.written.replaceAll('-', '')).toBe('4155550192');
    const asMeant = await gradeNumber(take, heard, toneRecogniser(), { expected: { e164: '+14155550142', digits: DIGITS } });
    expect(asMeant.digits.map(({ digit }) => digit).join('')).toBe(DIGITS);
    expect(asMeant.digits[8]).toMatchObject({ digit: '4', survivesToDb: null, heardAs: ['9'] });
    expect(asMeant.written).toBe('415-555-01?2');
  });

  it('weighs the number that was meant alone where another count of digits was understood', async () => {
    const found = await gradeNumber(toneTake(DIGITS), toneNumber(DIGITS.slice(0, 9)), toneRecogniser(), {
      expected: { e164: '+14155550142', digits: DIGITS },
    });
    expect(found.digits.map(({ digit }) => digit).join('')).toBe(DIGITS);
  });

  it('reads back and tests the name in full mode, with progress to the end', async () => {
    const shares: number[] = [];
    const found = await gradeNumber(toneTake(DIGITS), toneNumber(DIGITS), toneRecogniser(), {
      mode: 'full',
      phrases: [{ kind: 'name', quote: 'x', start: 0.5, end: 1.4 }],
      onProgress: (share) => shares.push(share),
    });
    expect(found.readBacks).toEqual(new Array(5).fill(DIGITS));
    expect(found.phrases?.[0]?.kind).toBe('name');
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('stops when asked to', async () => {
    const stop = new AbortController();
    const running = gradeNumber(toneTake(DIGITS), toneNumber(DIGITS), toneRecogniser(), {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
  });

  it('works with a recogniser that cannot weigh digits', async () => {
    const { digitProbabilities: _, ...plain } = toneRecogniser();
    const found = await gradeNumber(toneTake(DIGITS), toneNumber(DIGITS), plain);
    expect(found.method).toContain('reading back');
    expect(found.written.replaceAll('-', '')).toBe(DIGITS);
  });
});

describe('what cannot be tested', () => {
  const message = (digits: string): Pick<Message, 'moves' | 'phoneNumbers' | 'emails'> => ({
    moves: [],
    phoneNumbers: digits === '' ? [] : [toneNumber(digits)],
    emails: [],
  });

  it('answers nothing for no number, and a reason for 100 digits', async () => {
    expect(await gradeMessage(toneTake('1'), message(''), toneRecogniser())).toBeNull();
    const hundred = '1234567890'.repeat(10);
    const found = await gradeMessage(toneTake(hundred), message(hundred), toneRecogniser());
    expect(found).toMatchObject({ ok: false });
    expect(found?.ok === false && found.reason).toContain('100 digits');
  });

  it('tries the number that the message is judged by: the one said most often, wherever it stands', async () => {
    const once = toneNumber('6175550123');
    const judged = toneNumber(DIGITS);
    const twice = { ...judged, mentions: [...judged.mentions, { quote: DIGITS, charStart: 20, charEnd: 30 }] };
    const found = await gradeMessage(toneTake(DIGITS), { moves: [], emails: [], phoneNumbers: [once, twice] }, toneRecogniser());
    expect(found?.ok && found.value.digits.map(({ digit }) => digit).join('')).toBe(DIGITS);
  });

  it('tests half a number, whose digits count as much', async () => {
    const found = await gradeMessage(toneTake('5550142'), message('5550142'), toneRecogniser());
    expect(found?.ok && found.value.written.replaceAll('-', '')).toBe('5550142');
  });

  it('never plays a number to a remote service', async () => {
    const remote = { ...toneRecogniser(), capabilities: { ...toneRecogniser().capabilities, remote: true } };
    expect(await gradeMessage(toneTake(DIGITS), message(DIGITS), remote)).toMatchObject({ ok: false });
  });

  it('says "never" of a take in which the listener hears nothing', async () => {
    const { digitProbabilities: _, ...deaf } = fakeRecogniser({ text: '', words: [] });
    const found = await gradeMessage(toneTake(DIGITS), message(DIGITS), deaf);
    expect(found?.ok && found.value.outcome).toBe('never');
    expect(found?.ok && found.value.thresholdDb).toBeNull();
    expect(found?.ok && found.value.digits.every(({ survivesToDb }) => survivesToDb === null)).toBe(true);
    expect(found?.ok && found.value.written.replaceAll('-', '')).toBe('??????????');
  });
});
