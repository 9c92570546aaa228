import { viewOf } from './bytes.ts';
import { badHeader } from './failures.ts';
import type { MonoMix } from './mono.ts';

/** ADPCM in WAV: samples come in blocks that each start afresh. */
export interface AdpcmFormat {
  /** The tag of the `fmt ` chunk: 2 for Microsoft's, 0x11 for IMA's. */
  tag: number;
  channels: number;
  sampleRate: number;
  /** Bytes of one block. */
  blockAlign: number;
  /** The whole `fmt ` chunk without its header. */
  chunk: Uint8Array;
}

/** Microsoft's ADPCM tag. */
export const MS_ADPCM = 0x02;
/** IMA's ADPCM tag. */
export const IMA_ADPCM = 0x11;

/** Blocks handed to the codec at a time. */
const BATCH_BLOCKS = 64;
/** Bytes each channel takes at the start of a block. */
const BLOCK_HEAD_BYTES = { ms: 7, ima: 4 };
/** Samples each channel has in the start of a block. */
const BLOCK_HEAD_SAMPLES = { ms: 2, ima: 1 };
const MAX_CHANNELS = 2;

/** Samples of one channel in a block, by its size; throws `bad-header` when none fits. */
export function adpcmBlockSamples(format: AdpcmFormat): number {
  const kind = format.tag === MS_ADPCM ? 'ms' : 'ima';
  const coded = format.blockAlign - BLOCK_HEAD_BYTES[kind] * format.channels;
  if (format.channels > MAX_CHANNELS) throw badHeader('wav', `claims ${format.channels} channels of ADPCM, where 1 or 2 can be right`);
  if (coded < 0) throw badHeader('wav', `claims ADPCM blocks of ${format.blockAlign} bytes`);
  return BLOCK_HEAD_SAMPLES[kind] + Math.floor((coded * 2) / format.channels);
}

/** Samples of one channel in the data, the last block counted as far as it goes. */
export function adpcmSamples(format: AdpcmFormat, dataBytes: number): number {
  const whole = Math.floor(dataBytes / format.blockAlign);
  const rest = dataBytes - whole * format.blockAlign;
  const kind = format.tag === MS_ADPCM ? 'ms' : 'ima';
  const restCoded = rest - BLOCK_HEAD_BYTES[kind] * format.channels;
  const restSamples = restCoded < 0 ? 0 : BLOCK_HEAD_SAMPLES[kind] + Math.floor((restCoded * 2) / format.channels);
  return whole * adpcmBlockSamples(format) + restSamples;
}

/** Hands all samples to the mix; `samples` cuts off what fills up the last block. */
export async function decodeAdpcm(data: Uint8Array, format: AdpcmFormat, samples: number, mix: MonoMix): Promise<void> {
  const { decoder } = await import('@audio/decode-wav');
  const codec = decoder();
  try {
    codec.decode(cleanHeader(format));
    const batch = format.blockAlign * BATCH_BLOCKS;
    for (let at = 0; at < data.length; at += batch) {
      const { channelData } = codec.decode(wholeBlocks(data.subarray(at, at + batch), format.blockAlign));
      const room = samples - mix.length;
      mix.add(channelData.map((channel) => channel.subarray(0, Math.max(0, room))));
    }
  } finally {
    codec.free();
  }
}

/** A last block cut short is filled up with zeros: the codec takes whole blocks only. */
function wholeBlocks(bytes: Uint8Array, blockAlign: number): Uint8Array {
  const missing = (blockAlign - (bytes.length % blockAlign)) % blockAlign;
  if (missing === 0) return bytes;
  const filled = new Uint8Array(bytes.length + missing);
  filled.set(bytes);
  return filled;
}

/** A WAV header that says only what was checked, with no length. */
function cleanHeader(format: AdpcmFormat): Uint8Array {
  const { chunk } = format;
  const header = new Uint8Array(12 + 8 + chunk.length + 8);
  const view = viewOf(header);
  header.set(new TextEncoder().encode('RIFF\0\0\0\0WAVEfmt '));
  view.setUint32(16, chunk.length, true);
  header.set(chunk, 20);
  // The number of samples in a block follows from its size; what the file claims could lead the codec past its end.
  view.setUint16(20 + 18, adpcmBlockSamples(format), true);
  header.set(new TextEncoder().encode('data'), 20 + chunk.length);
  return header;
}
