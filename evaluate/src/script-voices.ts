import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Waveform } from '@ringback/speech';
import { decodeRecording } from '@ringback/speech/node';

/** A synthetic voice of the system: flite or espeak-ng, as they are installed. */
export interface SyntheticVoice {
  name: string;
  /** The command line that speaks `text` into the WAV file `path`. */
  command(text: string, path: string): readonly [string, ...string[]];
}

const flite = (voice: string): SyntheticVoice => ({
  name: `flite ${voice}`,
  command: (text, path) => ['flite', '-voice', voice, '-t', text, '-o', path],
});

const paced = (voice: string, stretch: number): SyntheticVoice => ({
  name: `flite ${voice} at ${stretch} times its length`,
  command: (text, path) => ['flite', '-voice', voice, '--setf', `duration_stretch=${stretch}`, '-t', text, '-o', path],
});

/** A shorter throat: spoken slower by `shift` and played as much faster. */
const raised = (voice: string, shift: number): SyntheticVoice => ({
  name: `flite ${voice}, ${shift} times as high`,
  command: (text, path) => [
    'sh',
    '-c',
    'flite -voice "$1" --setf duration_stretch="$2" -t "$3" -o "$4.low.wav" && ' +
      'ffmpeg -v error -i "$4.low.wav" -af "asetrate=16000*$2,aresample=16000" -y "$4"',
    ...['sh', voice, String(shift), text, path],
  ],
});

const festival = (voice: string, stretch: number): SyntheticVoice => ({
  name: `festival ${voice} at ${stretch} times its length`,
  command: (text, path) => [
    ...(['sh', '-c', 'printf %s "$1" | text2wave -eval "$2" -o "$3"', 'sh', text] as const),
    ...[`(begin (voice_${voice}) (Parameter.set 'Duration_Stretch ${stretch}))`, path],
  ],
});

const espeak = (voice: string, wordsPerMinute: number): SyntheticVoice => ({
  name: `espeak-ng ${voice}`,
  command: (text, path) => ['espeak-ng', '-v', voice, '-s', String(wordsPerMinute), '-w', path, text],
});

/** Voices that thresholds are chosen on. */
export const TUNING_VOICES: readonly SyntheticVoice[] = [flite('rms'), flite('awb'), espeak('en-us+m3', 150)];
/** Voices that rules are chosen on besides, most of them harder to hear. */
export const HARDER_VOICES: readonly SyntheticVoice[] = [
  paced('rms', 0.85),
  paced('awb', 1.1),
  paced('rms', 1.05),
  espeak('en-us+f1', 160),
  espeak('en-gb+f4', 150),
  espeak('en-gb-scotland+f5', 145),
  espeak('en-gb-x-rp+f1', 150),
  espeak('en-us+f5', 155),
  espeak('en-us+Annie', 150),
  espeak('en-us+belinda', 150),
  espeak('en-us+m2', 165),
  espeak('en-gb+m7', 150),
];
/** Voices that what decides a claim is fitted on: those above and more. */
export const TRAINING_VOICES: readonly SyntheticVoice[] = [
  ...TUNING_VOICES,
  ...HARDER_VOICES,
  raised('rms', 1.2),
  raised('awb', 1.15),
  paced('awb', 0.9),
  festival('ked_diphone', 1),
  festival('ked_diphone', 1.1),
];
/** Voices that are measured, none of them among those above. */
export const MEASURED_VOICES: readonly SyntheticVoice[] = [flite('slt'), flite('kal16'), espeak('en-gb+f2', 155), espeak('en-us+f3', 150)];

/** Digit by digit with a rest between groups, as a person dictates. */
function dictated(text: string): string {
  return text.replace(/\d+(?:-\d+)+/g, (number) =>
    number
      .split('-')
      .map((group) => [...group].join(' '))
      .join(', '),
  );
}

/** The text read by the voice. Fails where the voice is not installed. */
export async function spokenBy(voice: SyntheticVoice, text: string, signal: AbortSignal): Promise<Waveform> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-voice-'));
  try {
    const path = join(folder, 'said.wav');
    const [program, ...parameters] = voice.command(dictated(text), path);
    await run(program, parameters, signal);
    return (await decodeRecording(await readFile(path), { signal })).waveform;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end; what it is fed and gives back goes through its standard input and output. */
export function run(program: string, parameters: readonly string[], signal: AbortSignal, input?: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'ignore'], signal });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`"${program}" ended with ${code}.`))));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
