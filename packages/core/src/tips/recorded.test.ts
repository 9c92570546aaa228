import { describe, expect, it } from 'vitest';
import type { Artifacts, SoundArtifacts } from '../documents/artifacts.ts';
import type { TimedDigit } from '../documents/transcript.ts';
import { type HandReading, handInput } from './hand-read.fixture.ts';
import { judgeNotes, judgeTips } from './judge.ts';
import { QUIET_CERTAINTY } from './quiet-certainty.fixture.ts';

const NOTHING = { thresholds: {}, waivers: [] };
const TEXT = 'I am on 415-555-0142. I hope your week goes well, and that the garden does too. Again, 415-555-0142.';

/** Digits with groups of 3, 3 and 4. */
function digits(start: number, secPerDigit: number, gap: number): TimedDigit[] {
  let time = start;
  return [...'4155550142'].map((digit, index) => {
    if (index === 3 || index === 6) time += gap;
    const timed = { digit, start: time, end: time + secPerDigit * 0.9 };
    time += secPerDigit;
    return timed;
  });
}

function sound(durationSec: number, changes: Partial<SoundArtifacts> = {}): SoundArtifacts {
  const quality = { clippedShare: 0, speechLevelDb: -20, noiseLevelDb: -60, snrDb: 40, bandwidthHz: 8000, withheld: [] };
  const track = (value: number) => ({ startSec: 0, stepSec: 0.01, values: Array.from({ length: durationSec * 100 }, () => value) });
  return {
    recording: { container: 'wav', codec: 'pcm_s16le', sampleRate: 16000, channels: 1, durationSec, automaticGain: false, warnings: [] },
    activity: { ok: true, value: { segments: [{ start: 0, end: durationSec }], pauses: [], fillers: [], minPauseSec: 0.25 } },
    pitch: { ok: true, value: { ...track(120), floorHz: 60, ceilingHz: 400 } },
    level: { ok: true, value: track(-20) },
    quality: { ok: true, value: quality },
    ...changes,
  };
}

function recorded(secPerDigit: number, gap: number, changes: Partial<SoundArtifacts> = {}): HandReading {
  const durationSec = 30;
  return {
    text: TEXT,
    phones: [
      {
        e164: '+14155550142',
        digits: '4155550142',
        said: ['415-555-0142', '415-555-0142'],
        times: [digits(1, secPerDigit, gap), digits(18, secPerDigit, gap)],
      },
    ],
    artifacts: (made): Artifacts => ({
      ...made,
      source: { kind: 'recording', name: 'take.wav', durationSec, estimated: false },
      sound: sound(durationSec, changes),
    }),
  };
}

const numberTip = (hand: HandReading) => judgeTips(handInput(hand), NOTHING).find((tip) => tip.id === 'number');

