import type { Span } from '@ringback/core';
import { ACTIVITY_OPTIONS, findSpeech, resample, type SpeechDetector, type Waveform } from '@ringback/speech';
import { createSpeechDetector, pullModels } from '@ringback/speech/node';
import { readWaveform } from './hearing.ts';
import { noiseFile, readRecordings } from './recordings.ts';
import { type Section, table } from './section.ts';
import { quantile } from './wording.ts';

/** dB of speech over the added noise; null adds none. */
const CONDITIONS = [null, 20, 10, 5] as const;
/** Seconds from one comparison to the next when shares of time are counted. */
const STEP_SEC = 0.01;

interface Tally {
  starts: number[];
  ends: number[];
  both: number;
  onlyFound: number;
  onlySpoken: number;
}

interface Known {
  waveform: Waveform;
  spoken: readonly Span[];
}

/** Edges of speech against times known by hand, by construction or by an aligner. */
export const activitySection: Section = {
  name: 'activity',
  title: 'Speech activity',
  async run({ dataFolder, signal, progress }) {
    await pullModels({ signal });
    const detector = await createSpeechDetector();
    try {
      const known = await readKnown(dataFolder, signal);
      const noise = await noiseFile(dataFolder);
      const traffic = noise === null ? null : await readWaveform(noise, signal);
      const rows: (string | number)[][] = [];
      for (const snrDb of traffic === null ? [null] : CONDITIONS) {
        progress(snrDb === null ? 'as recorded' : `noise ${snrDb} dB down`);
        const noisy = await Promise.all(known.map((item) => withNoise(item, traffic, snrDb)));
        rows.push(...(await measure(noisy, snrDb === null ? 'as recorded' : `traffic noise, ${snrDb} dB`, detector)));
      }
      return describe(rows, known.length);
    } finally {
      await detector.close();
    }
  },
};

async function readKnown(dataFolder: string, signal: AbortSignal): Promise<Known[]> {
  const known: Known[] = [];
  for (const { path, spoken } of await readRecordings(dataFolder)) {
    if (spoken !== null) known.push({ waveform: await readWaveform(path, signal), spoken });
  }
  return known;
}

async function withNoise({ waveform, spoken }: Known, noise: Waveform | null, snrDb: number | null): Promise<Known> {
  if (noise === null || snrDb === null) return { waveform, spoken };
  const { samples, sampleRate } = waveform;
  const added = (await resample(noise, sampleRate)).samples;
  const speech = spoken.map(({ start, end }) => samples.subarray(Math.round(start * sampleRate), Math.round(end * sampleRate)));
  const energy = speech.reduce((sum, part) => sum + part.reduce((inner, value) => inner + value * value, 0), 0);
  const count = speech.reduce((sum, part) => sum + part.length, 0);
  const noisePower = added.reduce((sum, value) => sum + value * value, 0) / added.length;
  const gain = Math.sqrt(energy / count / noisePower / 10 ** (snrDb / 10));
  return { waveform: { sampleRate, samples: samples.map((value, i) => value + gain * (added[i % added.length] ?? 0)) }, spoken };
}

async function measure(items: readonly Known[], name: string, detector: SpeechDetector): Promise<(string | number)[][]> {
  const energy = tally();
  const model = tally();
  for (const { waveform, spoken } of items) {
    const durationSec = waveform.samples.length / waveform.sampleRate;
    compare(energy, spoken, findSpeech(waveform).segments, durationSec);
    const probability = await detector.speechProbability(waveform);
    compare(model, spoken, findSpeech(waveform, ACTIVITY_OPTIONS, probability).segments, durationSec);
  }
  return [row(name, 'energy alone', energy), row(name, 'energy and detector', model)];
}

const tally = (): Tally => ({ starts: [], ends: [], both: 0, onlyFound: 0, onlySpoken: 0 });

function compare(into: Tally, spoken: readonly Span[], found: readonly Span[], durationSec: number): void {
  const reference = joined(spoken);
  const heard = joined(found);
  const nearest = (time: number, edge: 'start' | 'end'): number =>
    Math.min(durationSec, ...heard.map((span) => Math.abs(span[edge] - time)));
  into.starts.push(...reference.map(({ start }) => nearest(start, 'start')));
  into.ends.push(...reference.map(({ end }) => nearest(end, 'end')));
  for (let time = 0; time < durationSec; time += STEP_SEC) {
    const [inReference, inHeard] = [within(time, reference), within(time, heard)];
    if (inReference && inHeard) into.both += 1;
    else if (inHeard) into.onlyFound += 1;
    else if (inReference) into.onlySpoken += 1;
  }
}

/** Spans with the silences that are no pauses closed: only then do both sides mean the same by a segment. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of spans) {
    const last = out.at(-1);
    if (last !== undefined && start - last.end < ACTIVITY_OPTIONS.minPauseSec) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

function within(time: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => time >= start && time < end);
}

function row(condition: string, method: string, { starts, ends, both, onlyFound, onlySpoken }: Tally): (string | number)[] {
  const seconds = (values: readonly number[], share: number): string => quantile(values, share).toFixed(3);
  const edges = [...starts, ...ends];
  return [
    condition,
    method,
    edges.length,
    seconds(starts, 0.5),
    seconds(ends, 0.5),
    seconds(edges, 0.5),
    seconds(edges, 0.9),
    (both / (both + onlyFound)).toFixed(3),
    (both / (both + onlySpoken)).toFixed(3),
  ];
}

function describe(rows: readonly (string | number)[][], recordings: number): string {
  const head = [
    'sound',
    'method',
    'edges',
    'starts, median s',
    'ends, median s',
    'all, median s',
    'all, 90 % s',
    'precision of time',
    'recall of time',
  ];
  return [
    `${recordings} recordings whose speech is known: spoken digits put together with silence between (exact), and one with an aligner's word times. Silences under ${ACTIVITY_OPTIONS.minPauseSec} s are closed on both sides. Bound: 0.05 s in the median, as recorded.`,
    table(head, rows),
  ].join('\n\n');
}
