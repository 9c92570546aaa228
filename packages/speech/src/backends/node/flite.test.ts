import { DICTATION_THRESHOLDS, endPitchMove, scriptArtifacts, type Transcript } from '@ringback/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Preview, speakDigitGroup, speakScript } from '../../preview/preview.ts';
import { trackPitch } from '../../prosody/pitch.ts';
import { encodeWav } from '../../signal/encode-wav.ts';
import { openNodeVoice } from './flite.ts';

const SCRIPT =
  "Hi Martin, it's Nora Castell. Dana Whitfield suggested I call you. Is the role still open? Please call me back at 415, 555, 0142. Again: 415-555-0142.";

function transcriptOf(text: string): Transcript {
  const { transcript } = scriptArtifacts(text, { name: 'script' });
  if (!transcript.ok) throw new Error(transcript.reason);
  return transcript.value;
}

describe('the spoken preview', () => {
  let preview: Preview;
  beforeAll(async () => {
    preview = await speakScript(transcriptOf(SCRIPT), await openNodeVoice());
  });

  it('gives every word a time, in order, within the sound', () => {
    const { words } = preview.transcript;
    expect(words.map(({ text }) => text)).toEqual(SCRIPT.split(' '));
    let last = 0;
    for (const { start, end, text } of words) {
      expect(start, text).toBeGreaterThanOrEqual(last - 1e-6);
      expect(end, text).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(preview.durationSec);
    expect(preview.waveform.samples.length / preview.waveform.sampleRate).toBeCloseTo(preview.durationSec, 3);
  });

  it('dictates the number: every digit timed, at most 2 a second inside a group, 0.3 s or more between groups', () => {
    const digits = preview.transcript.words.flatMap((word) => word.digits ?? []);
    expect(digits.map(({ digit }) => digit).join('')).toBe('41555501424155550142');
    const groups = [3, 3, 4, 3, 3, 4];
    let from = 0;
    for (const [index, size] of groups.entries()) {
      const group = digits.slice(from, from + size);
      const next = digits[from + size];
      const [first, last] = [group[0], group.at(-1)];
      expect(size / ((last?.end ?? 0) - (first?.start ?? 0)), `group ${index}`).toBeLessThanOrEqual(2);
      if (next) expect(next.start - (last?.end ?? 0), `gap ${index}`).toBeGreaterThanOrEqual(0.3);
      from += size;
    }
  });

  it('goes up at the end of a group and down at the end of the number, as the tip measures it', async () => {
    const pitch = trackPitch(preview.waveform);
    const digits = preview.transcript.words.flatMap((word) => word.digits ?? []);
    for (const [mention, start] of [0, 10].entries()) {
      const [first, second, last] = [start + 2, start + 5, start + 9].map((at) => digits[at]);
      for (const digit of [first, second]) {
        expect(digit && endPitchMove(pitch, digit), `time ${mention}`).toBeGreaterThanOrEqual(
          DICTATION_THRESHOLDS.minPitchMoveSemitones.default,
        );
      }
      expect(last && endPitchMove(pitch, last), `time ${mention}`).toBeLessThanOrEqual(-DICTATION_THRESHOLDS.minPitchMoveSemitones.default);
    }
  });

  it('reads one group with the tune that is asked for', async () => {
    const voice = await openNodeVoice();
    for (const [tune, sign] of [
      ['rise', 1],
      ['fall', -1],
    ] as const) {
      const said = await speakDigitGroup('412', tune, voice);
      const end = said.samples.length / said.sampleRate;
      expect((endPitchMove(trackPitch(said), { start: end - 0.5, end }) ?? 0) * sign).toBeGreaterThan(1);
    }
  });

  it('puts words where there is sound, and silence after a sentence', () => {
    const { samples, sampleRate } = preview.waveform;
    const loudest = (start: number, end: number) => {
      let peak = 0;
      for (let index = Math.round(start * sampleRate); index < end * sampleRate; index += 1)
        peak = Math.max(peak, Math.abs(samples[index] ?? 0));
      return peak;
    };
    for (const { start, end, text } of preview.transcript.words) expect(loudest(start, end), text).toBeGreaterThan(0.02);
    const end = preview.transcript.words.find(({ text }) => text === 'Castell.')?.end ?? 0;
    expect(loudest(end + 0.1, end + 0.4)).toBeLessThan(0.001);
  });

  it('speaks at the person’s own pace, and the same each time', async () => {
    const voice = await openNodeVoice();
    const text = transcriptOf('Dana Whitfield suggested I call you. Is the role still open?');
    const [slow, quick, again] = [
      await speakScript(text, voice, { paceWordsPerMinute: 120 }),
      await speakScript(text, voice, { paceWordsPerMinute: 200 }),
      await speakScript(text, voice, { paceWordsPerMinute: 200 }),
    ];
    expect(slow.durationSec).toBeGreaterThan(quick.durationSec * 1.3);
    expect(again.waveform.samples).toEqual(quick.waveform.samples);
  });

  it('is a sound WAV file', () => {
    const wav = encodeWav(preview.waveform);
    expect(new TextDecoder().decode(wav.subarray(0, 4))).toBe('RIFF');
    expect(new DataView(wav.buffer).getUint32(40, true)).toBe(preview.waveform.samples.length * 2);
    expect(wav.length).toBe(44 + preview.waveform.samples.length * 2);
  });
});
