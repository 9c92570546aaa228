import { type CharRange, followTake, RingbackError, type ScriptDifference, type ScriptDoubt, type Transcript } from '@ringback/core';
import type { ExpectedSpeech, Recogniser, SpeechDetector } from '@ringback/speech';
import { createMoonshine, createSpeechDetector } from '@ringback/speech/node';
import { loadReader } from 'ringback';
import { keptTranscript } from './kept-transcripts.ts';
import { HARDER_SET, MEASURED_SET, type ScriptTake, scriptTakes, type TakeSet, TUNING_SET } from './script-takes.ts';
import { PLANTED_KINDS } from './script-texts.ts';
import { type Section, type SectionContext, table } from './section.ts';
import { alignWords, comparedText, errorsIn } from './wording.ts';

/** A take as it was heard and followed. */
export interface Followed {
  take: ScriptTake;
  transcript: Transcript;
  differences: readonly ScriptDifference[];
  doubts: readonly ScriptDoubt[];
}

/** Words heard with the script known and without, planted differences that are found, and those claimed that are none. */
export const scriptFollowingSection = sectionOf('script-following', 'A take along its script', MEASURED_SET);

/** The same on what the thresholds were chosen on: never told as a result. */
export const scriptTuningSection = sectionOf(
  'script-tuning',
  'A take along its script, on the takes that thresholds are chosen on',
  TUNING_SET,
);

/** The same again, harder to hear: never told as a result either. */
export const scriptHarderSection = sectionOf(
  'script-harder',
  'A take along its script, on harder takes that rules are chosen on',
  HARDER_SET,
);

function sectionOf(name: string, title: string, set: TakeSet): Section {
  return {
    ...{ name, title, onlyWhenNamed: true },
    run: async (context) => followingReport(await followTakes(context, name, set), set),
  };
}

/** Takes of a set, and those whose words were heard without the script as well. */
export interface FollowedTakes {
  faithful: Followed[];
  planted: Followed[];
  words: [ScriptTake, Transcript, Transcript][];
}

/** Hears the takes of a set and follows them along their scripts. */
export async function followTakes(context: SectionContext, name: string, set: TakeSet): Promise<FollowedTakes> {
  const { signal, progress, heardFolder } = context;
  const [recogniser, detector, reader] = await Promise.all([createMoonshine(), createSpeechDetector(), loadReader()]);
  const takes = await scriptTakes(context, set);
  const hear = (take: ScriptTake, which: string, expected?: ExpectedSpeech): Promise<Transcript> =>
    keptTranscript(heardFolder, `${name}-${which}`, () => heard(recogniser, detector, take, signal, expected));
  const follow = async (take: ScriptTake, which: string): Promise<Followed> => {
    const transcript = await hear(take, which, { script: take.script });
    const { differences = [], doubts = [] } = followTake(take.script, transcript, { reader }) ?? {};
    return { take, transcript, differences, doubts };
  };
  const followed: FollowedTakes = { faithful: [], planted: [], words: [] };
  for (const [i, take] of takes.faithful.entries()) {
    progress(`faithful ${i + 1} of ${takes.faithful.length}`);
    const one = await follow(take, `faithful-${i}`);
    followed.faithful.push(one);
    if (i < set.compared) followed.words.push([take, await hear(take, `free-${i}`), one.transcript]);
  }
  for (const [i, take] of takes.planted.entries()) {
    progress(`planted ${i + 1} of ${takes.planted.length}`);
    followed.planted.push(await follow(take, `planted-${i}`));
  }
  await Promise.all([recogniser.close(), detector.close()]);
  return followed;
}

/** What was heard, found and claimed wrongly, as Markdown. */
export function followingReport({ faithful, planted, words }: FollowedTakes, set: TakeSet): string {
  const snrDb = [...new Set(set.snrDb)].join(', ');
  return [
    `Takes over G.711, GSM, AMR and Opus lines with a car, a street or people talking behind the speaker at ${snrDb} dB.`,
    ...(words.length === 0 ? [] : [wordErrors(words)]),
    found(planted),
    claimed(faithful, planted),
  ].join('\n\n');
}