describe('a recorded number', () => {
  it('passes when slow and in groups', () => {
    expect(numberTip(recorded(0.6, 0.5))?.status).toBe('pass');
  });

  it('fails when rushed, with the measure and the aim', () => {
    const tip = numberTip(recorded(0.2, 0));
    expect(tip?.status).toBe('fail');
    const finding = tip?.findings.find((candidate) => candidate.measure?.unit === 'digits/s');
    expect(finding?.evidence).toMatch(/the aim is at most/);
    expect(finding?.start).toBeGreaterThanOrEqual(1);
  });

  it('is not judged by its pace where the recording spoils the digits', () => {
    const quality = { clippedShare: 0, speechLevelDb: -20, noiseLevelDb: null, snrDb: null, bandwidthHz: 3400 };
    const withheld = [{ measure: 'digits' as const, reason: 'too much noise' }];
    const tip = numberTip(recorded(0.2, 0, { quality: { ok: true, value: { ...quality, withheld } } }));
    expect(tip?.status).toBe('pass');
    expect(tip?.findings[0]).toMatchObject({ severity: 'hint', evidence: 'Too much noise.' });
  });

  it('says what a listener on a bad line would write', () => {
    const legibility = { method: 'phone line, car, seed 1', thresholdDb: null, digits: [], written: '415-555-01?2' };
    const tip = numberTip(recorded(0.6, 0.5, { legibility: { ok: true, value: legibility } }));
    expect(tip?.headline).toBe('On a phone in a car a listener would write 415-555-01?2.');
  });

  it('is not told what a listener would write of another number', () => {
    const tried = (number: string) => ({
      method: 'phone line, car, seed 1',
      thresholdDb: null,
      digits: [...number].map((digit) => ({ digit, survivesToDb: null, heardAs: [] })),
      written: '617-555-01?3',
    });
    expect(numberTip(recorded(0.6, 0.5, { legibility: { ok: true, value: tried('6175550123') } }))?.status).toBe('pass');
    expect(numberTip(recorded(0.6, 0.5, { legibility: { ok: true, value: tried('4155550142') } }))?.status).toBe('fail');
  });

  it('does not blame who speaks slowly for an ear that does not know the voice', () => {
    const heard = [...'4155550142'].map((digit, place) => ({ digit, survivesToDb: place === 8 ? null : 1, heardAs: [] }));
    const legibility = {
      ok: true as const,
      value: { method: 'phone line, car, seed 1', thresholdDb: 3, digits: heard, written: '415-555-01?2' },
    };
    const slow = numberTip(recorded(0.6, 0.5, { legibility }));
    expect(slow?.status).toBe('pass');
    expect(slow?.findings).toContainEqual(
      expect.objectContaining({ severity: 'hint', message: 'Our ear finds this voice hard; a person may not.' }),
    );
    expect(numberTip(recorded(0.2, 0, { legibility }))?.findings.map(({ message }) => message)).not.toContain(
      'Our ear finds this voice hard; a person may not.',
    );
  });

  it('finds a voice hard by how sure our ear is of its digits: whenever it misheard them, and seldom else', () => {
    const heard = [...'4155550142'].map((digit) => ({ digit, survivesToDb: 1, heardAs: [] }));
    const isToldHard = ({ pace, certainty }: (typeof QUIET_CERTAINTY)[number]) => {
      const value = {
        method: 'phone line, car, seed 1',
        thresholdDb: 1,
        digits: heard,
        written: '415-555-0142',
        quietCertainty: certainty,
      };
      const said =
        pace === 'slow' || pace === 'medium'
          ? recorded(0.6, 0.5, { legibility: { ok: true, value } })
          : recorded(0.2, 0, { legibility: { ok: true, value } });
      return numberTip(said)?.findings.some(({ message }) => message === 'Our ear finds this voice hard; a person may not.') ?? false;
    };
    const [wrong, right] = [false, true].map((isRight) => QUIET_CERTAINTY.filter((one) => one.isRight === isRight));
    expect(wrong?.map(isToldHard)).toEqual([true, true, true]);
    expect(right).toHaveLength(31);
    expect(right?.filter(isToldHard).length).toBeLessThanOrEqual(2);
  });

  it('holds it against nobody who speaks slowly, and says how sure our ear is', () => {
    const heard = [...'4155550142'].map((digit) => ({ digit, survivesToDb: 9, heardAs: [] }));
    const value = { method: 'phone line, car, seed 1', thresholdDb: 9, digits: heard, written: '415-555-01?2', quietCertainty: 0.78 };
    const tip = numberTip(recorded(0.6, 0.5, { legibility: { ok: true, value } }));
    expect(tip?.status).toBe('pass');
    expect(tip?.findings.map(({ evidence }) => evidence)).toContain(
      'Without any noise our ear is 78 % sure of these digits on average; where it hears well it is at least 85 %.',
    );
    expect(numberTip(recorded(0.6, 0.5, { legibility: { ok: true, value: { ...value, quietCertainty: 0.95 } } }))?.status).toBe('fail');
  });

  it('says where the two times the number is said do not sound the same', () => {
    const input = handInput(recorded(0.6, 0.5));
    const charStart = TEXT.lastIndexOf('415');
    const numbers = [{ charStart, charEnd: charStart + 12, digits: digits(18, 0.6, 0.5), otherwise: [{ place: 9, digit: '3' }] }];
    const tip = judgeTips({ ...input, transcript: { ...input.transcript, numbers } }, NOTHING).find(({ id }) => id === 'number');
    const found = tip?.findings.find(({ message }) => message === 'The number does not sound the same each time.');
    expect(found).toMatchObject({ severity: 'hint', evidence: 'Digit 10 is taken for 2, and sounds like 3 here.' });
    expect(found?.start).toBeGreaterThan(18);
  });

  it('says which time a digit is not heard', () => {
    const input = handInput(recorded(0.6, 0.5));
    const heard = ['415', '415'].map((area, time) => {
      const charStart = time === 0 ? TEXT.indexOf(area) : TEXT.lastIndexOf(area);
      return { charStart, charEnd: charStart + 12, digits: digits(18 * time, 0.6, 0.5), otherwise: [{ place: 0, digit: null }] };
    });
    const tip = judgeTips({ ...input, transcript: { ...input.transcript, numbers: heard } }, NOTHING).find(({ id }) => id === 'number');
    const found = tip?.findings.find(({ message }) => message === 'The number does not sound the same each time.');
    expect(found?.evidence).toBe(
      'Digit 1 is taken for 4, and is not heard the first time. Digit 1 is taken for 4, and is not heard the second time.',
    );
  });
});

