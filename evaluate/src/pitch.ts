import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PitchTrack } from '@ringback/core';
import { PITCH_OPTIONS, trackPitch, type Waveform } from '@ringback/speech';
import { readWaveform } from './hearing.ts';
import { readRecordings } from './recordings.ts';
import { type Section, table } from './section.ts';
import { wavBytes } from './wav-writer.ts';
import { quantile } from './wording.ts';

/** Praat writes one line for each frame: its time and the pitch, or "--undefined--". */
const SCRIPT = `form Pitch of one recording
  sentence in
  sentence out
endform
Read from file: in$
To Pitch: ${PITCH_OPTIONS.stepSec}, ${PITCH_OPTIONS.floorHz}, ${PITCH_OPTIONS.ceilingHz}
frames = Get number of frames
writeFile: out$, ""
for frame to frames
  time = Get time from frame number: frame
  hertz = Get value in frame: frame, "Hertz"
  appendFileLine: out$, fixed$ (time, 6), " ", hertz
endfor
`;
/** Share by which a value may be off before it counts as a gross error, as is usual. */
const GROSS_SHARE = 0.2;

interface Comparison {
  recordings: number;
  /** Semitones off where both are voiced and no gross error. */
  fine: number[];
  gross: number;
  voicedInBoth: number;
  frames: number;
  voicingDiffers: number;
}

const none = (): Comparison => ({ recordings: 0, fine: [], gross: 0, voicedInBoth: 0, frames: 0, voicingDiffers: 0 });

/** Pitch against Praat on every recording. */
export const pitchSection: Section = {
  name: 'pitch',
  title: 'Pitch against Praat',
  async run({ dataFolder, signal, progress }) {
    const version = await praatVersion();
    if (version === null) return 'Not measured: Praat is not installed (Debian: `apt install praat`).';
    const folder = await mkdtemp(join(tmpdir(), 'ringback-pitch-'));
    try {
      await writeFile(join(folder, 'pitch.praat'), SCRIPT);
      const groups = new Map<string, Comparison>();
      for (const { name, path, kind } of await readRecordings(dataFolder)) {
        progress(name);
        const waveform = await readWaveform(path, signal);
        const group = groups.get(kind) ?? none();
        compare(group, trackPitch(waveform), await praatPitch(waveform, folder));
        groups.set(kind, group);
      }
      return describe(groups, version);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function praatVersion(): Promise<string | null> {
  const run = await promisify(execFile)('praat', ['--version']).catch(() => null);
  return run === null ? null : (run.stdout.trim().split('\n')[0] ?? 'Praat');
}

async function praatPitch(waveform: Waveform, folder: string): Promise<{ time: number; hz: number }[]> {
  const [sound, answer] = [join(folder, 'sound.wav'), join(folder, 'pitch.txt')];
  await writeFile(sound, wavBytes(waveform));
  await promisify(execFile)('praat', ['--run', join(folder, 'pitch.praat'), sound, answer]);
  const lines = (await readFile(answer, 'utf8')).trim().split('\n');
  return lines.map((line) => line.split(' ').map(Number)).map(([time = 0, hz = Number.NaN]) => ({ time, hz }));
}

function compare(into: Comparison, ours: PitchTrack, praat: readonly { time: number; hz: number }[]): void {
  into.recordings += 1;
  for (const { time, hz } of praat) {
    const own = ours.values[Math.round((time - ours.startSec) / ours.stepSec)] ?? Number.NaN;
    into.frames += 1;
    if (own > 0 !== hz > 0) into.voicingDiffers += 1;
    if (!(own > 0 && hz > 0)) continue;
    into.voicedInBoth += 1;
    if (Math.abs(own / hz - 1) > GROSS_SHARE) into.gross += 1;
    else into.fine.push(Math.abs(12 * Math.log2(own / hz)));
  }
}

function describe(groups: ReadonlyMap<string, Comparison>, version: string): string {
  const all = [...groups.values()].reduce<Comparison>(
    (sum, group) => ({
      recordings: sum.recordings + group.recordings,
      fine: sum.fine.concat(group.fine),
      gross: sum.gross + group.gross,
      voicedInBoth: sum.voicedInBoth + group.voicedInBoth,
      frames: sum.frames + group.frames,
      voicingDiffers: sum.voicingDiffers + group.voicingDiffers,
    }),
    none(),
  );
  const percent = (part: number, whole: number): string => (whole === 0 ? 'n/a' : ((100 * part) / whole).toFixed(2));
  const row = (name: string, group: Comparison): (string | number)[] => [
    name,
    group.recordings,
    group.voicedInBoth,
    quantile(group.fine, 0.5).toFixed(4),
    quantile(group.fine, 0.9).toFixed(4),
    percent(group.gross, group.voicedInBoth),
    percent(group.voicingDiffers, group.frames),
  ];
  const head = [
    'kind',
    'recordings',
    'frames voiced in both',
    'median, semitones',
    '90 %, semitones',
    'gross errors, %',
    'voicing differs, %',
  ];
  const settings = `${PITCH_OPTIONS.floorHz} to ${PITCH_OPTIONS.ceilingHz} Hz, a value every ${PITCH_OPTIONS.stepSec * 1000} ms`;
  return [
    `Against ${version}, \`To Pitch\`, ${settings}. A gross error is off by more than ${GROSS_SHARE * 100} %. Bounds: median 0.1 semitone, gross errors 2 %.`,
    table(head, [...[...groups].map(([kind, group]) => row(kind, group)), row('all', all)]),
  ].join('\n\n');
}
