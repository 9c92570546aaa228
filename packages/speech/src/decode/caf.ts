import { fourCharacters, viewOf } from './bytes.ts';
import { heldOf } from './cut.ts';
import { badHeader, damaged, noDecoder } from './failures.ts';
import type { OpenedRecording } from './opened.ts';
import type { PcmCoding } from './pcm.ts';
import { openPcm } from './uncompressed.ts';

const FILE_HEADER_BYTES = 8;
const CHUNK_HEADER_BYTES = 12;
const DESCRIPTION_BYTES = 32;
/** Bytes before the samples in the data chunk: the edit count. */
const EDIT_COUNT_BYTES = 4;
const FLOAT_FLAG = 1;
const LITTLE_ENDIAN_FLAG = 2;

/** Opens Apple's Core Audio Format with uncompressed, float, mu-law or A-law samples. */
export function openCaf(bytes: Uint8Array): OpenedRecording {
  const view = viewOf(bytes);
  let description: { sampleRate: number; channels: number; coding: PcmCoding } | null = null;
  for (let at = FILE_HEADER_BYTES; at + CHUNK_HEADER_BYTES <= bytes.length; ) {
    const id = fourCharacters(bytes, at);
    const size = Number(view.getBigInt64(at + 4));
    const body = bytes.subarray(at + CHUNK_HEADER_BYTES, size < 0 ? bytes.length : at + CHUNK_HEADER_BYTES + size);
    if (id === 'desc') description = readDescription(body);
    if (id === 'data' && description !== null) {
      const data = body.subarray(EDIT_COUNT_BYTES);
      return heldOf(openPcm({ container: 'caf', data, ...description }), data.length, size - EDIT_COUNT_BYTES);
    }
    if (size < 0) break;
    at += CHUNK_HEADER_BYTES + size;
  }
  throw damaged('caf');
}

function readDescription(body: Uint8Array): { sampleRate: number; channels: number; coding: PcmCoding } {
  if (body.length < DESCRIPTION_BYTES) throw badHeader('caf', 'is cut short');
  const view = viewOf(body);
  const format = fourCharacters(body, 8);
  const flags = view.getUint32(12);
  const bits = view.getUint32(28);
  return { sampleRate: view.getFloat64(0), channels: view.getUint32(24), coding: codingOf(format, flags, bits) };
}

function codingOf(format: string, flags: number, bits: number): PcmCoding {
  if (format === 'ulaw') return 'mulaw';
  if (format === 'alaw') return 'alaw';
  if (format !== 'lpcm') throw noDecoder('caf', format.trim());
  const little = (flags & LITTLE_ENDIAN_FLAG) !== 0;
  const floats: Readonly<Record<number, PcmCoding>> = little ? { 32: 'f32le', 64: 'f64le' } : { 32: 'f32be', 64: 'f64be' };
  const integers: Readonly<Record<number, PcmCoding>> = little
    ? { 8: 's8', 16: 's16le', 24: 's24le', 32: 's32le' }
    : { 8: 's8', 16: 's16be', 24: 's24be', 32: 's32be' };
  const coding = ((flags & FLOAT_FLAG) === 0 ? integers : floats)[bits];
  if (coding === undefined) throw badHeader('caf', `claims samples of ${bits} bits`);
  return coding;
}