describe('the recording note', () => {
  const note = (hand: HandReading) => judgeNotes(handInput(hand), NOTHING).find((candidate) => candidate.id === 'recording');

  it('does not apply to a script', () => {
    expect(note({ text: 'Hello.' })?.status).toBe('notApplicable');
  });

  it('is an error where quality was not measured: missing is not passing', () => {
    expect(note(recorded(0.6, 0.5, { quality: { ok: false, reason: 'no speech found' } }))?.status).toBe('error');
  });

  it('says when many words are unsure', () => {
    const hand = recorded(0.6, 0.5);
    const input = handInput(hand);
    const words = input.transcript.words.map((word, index) => ({ ...word, confidence: index % 2 === 0 ? 0.3 : 0.9 }));
    const found = judgeNotes({ ...input, transcript: { ...input.transcript, words } }, NOTHING).find(({ id }) => id === 'recording');
    expect(found).toMatchObject({ status: 'pass', headline: 'The recording can be heard, but not all of it can be judged.' });
    expect(found?.findings[0]?.evidence).toMatch(/% of the words are unsure/);
    expect(note(hand)?.headline).toBe('The recording is clean.');
  });

  it('names clipping with its share', () => {
    const value = { clippedShare: 0.02, speechLevelDb: -5, noiseLevelDb: -50, snrDb: 45, bandwidthHz: 8000, withheld: [] };
    const found = note(recorded(0.6, 0.5, { quality: { ok: true, value } }));
    expect(found).toMatchObject({ status: 'improve', headline: 'The recording is overloaded.' });
    expect(found?.findings[0]?.evidence).toContain('2.0 %');
  });
});

describe('delivery in the tone tip', () => {
  it('hints at a fading voice and never fails for it', () => {
    const values = Array.from({ length: 3000 }, (_, i) => (i < 1000 ? -20 : i < 2000 ? -24 : -30));
    const input = handInput(recorded(0.6, 0.5, { level: { ok: true, value: { startSec: 0, stepSec: 0.01, values } } }));
    const tip = judgeTips(input, NOTHING).find((candidate) => candidate.id === 'tone');
    expect(tip?.status).toBe('pass');
    expect(tip?.score).toBe(1);
    expect(tip?.findings[0]).toMatchObject({ severity: 'hint', message: 'Your voice fades towards the end.' });
  });

  it('compares the pitch only with the same speaker’s other takes', () => {
    const input = handInput(recorded(0.6, 0.5));
    const lively = { ...input.delivery, pitch: { medianHz: 120, sdSemitones: 3 } };
    const tone = (otherTakes: (typeof lively)[]) =>
      judgeTips({ ...input, preferences: { ...input.preferences, otherTakes } }, NOTHING).find((tip) => tip.id === 'tone');
    expect(tone([])?.findings.some((finding) => /flatter/.test(finding.message))).toBe(false);
    expect(tone([lively, lively])?.findings.some((finding) => /flatter/.test(finding.message))).toBe(true);
  });
});

describe('a number in doubt', () => {
  const told = (phones: NonNullable<HandReading['phones']>, text: string) =>
    numberTip({ ...recorded(0.6, 0.5), text, phones })?.findings.map(({ message, evidence }) => `${message} ${evidence}`) ?? [];

  it('is offered as unsure at the weakest digit, where one more would make a number', () => {
    const short = digits(1, 0.6, 0.5)
      .slice(0, 9)
      .map((digit, place) => ({ ...digit, digit: '415550142'.charAt(place), confidence: place === 3 ? 0.6 : 0.99 }));
    const text = 'I am on 415-550-142. I hope your week goes well.';
    const found = told([{ e164: null, digits: '415550142', said: ['415-550-142'], times: [short] }], text);
    expect(found).toContainEqual(expect.stringContaining('Unsure here: a digit may be missing. Digit 4, 5,'));
    expect(found).toContainEqual(expect.stringContaining('not a number of any plan we know'));
  });

  it('is told where the two times it was said differ', () => {
    const text = 'I am on 415-555-0142. I hope your week goes well. Again, 415-555-0143.';
    const found = told(
      [
        { e164: '+14155550142', digits: '4155550142', said: ['415-555-0142'] },
        { e164: '+14155550143', digits: '4155550143', said: ['415-555-0143'] },
      ],
      text,
    );
    expect(found).toContainEqual(expect.stringContaining('digit 10 is 2, and 3 here'));
  });
});
