import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RingbackError } from '@ringback/core/failure';
import { endsEarly } from '../../decode/cut.ts';
import { type DecodedRecording, decodeBytes } from '../../decode/decode.ts';
import { damaged, tooLong } from '../../decode/failures.ts';
import type { DecodeLimits } from '../../decode/limits.ts';
import { firstSoundTrack } from '../../decode/mp4-boxes.ts';
import { type SoundFormat, sniffFormat } from '../../decode/sniff.ts';
import { wholeElsewhere } from '../../decode/whole-elsewhere.ts';
import { DecodeDeadline } from './decode-deadline.ts';

/** ffmpeg's own reader for each container: forced, so that no playlist or script is ever taken for a recording. */
const READERS: Partial<Readonly<Record<SoundFormat, string>>> = {
  mp4: 'mov',
  adts: 'aac',
  wav: 'wav',
  aiff: 'aiff',
  caf: 'caf',
  au: 'au',
  ogg: 'ogg',
  webm: 'matroska',
  asf: 'asf',
};

/** Bytes ffmpeg may take in one piece; a recording needs far less. */
const MAX_PIECE_BYTES = 128_000_000;
const BYTES_PER_SAMPLE = 4;
/** Channels for which there is room at the longest duration. */
const USUAL_CHANNELS = 2;
/** How often progress is looked at, in milliseconds. */
const WATCH_MS = 100;
/** Bytes of the WAV header before the samples, at most. */
const WAV_HEADER_BYTES = 4096;

/**
 * Decodes with the system's ffmpeg what no decoder of this package reads (AAC above all).
 * `-af aresample=async=1` keeps the time where packets are missing. Returns null when ffmpeg is not installed.
 */
export async function decodeWithFfmpeg(
  bytes: Uint8Array,
  limits: DecodeLimits,
  command: string,
  signal?: AbortSignal,
): Promise<DecodedRecording | null> {
  const format = sniffFormat(bytes);
  const reader = READERS[format];
  if (reader === undefined) return null;
  const folder = await mkdtemp(join(tmpdir(), 'ringback-'));
  try {
    // MP4 keeps its tables at the end, so a pipe will not do.
    const file = join(folder, 'recording');
    const whole = wholeElsewhere(bytes, format);
    await writeFile(file, whole.bytes, { mode: 0o600 });
    const wav = await runFfmpeg(command, ffmpegArguments(reader, file, limits), { limits, fileBytes: bytes.length, signal });
    if (wav === null) return null;
    if (wav.length === 0) throw damaged(format);
    const { waveform, recording } = await decodeBytes(wav, { ...limits, maxBytes: Number.POSITIVE_INFINITY });
    const { cut } = whole;
    const warnings = cut === null ? recording.warnings : [endsEarly(recording.durationSec, cut.wholeSec), ...recording.warnings];
    return { waveform, recording: { ...recording, container: format, codec: codecOf(bytes, format), warnings } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ffmpegArguments(reader: string, file: string, limits: DecodeLimits): string[] {
  const quiet = ['-nostdin', '-hide_banner', '-v', 'error', '-threads', '1', '-max_alloc', String(MAX_PIECE_BYTES)];
  const input = ['-protocol_whitelist', 'file,pipe', '-f', reader, '-i', file, '-map', '0:a:0'];
  const output = [
    '-af',
    'aresample=async=1',
    '-ac',
    '1',
    '-t',
    String(limits.maxDurationSec + 1),
    '-c:a',
    'pcm_f32le',
    '-f',
    'wav',
    'pipe:1',
  ];
  return [...quiet, ...input, ...output];
}

/** Runs ffmpeg to its end; null when it is not there. What it wrote before it failed is kept: the end of a cut file. */
function runFfmpeg(
  command: string,
  parameters: string[],
  { limits, fileBytes, signal }: { limits: DecodeLimits; fileBytes: number; signal: AbortSignal | undefined },
): Promise<Uint8Array | null> {
  const maxBytes = limits.maxSamples * USUAL_CHANNELS * BYTES_PER_SAMPLE + WAV_HEADER_BYTES;
  const deadline = new DecodeDeadline(fileBytes, limits, () => performance.now());
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'ignore'], ...(signal === undefined ? {} : { signal }) });
    const chunks: Buffer[] = [];
    let length = 0;
    const refuse = (failure: RingbackError): void => {
      child.kill('SIGKILL');
      reject(failure);
    };
    const watching = setInterval(() => {
      const late = deadline.check(length);
      if (late !== null) refuse(late);
    }, WATCH_MS);
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > maxBytes) refuse(tooLong(limits.maxDurationSec));
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearInterval(watching);
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve(null);
      else refuse(new RingbackError('aborted', 'Decoding was cancelled.', { cause: error }));
    });
    child.on('close', () => {
      clearInterval(watching);
      resolve(Buffer.concat(chunks));
    });
  });
}

/** The codec by its usual name, where the container is read here. */
function codecOf(bytes: Uint8Array, format: SoundFormat): string {
  if (format === 'adts') return 'aac';
  if (format === 'asf') return 'wma';
  const named = format === 'mp4' ? firstSoundTrack(bytes)?.codec.trim() : undefined;
  return named === 'mp4a' ? 'aac' : (named ?? 'other');
}
