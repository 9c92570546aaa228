import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CharRange } from '@ringback/core';
import type { Waveform } from '@ringback/speech';
import { readWaveform } from './hearing.ts';
import { type Cell, crossed } from './script-design.ts';
import { HARDER_TEXTS } from './script-harder-texts.ts';
import { backgroundNoises, overLine, telephoneLines } from './script-lines.ts';
import { MEASURED_TEXTS, PLANTED_KINDS, type PlantedKind, type ScriptText, TUNING_TEXTS } from './script-texts.ts';
import { TRAINING_TEXTS } from './script-training-texts.ts';
import { HARDER_VOICES, MEASURED_VOICES, type SyntheticVoice, spokenBy, TRAINING_VOICES, TUNING_VOICES } from './script-voices.ts';
import type { SectionContext } from './section.ts';

/** A take over a telephone line, with the script that its speaker had. */
export interface ScriptTake {
  /** A synthetic voice or a real recording. */
  speaker: string;
  real: boolean;
  line: string;
  noise: string;
  script: string;
  /** What is said otherwise than the script has it, and where in the script; null where nothing is. */
  planted: { kind: PlantedKind; places: CharRange[] } | null;
  make(signal: AbortSignal): Promise<Waveform>;
}

type Spoken = Pick<ScriptTake, 'speaker' | 'real' | 'script' | 'planted'> & { sound(signal: AbortSignal): Promise<Waveform> };

/** What is spoken, and over which line in which noise. */
type Carried = Spoken & Pick<Cell, 'line' | 'noise'>;

/** Fewest words of a recording that is used. */
const MIN_WORDS = 5;

/** Who speaks which texts: what is chosen on the one set is measured on the other. */
export interface TakeSet {
  texts: readonly ScriptText[];
  voices: readonly SyntheticVoice[];
  /** Real recordings besides. */
  recordings: boolean;
  /** dB: speech over noise on the line, one after the other. At 20 one still understands a call from a car or a street without effort. */
  snrDb: readonly number[];
  /** Takes with synthetic voices of each kind of difference. Twelve make sixty with the real recordings. */
  ofEachKind: number;
  /** Blocks of as many takes that keep to their script. */
  faithfulBlocks: number;
  /** Whether those are other voices over other lines than take the planted differences. */
  faithfulApart?: true;
  /** Of the noise, one more for each take. */
  seed: number;
  /** Takes whose words are compared with and without the script: every real voice, and synthetic ones up to this number. */
  compared: number;
}

/** Thresholds are chosen on these. */
export const TUNING_SET: TakeSet = {
  ...{ texts: TUNING_TEXTS, voices: TUNING_VOICES, recordings: false },
  ...{ snrDb: [20], ofEachKind: 12, faithfulBlocks: 4, seed: 500, compared: 40 },
};
/** And rules on these, which are harder to hear and of which most keep to the script. */
export const HARDER_SET: TakeSet = {
  ...{ texts: HARDER_TEXTS, voices: HARDER_VOICES, recordings: false },
  ...{ snrDb: [20, 17, 14], ofEachKind: 12, faithfulBlocks: 8, seed: 1000, compared: 0 },
};
/** The weights of a claim are fitted on these: every voice and text that is not measured. */
export const TRAINING_SET: TakeSet = {
  ...{ texts: [...TUNING_TEXTS, ...HARDER_TEXTS, ...TRAINING_TEXTS], voices: TRAINING_VOICES, recordings: false },
  ...{ snrDb: [20, 20, 17], ofEachKind: 60, faithfulBlocks: 4, faithfulApart: true, seed: 2999, compared: 0 },
};
/** What is told in the report. */
export const MEASURED_SET: TakeSet = {
  ...{ texts: MEASURED_TEXTS, voices: MEASURED_VOICES, recordings: true },
  ...{ snrDb: [20], ofEachKind: 12, faithfulBlocks: 4, seed: 0, compared: 40 },
};

