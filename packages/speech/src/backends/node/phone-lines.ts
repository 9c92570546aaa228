import { spawn } from 'node:child_process';
import { RingbackError } from '@ringback/core/failure';
import { type CodedLineId, codedLine, type LineEncoder } from '../../legibility/coded-line.ts';
import { LINE_RATE, muLawLine, PHONE_LINE_NAMES, PHONE_LINES, type PhoneLine, type PhoneLineId } from '../../legibility/phone-line.ts';

/** A program that encodes a line's codec: it reads 16-bit samples and writes the coded sound. */
interface EncoderCommand {
  command: string;
  parameters: readonly string[];
}

/** Which programs are asked, by the name under which they are run. */
export interface LinePrograms {
  sox: string;
  ffmpeg: string;
}

const PROGRAMS: LinePrograms = { sox: 'sox', ffmpeg: 'ffmpeg' };
/** sox's number of the AMR mode of 12.2 kbit/s, of eight. */
const AMR_MODE = '7';
/** Milliseconds an encoder may take: it needs a few hundredths of a second for a number. House rule. */
const DEADLINE_MS = 10_000;
/** Samples encoded to see whether an encoder is there: a quarter of a second. */
const TRIAL_SAMPLES = LINE_RATE / 4;

const INSTALL: Readonly<Record<CodedLineId, string>> = {
  gsm: 'sox, or ffmpeg built with libgsm',
  amr: 'sox, or ffmpeg built with opencore-amr',
};

/** Which line can be simulated on this machine, and by which program. */
export interface LineHere {
  id: PhoneLineId;
  /** The codec's name. */
  name: string;
  /** What encodes it, such as "sox"; "built in" for G.711; null when nothing does. */
  encoder: string | null;
  /** How to get an encoder, in a sentence; empty when there is one. */
  mend: string;
}

/**
 * A telephone line. GSM and AMR are encoded by sox or ffmpeg where they are installed: their encoders are under licences or patents
 * under which this package cannot bring them.
 * @throws RingbackError `no-encoder` with what to install.
 */
export async function openPhoneLine(id: PhoneLineId, programs: LinePrograms = PROGRAMS): Promise<PhoneLine> {
  if (id === 'g711') return muLawLine();
  const found = await findEncoder(id, programs);
  if (found !== null) return codedLine(id, found);
  throw new RingbackError('no-encoder', missing(id));
}

/** Every line with what encodes it here. Each program is tried on a quarter of a second of silence. */
export async function linesHere(programs: LinePrograms = PROGRAMS): Promise<LineHere[]> {
  const lines: LineHere[] = [];
  for (const id of PHONE_LINES) {
    const encoder = id === 'g711' ? 'built in' : ((await findEncoder(id, programs))?.program ?? null);
    lines.push({ id, name: PHONE_LINE_NAMES[id], encoder, mend: encoder === null && id !== 'g711' ? missing(id) : '' });
  }
  return lines;
}

function missing(id: CodedLineId): string {
  return `A line with ${PHONE_LINE_NAMES[id]} needs an encoder: install ${INSTALL[id]} ("apt install sox", "brew install sox"), or use the line g711.`;
}

/** The first program that really encodes: an installed one may be built without the codec. */
async function findEncoder(id: CodedLineId, programs: LinePrograms): Promise<(LineEncoder & { program: string }) | null> {
  for (const encoder of encodersOf(id, programs)) {
    const encode = (samples: Int16Array, signal?: AbortSignal) => run(encoder, samples, signal);
    const coded = await encode(new Int16Array(TRIAL_SAMPLES)).catch(() => null);
    if (coded !== null) return { program: encoder.command, encode };
  }
  return null;
}

function encodersOf(id: CodedLineId, { sox, ffmpeg }: LinePrograms): EncoderCommand[] {
  const rate = String(LINE_RATE);
  const toSox = ['-q', '-D', '-t', 'raw', '-r', rate, '-e', 'signed', '-b', '16', '-L', '-c', '1', '-'];
  const toFfmpeg = ['-hide_banner', '-v', 'error', '-threads', '1', '-f', 's16le', '-ar', rate, '-ac', '1', '-i', 'pipe:0'];
  return id === 'gsm'
    ? [
        { command: sox, parameters: [...toSox, '-t', 'gsm', '-'] },
        { command: ffmpeg, parameters: [...toFfmpeg, '-c:a', 'libgsm', '-f', 'gsm', 'pipe:1'] },
      ]
    : [
        { command: sox, parameters: [...toSox, '-t', 'amr-nb', '-C', AMR_MODE, '-'] },
        { command: ffmpeg, parameters: [...toFfmpeg, '-c:a', 'libopencore_amrnb', '-b:a', '12.2k', '-f', 'amr', 'pipe:1'] },
      ];
}

function run({ command, parameters }: EncoderCommand, samples: Int16Array, signal?: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: DEADLINE_MS,
      killSignal: 'SIGKILL',
      ...(signal && { signal }),
    });
    const chunks: Buffer[] = [];
    const failed = (cause?: unknown) =>
      reject(new RingbackError('encoder-failed', `The encoder "${command}" of the telephone line failed: use the line g711.`, { cause }));
    child.on('error', (cause) => (signal?.aborted ? reject(signal.reason) : failed(cause)));
    // A program that ends early closes its input: what it answered tells, not the broken pipe.
    child.stdin.on('error', () => {});
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) => {
      const coded = Buffer.concat(chunks);
      if (code === 0 && coded.length > 0) resolve(coded);
      else failed();
    });
    child.stdin.end(littleEndian(samples));
  });
}

function littleEndian(samples: Int16Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  for (const [index, sample] of samples.entries()) bytes.writeInt16LE(sample, index * 2);
  return bytes;
}
