import { type AdpcmFormat, adpcmSamples, decodeAdpcm, IMA_ADPCM, MS_ADPCM } from './adpcm.ts';
import { fourCharacters, viewOf } from './bytes.ts';
import { heldOf } from './cut.ts';
import { badHeader, damaged, noDecoder } from './failures.ts';
import { openGsmPairs } from './gsm.ts';
import { openMp3 } from './mp3.ts';
import type { OpenedRecording } from './opened.ts';
import type { PcmCoding } from './pcm.ts';
import { openPcm } from './uncompressed.ts';

/** The `fmt ` chunk. */
interface WavFormat extends AdpcmFormat {
  bits: number;
}

/** What a WAV file is made of. */
interface WavChunks {
  format: WavFormat;
  data: Uint8Array;
  /** Samples of one channel by the `fact` chunk. */
  factSamples: number | null;
  /** Bytes of sound by the header; 0 where the writer did not know. */
  promisedBytes: number;
}

const EXTENSIBLE = 0xfffe;
/** A writer that cannot seek back leaves a placeholder at least this large for the length (sox 0x7FFFF000, ffmpeg 0xFFFFFFFF). */
const STREAMED_LENGTH = 0x7ffff000;

const GSM_TAG = 0x31;
const MPEG_TAGS: readonly number[] = [0x50, 0x55];
const CODEC_NAMES: Readonly<Record<number, string>> = {
  2: 'adpcm_ms',
  17: 'adpcm_ima_wav',
  49: 'gsm_ms',
  69: 'g726',
  255: 'aac',
};

/** Opens a WAV file: PCM of 8 to 32 bits, float, mu-law, A-law, IMA and Microsoft ADPCM, GSM 6.10, MPEG frames. */
export function openWav(bytes: Uint8Array): OpenedRecording {
  const chunks = readChunks(bytes);
  return heldOf(openSound(chunks), chunks.data.length, chunks.promisedBytes);
}

function openSound({ format, data, factSamples }: WavChunks): OpenedRecording {
  const { tag, channels, sampleRate } = format;
  if (channels === 0) throw badHeader('wav', 'claims no channel at all');
  if (sampleRate === 0) throw badHeader('wav', 'claims a sample rate of 0 Hz');
  if (data.length === 0) throw damaged('wav');
  if (MPEG_TAGS.includes(tag)) return openMp3(data, 'wav');
  if (tag === GSM_TAG) return openGsmPairs(data, sampleRate);
  if (tag === MS_ADPCM || tag === IMA_ADPCM) return openAdpcm(data, format, factSamples);
  const coding = pcmCoding(format);
  if (coding === null) throw noDecoder('wav', CODEC_NAMES[tag] ?? `format 0x${tag.toString(16)}`);
  return openPcm({ container: 'wav', data, coding, channels, sampleRate });
}

function openAdpcm(data: Uint8Array, format: WavFormat, factSamples: number | null): OpenedRecording {
  const held = adpcmSamples(format, data.length);
  // The fact chunk tells how much of the last block is sound.
  const samples = factSamples !== null && factSamples > 0 && factSamples <= held ? factSamples : held;
  return {
    header: {
      container: 'wav',
      codec: format.tag === MS_ADPCM ? 'adpcm_ms' : 'adpcm_ima_wav',
      sampleRate: format.sampleRate,
      decodedRate: format.sampleRate,
      channels: format.channels,
      durationSec: samples / format.sampleRate,
      warnings: [],
    },
    decode: (mix) => decodeAdpcm(data, format, samples, mix),
  };
}

function readChunks(bytes: Uint8Array): WavChunks {
  const view = viewOf(bytes);
  let format: WavFormat | null = null;
  let factSamples: number | null = null;
  let longBytes: number | null = null;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const id = fourCharacters(bytes, at);
    const size = view.getUint32(at + 4, true);
    if (id === 'fmt ') format = readFormat(bytes, at + 8, size);
    if (id === 'ds64' && at + 24 <= bytes.length) longBytes = Number(view.getBigUint64(at + 16, true));
    if (id === 'fact' && size >= 4 && at + 12 <= bytes.length) factSamples = view.getUint32(at + 8, true);
    if (id === 'data') {
      if (format === null) throw badHeader('wav', 'does not say how the sound is written');
      const rest = bytes.subarray(at + 8);
      const streamed = size === 0 || size >= STREAMED_LENGTH;
      const promisedBytes = streamed ? (longBytes ?? 0) : size;
      return { format, data: promisedBytes === 0 ? rest : rest.subarray(0, promisedBytes), factSamples, promisedBytes };
    }
    at += 8 + size;
    // Chunks are padded to an even length, but some writers forget it: the pad is a zero, an identifier is not.
    if (size % 2 === 1 && bytes[at] === 0) at += 1;
  }
  throw damaged('wav');
}

function readFormat(bytes: Uint8Array, at: number, size: number): WavFormat {
  const view = viewOf(bytes);
  if (size < 16 || at + 16 > view.byteLength) throw badHeader('wav', 'is cut short');
  const tag = view.getUint16(at, true);
  const extended = tag === EXTENSIBLE && size >= 40 && at + 26 <= view.byteLength;
  return {
    tag: extended ? view.getUint16(at + 24, true) : tag,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    blockAlign: view.getUint16(at + 12, true),
    bits: view.getUint16(at + 14, true),
    chunk: bytes.subarray(at, at + size),
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