async function heard(
  recogniser: Recogniser,
  detector: SpeechDetector,
  take: ScriptTake,
  signal: AbortSignal,
  expected?: ExpectedSpeech,
): Promise<Transcript> {
  const waveform = await take.make(signal);
  const speechProbability = await detector.speechProbability(waveform, { signal });
  try {
    return await recogniser.recognise(waveform, { signal, speechProbability, ...(expected && { expected }) });
  } catch (error) {
    if (error instanceof RingbackError && error.code === 'not-understood') return { text: '', words: [] };
    throw error;
  }
}

function wordErrors(words: readonly [ScriptTake, Transcript, Transcript][]): string {
  const row = (name: string, some: typeof words) => {
    const total = some.reduce((sum, [take]) => sum + comparedText(take.script).length, 0);
    const [free, known] = [1, 2].map((which) => some.reduce((sum, one) => sum + errorsOf(one[0], one[which] as Transcript), 0));
    return [name, some.length, total, percent((free ?? 0) / total), percent((known ?? 0) / total)];
  };
  const rows = [
    row(
      'real voices',
      words.filter(([take]) => take.real),
    ),
    row(
      'synthetic voices',
      words.filter(([take]) => !take.real),
    ),
    row('all', words),
  ];
  return table(['takes', 'number', 'words', 'word errors without the script', 'with it'], rows);
}

function errorsOf(take: ScriptTake, { text }: Transcript): number {
  const [reference, own] = [comparedText(take.script), comparedText(text)];
  return errorsIn(alignWords(reference, own), reference, own);
}

function found(planted: readonly Followed[]): string {
  const rows = PLANTED_KINDS.map((kind) => {
    const some = planted.filter(({ take }) => take.planted?.kind === kind);
    return [kind, some.length, some.filter(isFound).length];
  });
  const missed = planted
    .filter((one) => !isFound(one))
    .map(({ take, doubts }) => {
      const inDoubt = doubts.some((doubt) => isPlanted(take, doubt)) ? ', told as in doubt' : '';
      return `${take.planted?.kind} (${where(take)}${inDoubt})`;
    });
  const all = planted.filter(isFound).length;
  return [
    table(['planted', 'takes', 'found'], [...rows, ['all', planted.length, all]]),
    missed.length === 0 ? 'None was missed.' : `Missed: ${missed.join('; ')}.`,
  ].join('\n\n');
}

function isFound({ take, differences }: Followed): boolean {
  return differences.some((difference) => isPlanted(take, difference));
}

/** Whether words of the script are those that were planted otherwise. */
export function isPlanted({ planted }: ScriptTake, { script }: { script: CharRange | null }): boolean {
  return (
    planted?.places.some(({ charStart, charEnd }) => script !== null && script.charStart < charEnd && script.charEnd > charStart) ?? false
  );
}

function claimed(faithful: readonly Followed[], planted: readonly Followed[]): string {
  const wrongly = faithful.filter(({ differences }) => differences.length > 0);
  const beside = planted.filter(({ take, differences }) => differences.some((difference) => !isPlanted(take, difference)));
  const told = [...wrongly, ...beside].map(({ take, differences }) => {
    const wrong = differences.filter((difference) => !isPlanted(take, difference)).map(({ message }) => message);
    return [where(take), wrong.join(' ')];
  });
  return [
    `Something was claimed in ${wrongly.length} of ${faithful.length} takes that keep to the script, and something besides the planted difference in ${beside.length} of ${planted.length}. Something is told as in doubt in ${faithful.filter(({ doubts }) => doubts.length > 0).length} of those that keep to it.`,
    told.length === 0 ? '' : table(['take', 'claimed wrongly'], told),
  ].join('\n\n');
}

function where({ speaker, line, noise }: ScriptTake): string {
  return `${speaker}, ${line}, ${noise}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
