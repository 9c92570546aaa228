import { viewOf } from './bytes.ts';
import type { MonoMix } from './mono.ts';

/** How the samples of an uncompressed recording are written. */
export type PcmCoding =
  | 'u8'
  | 's8'
  | 's16le'
  | 's16be'
  | 's24le'
  | 's24be'
  | 's32le'
  | 's32be'
  | 'f32le'
  | 'f32be'
  | 'f64le'
  | 'f64be'
  | 'mulaw'
  | 'alaw';

/** Frames read at a time. */
const BLOCK_FRAMES = 1 << 16;

const BYTES: Readonly<Record<PcmCoding, number>> = {
  u8: 1,
  s8: 1,
  s16le: 2,
  s16be: 2,
  s24le: 3,
  s24be: 3,
  s32le: 4,
  s32be: 4,
  f32le: 4,
  f32be: 4,
  f64le: 8,
  f64be: 8,
  mulaw: 1,
  alaw: 1,
};

type ReadSample = (view: DataView, at: number) => number;

/** Bytes of one sample. */
export const bytesPerSample = (coding: PcmCoding): number => BYTES[coding];

/** Hands interleaved samples to the mix; an incomplete frame at the end is left out. */
export function decodePcm(bytes: Uint8Array, coding: PcmCoding, channels: number, mix: MonoMix): void {
  const width = BYTES[coding];
  const read = sampleReader(coding);
  const view = viewOf(bytes);
  const frames = Math.floor(bytes.length / (width * channels));
  for (let from = 0; from < frames; from += BLOCK_FRAMES) {
    const count = Math.min(BLOCK_FRAMES, frames - from);
    const data = Array.from({ length: channels }, () => new Float32Array(count));
    for (const [channel, out] of data.entries()) {
      let at = (from * channels + channel) * width;
      for (let i = 0; i < count; i += 1, at += width * channels) out[i] = read(view, at);
    }
    mix.add(data);
  }
}

function sampleReader(coding: PcmCoding): ReadSample {
  const table = coding === 'mulaw' ? mulawTable() : coding === 'alaw' ? alawTable() : null;
  if (table !== null) return (view, at) => table[view.getUint8(at)] ?? 0;
  const little = coding.endsWith('le');
  switch (coding.slice(0, 3)) {
    case 'u8':
      return (view, at) => (view.getUint8(at) - 128) / 128;
    case 's8':
      return (view, at) => view.getInt8(at) / 128;
    case 's16':
      return (view, at) => view.getInt16(at, little) / 32768;
    case 's24':
      return little
        ? (view, at) => (view.getInt16(at + 1, true) * 256 + view.getUint8(at)) / 8388608
        : (view, at) => (view.getInt16(at, false) * 256 + view.getUint8(at + 2)) / 8388608;
    case 's32':
      return (view, at) => view.getInt32(at, little) / 2147483648;
    case 'f32':
      return (view, at) => view.getFloat32(at, little);
    default:
      return (view, at) => view.getFloat64(at, little);
  }
}

/** G.711 mu-law, as the ITU-T's expansion to 14 bits, scaled to -1..1. */
export function mulawTable(): Float32Array {
  return Float32Array.from({ length: 256 }, (_, code) => {
    const inverted = ~code & 0xff;
    const magnitude = ((((inverted & 0x0f) << 3) + 0x84) << ((inverted >> 4) & 7)) - 0x84;
    return ((inverted & 0x80) === 0 ? magnitude : -magnitude) / 32768;
  });
}

/** G.711 A-law, as the ITU-T's expansion to 13 bits, scaled to -1..1. */
export function alawTable(): Float32Array {
  return Float32Array.from({ length: 256 }, (_, code) => {
    const flipped = code ^ 0x55;
    const segment = (flipped >> 4) & 7;
    const mantissa = ((flipped & 0x0f) << 4) + 8;
    const magnitude = segment === 0 ? mantissa : (mantissa + 0x100) << (segment - 1);
    return ((flipped & 0x80) === 0 ? -magnitude : magnitude) / 32768;
  });
}
