import { readFile } from 'node:fs/promises';
import { type Review, RingbackError, TIP_IDS } from '@ringback/core';
import type { Recogniser, SpeechDetector, Waveform } from '@ringback/speech';
import { createMoonshine, createSpeechDetector, decodeRecording, pullModels } from '@ringback/speech/node';
import { loadReader, reviewRecording } from 'ringback';
import { readRecordings } from './recordings.ts';
import { type Section, type SectionContext, table } from './section.ts';
import { telephone, throughMuLaw } from './telephone.ts';
import { wavBytes } from './wav-writer.ts';
import { alignWords, comparedText, errorsIn } from './wording.ts';

/** A way to change a recording that should change no judgement. */
interface Change {
  name: string;
  /** Counts for the bound; the others are told beside it. */
  bound: boolean;
  apply(waveform: Waveform): Waveform | Promise<Waveform>;
}

const gain = (decibels: number): Change => ({
  name: `${decibels > 0 ? '+' : '-'}${Math.abs(decibels)} dB`,
  bound: true,
  apply: (waveform) => ({ ...waveform, samples: waveform.samples.map((value) => value * 10 ** (decibels / 20)) }),
});

/** What a device does with a gain too high: distortion, told beside the bound. */
const clipped = (decibels: number) => (waveform: Waveform) => ({
  ...waveform,
  samples: waveform.samples.map((value) => Math.max(-1, Math.min(1, value * 10 ** (decibels / 20)))),
});

const CHANGES: readonly Change[] = [
  gain(-12),
  gain(-6),
  gain(6),
  gain(12),
  { name: '+12 dB, clipped at full scale', bound: false, apply: clipped(12) },
  { name: 'mu-law', bound: true, apply: (waveform) => ({ ...waveform, samples: waveform.samples.map(throughMuLaw) }) },
  { name: 'telephone line (8 kHz, 300 Hz up, mu-law)', bound: false, apply: telephone },
];

interface Ears {
  recogniser: Recogniser;
  detector: SpeechDetector;
}

/** One recording whose tips came out otherwise. */
interface Difference {
  recording: string;
  change: string;
  tips: string;
  /** Words heard otherwise; 0 when only the sound's measures moved. */
  otherWords: number;
  /** Words heard in the recording as it is. */
  words: number;
}

/** Gain and coding change what is heard as little as possible: the statuses of the tips before and after. */
export const robustnessSection: Section = {
  name: 'robustness',
  title: 'Gain and coding',
  onlyWhenNamed: true,
  async run(context) {
    await pullModels({ signal: context.signal });
    const ears = { recogniser: await createMoonshine(), detector: await createSpeechDetector() };
    try {
      return await measure(context, ears);
    } finally {
      await Promise.all([ears.recogniser.close(), ears.detector.close()]);
    }
  },
};

async function measure({ dataFolder, signal, progress }: SectionContext, ears: Ears): Promise<string> {
  const differences: Difference[] = [];
  const recordings = await readRecordings(dataFolder);
  for (const [i, { name, path }] of recordings.entries()) {
    progress(`${i + 1} of ${recordings.length}`);
    const { waveform } = await decodeRecording(await readFile(path), { signal });
    const before = await statuses(waveform, ears, signal);
    for (const change of CHANGES) {
      const after = await statuses(await change.apply(waveform), ears, signal);
      const tips = TIP_IDS.filter((_, tip) => before.tips[tip] !== after.tips[tip]);
      if (tips.length === 0) continue;
      const told = tips.map((id) => `${id}: ${before.tips[TIP_IDS.indexOf(id)]} to ${after.tips[TIP_IDS.indexOf(id)]}`).join(', ');
      const [words, heard] = [comparedText(before.text), comparedText(after.text)];
      const otherWords = errorsIn(alignWords(words, heard), words, heard);
      differences.push({ recording: name, change: change.name, tips: told, otherWords, words: words.length });
    }
  }
  return describe(differences, recordings.length);
}

const reader = await loadReader();

async function statuses(waveform: Waveform, ears: Ears, signal: AbortSignal): Promise<{ tips: string[]; text: string }> {
  try {
    const { review } = await reviewRecording(wavBytes(waveform), {
      name: 'recording',
      ...ears,
      signal,
      legibility: 'none',
      review: { reader },
    });
    return { tips: tipStatuses(review), text: review.transcript.text };
  } catch (error) {
    if (error instanceof RingbackError) return { tips: TIP_IDS.map(() => error.code), text: '' };
    throw error;
  }
}

function tipStatuses(review: Review): string[] {
  return TIP_IDS.map((id) => review.tips.find((tip) => tip.id === id)?.status ?? 'missing');
}

function describe(differences: readonly Difference[], recordings: number): string {
  const rows = CHANGES.map(({ name }) => {
    const changed = differences.filter(({ change }) => change === name);
    return [
      name,
      recordings,
      recordings - changed.length,
      percent(recordings - changed.length, recordings),
      changed.filter(({ otherWords }) => otherWords > 0).length,
    ];
  });
  const bounded = CHANGES.filter(({ bound }) => bound).map(({ name }) => name);
  const touched = new Set(differences.filter(({ change }) => bounded.includes(change)).map(({ recording }) => recording)).size;
  const which = differences.map(({ recording, change, tips, otherWords, words }) => [
    recording,
    change,
    tips,
    otherWords > 0 ? `${otherWords} of ${words} words were heard otherwise` : 'same words: a measure of the sound crossed its limit',
  ]);
  return [
    table(['change', 'recordings', 'no tip changed', '%', 'changed with other words heard'], rows),
    `No gain and no mu-law coding changed a tip in ${recordings - touched} of ${recordings} recordings (${percent(recordings - touched, recordings)} %); the bound is 95 %.`,
    which.length === 0 ? 'No tip changed.' : table(['recording', 'change', 'tips', 'why'], which),
  ].join('\n\n');
}

function percent(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(1);
}
