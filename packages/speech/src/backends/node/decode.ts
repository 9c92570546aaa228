import { RingbackError } from '@ringback/core/failure';
import { checkSize, type DecodedRecording, decodeBytes } from '../../decode/decode.ts';
import { DECODE_LIMITS, type DecodeLimits } from '../../decode/limits.ts';
import { type RawFormat, rawFormatOf } from '../../decode/raw.ts';
import { type SoundFormat, sniffFormat } from '../../decode/sniff.ts';
import { decodeWithFfmpeg } from './decode-ffmpeg.ts';
import { decodeInWorker } from './decode-thread.ts';

/** How {@link decodeRecording} works. */
export interface DecodeOptions {
  /** File name, for example "msg0001.wav". The bytes decide what it is; the name does only where they have no header ("msg0001.ulaw"). */
  name?: string;
  /** What it is where it has no header; goes before the name. */
  raw?: RawFormat;
  signal?: AbortSignal;
  /** What differs from {@link DECODE_LIMITS}. */
  limits?: Partial<DecodeLimits>;
  /** The ffmpeg to use for AAC and other codecs this package has no decoder for; null for none. Default: the one on the PATH. */
  ffmpeg?: string | null;
}

/** Bytes up to which samples that need no codec are read on the spot: starting a thread would take longer. */
const INLINE_BYTES = 8_000_000;
/** Formats read by plain loops of this package (compressed ones in WAV included: their blocks are of one size). */
const NEEDS_NO_CODEC: readonly SoundFormat[] = ['wav', 'aiff', 'caf', 'au', 'text', 'unknown', 'adts', 'asf'];

/**
 * Decodes a recording of any known format to mono at its own rate.
 * Headers are checked before a codec sees the file; codecs run in a worker thread with a deadline and a memory cap.
 * Throws RingbackError (one sentence each): empty-file, not-audio, bad-header, too-big, too-long, damaged, no-decoder,
 * decode-timeout, decode-memory, aborted.
 */
export async function decodeRecording(bytes: Uint8Array, options: DecodeOptions = {}): Promise<DecodedRecording> {
  const limits = { ...DECODE_LIMITS, ...options.limits };
  if (options.signal?.aborted === true) throw new RingbackError('aborted', 'Decoding was cancelled.');
  checkSize(bytes, limits);
  const raw = options.raw ?? rawFormatOf(options.name ?? '');
  const format = sniffFormat(bytes, raw);
  const inline = NEEDS_NO_CODEC.includes(format) && bytes.length <= INLINE_BYTES;
  try {
    return await (inline ? decodeBytes(bytes, limits, { raw }) : decodeInWorker(bytes, limits, { raw, signal: options.signal }));
  } catch (error) {
    if (!(error instanceof RingbackError) || error.code !== 'no-decoder' || options.ffmpeg === null) throw error;
    const decoded = await decodeWithFfmpeg(bytes, limits, options.ffmpeg ?? 'ffmpeg', options.signal);
    if (decoded === null) throw error;
    return decoded;
  }
}
