import { ascii, fourCharacters, id3Length } from './bytes.ts';
import { isGsmStream } from './gsm-frames.ts';
import { findMp3Frame, startsWithMp3 } from './mp3-frames.ts';
import type { RawFormat } from './raw.ts';

/** The containers told apart by their bytes. */
export type SoundFormat =
  | 'wav'
  | 'aiff'
  | 'caf'
  | 'au'
  | 'mp3'
  | 'adts'
  | 'flac'
  | 'ogg'
  | 'webm'
  | 'mp4'
  | 'amr'
  | 'gsm'
  | 'asf'
  | 'raw'
  | 'text'
  | 'unknown';

/** Bytes looked at to tell text from sound. */
const TEXT_PROBE_BYTES = 4096;

const FIRST_FOUR: Readonly<Record<string, SoundFormat>> = {
  RIFF: 'wav',
  RF64: 'wav',
  BW64: 'wav',
  fLaC: 'flac',
  OggS: 'ogg',
  caff: 'caf',
  '.snd': 'au',
  '\u001aE\u00df\u00a3': 'webm',
  // Windows Media: the first bytes of its identifier.
  '0&\u00b2u': 'asf',
};

/**
 * Tells the format by the bytes; the name of a file is no evidence, but for sound without a header, whose bytes say nothing.
 * @param raw What name or caller say that it is where no header says otherwise.
 */
export function sniffFormat(bytes: Uint8Array, raw: RawFormat | null = null): SoundFormat {
  const named = FIRST_FOUR[fourCharacters(bytes, 0)];
  if (named === 'wav') return fourCharacters(bytes, 8) === 'WAVE' ? 'wav' : 'unknown';
  if (named !== undefined) return named;
  if (fourCharacters(bytes, 0) === 'FORM' && ascii(bytes, 8, 3) === 'AIF') return 'aiff';
  if (ascii(bytes, 0, 5) === '#!AMR') return 'amr';
  if (fourCharacters(bytes, 4) === 'ftyp') return 'mp4';
  const start = id3Length(bytes);
  if (start > 0 && fourCharacters(bytes, start) === 'fLaC') return 'flac';
  if (looksLikeText(bytes)) return 'text';
  if (raw !== null && start === 0 && !startsWithMp3(bytes)) return 'raw';
  if (isAdts(bytes, start)) return 'adts';
  if (isGsmStream(bytes)) return 'gsm';
  if (start > 0 || findMp3Frame(bytes, start) !== null) return 'mp3';
  return 'unknown';
}

/** ADTS: a header, and a second one where the first says the frame ends. */
function isAdts(bytes: Uint8Array, at: number): boolean {
  const length = adtsFrameBytes(bytes, at);
  return length !== null && (at + length >= bytes.length || isAdtsHeader(bytes, at + length));
}

/** Bytes of the AAC frame at `at`, its header included: twelve set bits, layer 0, the length; null where there is none. */
export function adtsFrameBytes(bytes: Uint8Array, at: number): number | null {
  if (!isAdtsHeader(bytes, at)) return null;
  const length = (((bytes[at + 3] ?? 0) & 3) << 11) | ((bytes[at + 4] ?? 0) << 3) | ((bytes[at + 5] ?? 0) >> 5);
  return length > 7 ? length : null;
}

function isAdtsHeader(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xf6) === 0xf0;
}

function looksLikeText(bytes: Uint8Array): boolean {
  const probe = bytes.subarray(0, TEXT_PROBE_BYTES);
  for (const byte of probe) {
    const control = byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b;
    if (control || byte === 0x7f) return false;
  }
  try {
    // The probe may cut a character in two at its end: streaming mode forgives that.
    new TextDecoder('utf-8', { fatal: true }).decode(probe, { stream: true });
    return true;
  } catch {
    return false;
  }
}
