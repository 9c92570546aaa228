import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Legibility, Transcript } from '@ringback/core';
import { durationOf, fakeRecogniser, findSpeech } from '@ringback/speech';
import { decodeRecording } from '@ringback/speech/node';
import { describe, expect, it } from 'vitest';
import { drillNumber, writeModel } from '../../use/number/drill.ts';
import { examineNumber } from '../../use/number/examine.ts';
import { whyNothing } from '../../use/number/nothing.ts';
import type { NumberReport } from '../../use/number/report.ts';
import { drillText } from './drill-text.ts';
import { numberHtml } from './html.ts';
import { numberText } from './text.ts';

const RATE = 8_000;
const START_SEC = 1;
const DIGIT_SEC = 0.42;
const GAP_SEC = { inner: 0.2, group: 0.6 };

/** A transcript that says `groups` ("415-555-0142") after a word, each digit with its time. */
function said(groups: string): Transcript {
  let time = START_SEC;
  const digits = [...groups].flatMap((character) => {
    if (character === '-') {
      time += GAP_SEC.group - GAP_SEC.inner;
      return [];
    }
    const digit = { digit: character, start: time, end: time + DIGIT_SEC };
    time += DIGIT_SEC + GAP_SEC.inner;
    return [digit];
  });
  const first = { text: 'Call', charStart: 0, charEnd: 4, start: 0.2, end: 0.6, confidence: 1, method: 'attention' as const };
  const number = { text: groups, charStart: 5, charEnd: 5 + groups.length, start: START_SEC, end: time, confidence: 1 };
  return { text: `Call ${groups}`, words: [first, { ...number, method: 'attention', digits }] };
}

/** A 16-bit WAV with a tone where each digit is said. */
function wav(transcript: Transcript, seconds = 12): Uint8Array {
  const bytes = new Uint8Array(44 + 2 * seconds * RATE);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string) => {
    for (let index = 0; index < value.length; index += 1) view.setUint8(at + index, value.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, 2 * RATE, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, bytes.length - 44, true);
  for (const { start, end } of transcript.words.flatMap((word) => word.digits ?? [])) {
    for (let index = Math.round(start * RATE); index < end * RATE; index += 1) {
      view.setInt16(44 + 2 * index, Math.round(6000 * Math.sin((2 * Math.PI * 700 * index) / RATE)), true);
    }
  }
  return bytes;
}

const examine = (transcript: Transcript, options: { expect?: string } = {}) =>
  examineNumber(wav(transcript), { name: 'take.wav', recogniser: fakeRecogniser(transcript), ...options });

describe('examineNumber', () => {
  it('measures the dictation of the number and grades it', async () => {
    const report = await examine(said('415-555-0142'), { expect: '+1 415 555 0142' });
    const [number] = report.numbers;
    expect(number?.e164).toBe('+14155550142');
    expect(number?.dictation?.mentions[0]?.groups.map((group) => group.digits.length)).toEqual([3, 3, 4]);
    expect(number?.figures.find((figure) => figure.id === 'digits-per-second')?.status).toBe('pass');
    expect(number?.legibility).toMatchObject({ ok: true });
    expect(report.expected).toMatchObject({ heard: true });
    expect(report.nothing).toBeNull();
  });

  it('lays a number that was misheard beside the one expected', async () => {
    const report = await examine(said('415-555-0192'), { expect: '415 555 0142' });
    expect(report.expected?.heard).toBe(false);
    expect(report.expected?.nearest?.heard.join('')).toBe('4155550192');
    expect(report.numbers[0]?.tested).toEqual({ digits: '4155550142', as: 'expected' });
    expect(report.numbers[0]?.legibility).toMatchObject({ ok: true, value: { written: '415-555-01?2' } });
    expect(numberText(report)).toContain('Tested as the number expected, 4155550142, not as 4155550192, which was heard:');
    expect(numberHtml(report)).toContain('Tested as the number expected, 4155550142.');
    expect(numberHtml(report).match(/class="rb-lost"/g)).toHaveLength(1);
    expect(numberText(report)).toContain('+14155550142 was expected; 4155550192 was heard in its place.');
  });

  it('tests another number as it was heard, though one was expected', async () => {
    const report = await examine(said('415-555-0142'), { expect: '212 555 0198' });
    expect(report.numbers[0]?.tested).toEqual({ digits: '4155550142', as: 'heard' });
    expect(numberText(report)).not.toContain('Tested as the number expected');
  });

  it('says in a sentence that there is no number', async () => {
    const spoken = said('415-555-0142');
    const recogniser = fakeRecogniser({ text: 'Call', words: spoken.words.slice(0, 1) });
    const report = await examineNumber(wav(spoken), { name: 'take.wav', recogniser });
    expect(report.numbers).toEqual([]);
    expect(numberText(report)).toBe('Someone speaks, but says no telephone number that could be made out.\n');
    expect((await examine({ text: '', words: [] })).nothing).toMatch(/^Nobody speaks/);
  });

  it('says that what was heard is music, too many digits or too few', () => {
    const told = (value: Transcript) => whyNothing({ transcript: { ok: true, value } });
    const word = { charStart: 0, charEnd: 1, start: 1, end: 2, confidence: 1, method: 'attention' as const };
    expect(told({ text: 'You. ♪♪♪♪♪♪', words: [{ ...word, text: '♪♪♪♪♪♪' }] })).toMatch(/music/);
    expect(told(said('1234567890-'.repeat(3)))).toBe(
      'Someone says 30 digits in a row; a telephone number has 15 at most, so none was made out.',
    );
    expect(told(said('415'))).toBe('Someone says 3 digits in a row (415), which are no telephone number.');
    expect(told(said('41'))).toBe('Someone speaks, but says no telephone number that could be made out.');
    expect(told({ text: '', words: [] })).toMatch(/^Nobody speaks/);
  });

  it('refuses to expect half a number', async () => {
    await expect(examine(said('415-555-0142'), { expect: '415' })).rejects.toThrow(/not complete/);
  });
});

