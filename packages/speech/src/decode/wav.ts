import { fourCharacters, viewOf } from './bytes.ts';
import { badHeader, damaged, noDecoder } from './failures.ts';
import { openMp3 } from './mp3.ts';
import type { OpenedRecording } from './opened.ts';
import { bytesPerSample, decodePcm, type PcmCoding } from './pcm.ts';

/** The `fmt ` chunk. */
interface WavFormat {
  tag: number;
  channels: number;
  sampleRate: number;
  blockAlign: number;
  bits: number;
}

const EXTENSIBLE = 0xfffe;
/** A writer that cannot seek back leaves a placeholder at least this large for the length (sox 0x7FFFF000, ffmpeg 0xFFFFFFFF). */
const STREAMED_LENGTH = 0x7ffff000;

const MPEG_TAGS: readonly number[] = [0x50, 0x55];
const CODEC_NAMES: Readonly<Record<number, string>> = {
  2: 'adpcm_ms',
  17: 'adpcm_ima_wav',
  49: 'gsm_ms',
  69: 'g726',
  255: 'aac',
};

/** Opens a WAV file: PCM of 8 to 32 bits, float, mu-law, A-law, MPEG frames. */
export function openWav(bytes: Uint8Array): OpenedRecording {
  const { format, data, warnings } = readChunks(bytes);
  checkFormat(format);
  if (data.length === 0) throw damaged('wav');
  if (MPEG_TAGS.includes(format.tag)) return openMp3(data, 'wav');
  const coding = pcmCoding(format);
  if (coding === null) throw noDecoder('wav', CODEC_NAMES[format.tag] ?? `format 0x${format.tag.toString(16)}`);
  const frameBytes = bytesPerSample(coding) * format.channels;
  return {
    header: {
      container: 'wav',
      codec: coding === 'mulaw' || coding === 'alaw' ? coding : `pcm_${coding}`,
      sampleRate: format.sampleRate,
      decodedRate: format.sampleRate,
      channels: format.channels,
      durationSec: Math.floor(data.length / frameBytes) / format.sampleRate,
      warnings,
    },
    decode: (mix) => decodePcm(data, coding, format.channels, mix),
  };
}

function checkFormat(format: WavFormat): void {
  if (format.channels === 0) throw badHeader('wav', 'claims no channel at all');
  if (format.sampleRate === 0) throw badHeader('wav', 'claims a sample rate of 0 Hz');
}

function readChunks(bytes: Uint8Array): { format: WavFormat; data: Uint8Array; warnings: string[] } {
  const view = viewOf(bytes);
  let format: WavFormat | null = null;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const id = fourCharacters(bytes, at);
    const size = view.getUint32(at + 4, true);
    if (id === 'fmt ') format = readFormat(view, at + 8, size);
    if (id === 'data') {
      if (format === null) throw badHeader('wav', 'does not say how the sound is written');
      const rest = bytes.subarray(at + 8);
      const streamed = size === 0 || size >= STREAMED_LENGTH;
      const truncated = !streamed && size > rest.length;
      const warnings = truncated ? ['The file ends before the length its header gives; what is there was decoded.'] : [];
      return { format, data: streamed || truncated ? rest : rest.subarray(0, size), warnings };
    }
    at += 8 + size;
    // Chunks are padded to an even length, but some writers forget it: the pad is a zero, an identifier is not.
    if (size % 2 === 1 && bytes[at] === 0) at += 1;
  }
  throw damaged('wav');
}

function readFormat(view: DataView, at: number, size: number): WavFormat {
  if (size < 16 || at + 16 > view.byteLength) throw badHeader('wav', 'is cut short');
  const tag = view.getUint16(at, true);
  const extended = tag === EXTENSIBLE && size >= 40 && at + 26 <= view.byteLength;
  return {
    tag: extended ? view.getUint16(at + 24, true) : tag,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    blockAlign: view.getUint16(at + 12, true),
    bits: view.getUint16(at + 14, true),
  };
}

/** The coding of uncompressed samples, by the bytes one sample takes; null for a compressed format. */
function pcmCoding(format: WavFormat): PcmCoding | null {
  const aligned = format.blockAlign / format.channels;
  const width = Number.isInteger(aligned) && aligned > 0 ? aligned : Math.ceil(format.bits / 8);
  if (format.tag === 6) return 'alaw';
  if (format.tag === 7) return 'mulaw';
  const byWidth: Readonly<Record<number, PcmCoding>> =
    format.tag === 3 ? { 4: 'f32le', 8: 'f64le' } : format.tag === 1 ? { 1: 'u8', 2: 's16le', 3: 's24le', 4: 's32le' } : {};
  const coding = byWidth[width];
  if (coding === undefined && (format.tag === 1 || format.tag === 3)) throw badHeader('wav', `claims samples of ${format.bits} bits`);
  return coding ?? null;
}