/** Takes that keep to their script and takes with one planted difference, each over one of four lines in one of three noises. */
export async function scriptTakes(
  { dataFolder, signal }: SectionContext,
  set: TakeSet,
): Promise<{ faithful: ScriptTake[]; planted: ScriptTake[] }> {
  const [lines, noises, recordings] = await Promise.all([
    telephoneLines(),
    backgroundNoises(dataFolder, set.texts, signal),
    set.recordings ? knownRecordings(dataFolder) : [],
  ]);
  const over = (spoken: readonly Carried[], shift: number): ScriptTake[] =>
    spoken.map(({ sound, line, noise, ...take }, i) => {
      const [carriedBy, behind] = [lines[line], noises[noise]];
      if (carriedBy === undefined || behind === undefined) throw new Error('There is no line or no noise.');
      const snrDb = set.snrDb[(i + Math.floor(i / set.voices.length)) % set.snrDb.length] ?? 0;
      const make = async (own: AbortSignal) =>
        overLine(await sound(own), snrDb, { line: carriedBy, noise: behind, seed: set.seed + i + shift, signal: own });
      return { ...take, line: carriedBy.name, noise: behind.name, make };
    });
  const levels = { voices: set.voices.length, lines: lines.length, noises: noises.length, texts: set.texts.length };
  const first = set.faithfulApart ? PLANTED_KINDS.length : 0;
  const cells = crossed(Math.max(PLANTED_KINDS.length, first + set.faithfulBlocks), set.ofEachKind, levels);
  const carried = (one: Spoken, i: number): Carried => {
    return { ...one, line: i % lines.length, noise: Math.floor(i / lines.length) % noises.length };
  };
  const faithful = recordings.map((one) => ({ ...one, planted: null }));
  return {
    faithful: over(
      [...faithful.map(carried), ...cells.filter(({ block }) => block >= first).map((cell) => synthetic(set, cell, null))],
      first * set.ofEachKind,
    ),
    planted: over(
      [
        ...recordings.map(altered).map(carried),
        ...cells.flatMap((cell) => PLANTED_KINDS.slice(cell.block, cell.block + 1).map((kind) => synthetic(set, cell, kind))),
      ],
      1,
    ),
  };
}

function synthetic({ texts, voices }: TakeSet, { voice: speaker, text: written, line, noise }: Cell, kind: PlantedKind | null): Carried {
  const [text, voice] = [texts[written], voices[speaker]];
  if (text === undefined || voice === undefined) throw new Error('There is no text or no voice.');
  const { script } = text;
  const [meant, said] = kind === null ? ['', ''] : text.planted[kind];
  return {
    speaker: voice.name,
    real: false,
    script,
    planted: kind && { kind, places: placesOf(script, meant) },
    line,
    noise,
    sound: (signal) => spokenBy(voice, kind === null ? script : script.replaceAll(meant, said), signal),
  };
}

function placesOf(script: string, words: string): CharRange[] {
  const places: CharRange[] = [];
  for (let at = script.indexOf(words); at >= 0; at = script.indexOf(words, at + words.length)) {
    places.push({ charStart: at, charEnd: at + words.length });
  }
  return places;
}

/** Real recordings whose words are known from beginning to end. */
async function knownRecordings(dataFolder: string): Promise<Spoken[]> {
  const folder = join(dataFolder, 'speech');
  const lines = (await readFile(join(folder, 'manifest.jsonl'), 'utf8')).split('\n').filter((line) => line.trim().length > 0);
  return lines.flatMap((line) => {
    const { file, kind, transcript, transcriptQuality } = JSON.parse(line) as Record<string, string | null>;
    if (!file || !transcript || !kind || /digits|spontaneous/.test(kind) || transcriptQuality?.startsWith('opening')) return [];
    if (transcript.split(' ').length < MIN_WORDS) return [];
    const sound = (signal: AbortSignal) => readWaveform(join(folder, file), signal);
    return [{ speaker: file, real: true, script: transcript, planted: null, sound }];
  });
}

/** How many telephone lines there are. */
const LINES = 4;
const OTHER_WORDS = ['harbour', 'velvet', 'engine', 'monday'];
const OTHER_SENTENCE = 'please send me the papers by monday';

/** A real recording cannot be made to say something else, but its script can: another word in it, or a sentence more. */
function altered(recording: Spoken, i: number): Spoken {
  const words = recording.script.split(' ');
  // Each line, and they go round, meets both.
  if ((i + Math.floor(i / LINES)) % 2 === 0) {
    const middle = Math.floor(words.length / 2);
    const script = [...words.slice(0, middle), OTHER_SENTENCE, ...words.slice(middle)].join(' ');
    return { ...recording, script, planted: { kind: 'dropped', places: placesOf(script, OTHER_SENTENCE) } };
  }
  const longest = words.reduce((best, word, at) => (word.length > (words[best]?.length ?? 0) ? at : best), 0);
  const other = OTHER_WORDS[Math.floor(i / 2) % OTHER_WORDS.length] ?? '';
  const script = words.map((word, at) => (at === longest ? other : word)).join(' ');
  return { ...recording, script, planted: { kind: 'changed', places: placesOf(script, other) } };
}