describe('telling', () => {
  const found: Legibility = {
    method: 'test',
    thresholdDb: -2.5,
    outcome: 'measured',
    errorDb: 0.3,
    digits: [...'4155550142'].map((digit, place) => ({ digit, survivesToDb: place === 8 ? null : -4, heardAs: place === 8 ? ['9'] : [] })),
    written: '415-555-01?2',
    sentence: 'On a phone in a car a listener would write 415-555-01?2.',
    carDb: 10,
    tries: 21,
  };
  const told = async (): Promise<NumberReport> => {
    const report = await examine(said('415-555-0142'));
    for (const number of report.numbers) number.legibility = { ok: true, value: found };
    return { ...report, source: { ...report.source, name: '<b>.wav' } };
  };

  it('tells the lost digit, its confusion and the threshold', async () => {
    const text = numberText(await told());
    expect(text).toContain('would write 415-555-01?2.');
    expect(text).toContain('digit 9, 4: lost even in the quiet, heard as 9');
    expect(text).toContain('a voice 2.5 dB under the noise');
    expect(text).toContain('└');
  });

  it('draws the page, marks the lost digit and lets no name into the markup', async () => {
    const page = numberHtml(await told());
    expect(page).toContain('<svg');
    expect(page.match(/class="rb-lost"/g)).toHaveLength(1);
    expect(page).toContain('&lt;b&gt;.wav');
    expect(page).not.toContain('<b>.wav');
  });
});

describe('the spoken model', () => {
  it('is dictated as the drill asks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ringback-drill-'));
    const file = join(folder, 'model.wav');
    const { plan } = await drillNumber('415 555 0142', 'US', null);
    await writeModel(file, plan, 'US');
    const { waveform } = await decodeRecording(await readFile(file));
    await rm(folder, { recursive: true });
    // Ten digits at the pace of the drill or a little faster, and two pauses.
    expect(durationOf(waveform)).toBeGreaterThan(plan.targetSec * 0.7);
    expect(durationOf(waveform)).toBeLessThan(plan.targetSec * 1.8);
    expect(findSpeech(waveform).pauses.length).toBeGreaterThanOrEqual(2);
  });
});

describe('drillNumber', () => {
  it('says how, without an attempt', async () => {
    const text = drillText(await drillNumber('415 555 0142', 'US', null));
    expect(text).toContain('four, one, five       ↗ let it rise, wait 0.3 s');
    expect(text).toContain('zero, one, four, two  ↘ let it fall');
  });

  it('holds an attempt against the number', async () => {
    const attempt = (transcript: Transcript) => ({
      bytes: wav(transcript),
      options: { name: 'take.wav', recogniser: fakeRecogniser(transcript) },
    });
    const good = await drillNumber('415 555 0142', 'US', attempt(said('415-555-0142')));
    expect(good.attempt?.result.status).toBe('pass');
    const wrong = await drillNumber('415 555 0142', 'US', attempt(said('415-555-0192')));
    expect(wrong.attempt?.result.status).toBe('fail');
    expect(drillText(wrong)).toContain('9 of 10 digits were heard right: 4155550192.');
  });
});
