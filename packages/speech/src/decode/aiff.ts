import { fourCharacters, viewOf } from './bytes.ts';
import { heldOf } from './cut.ts';
import { badHeader, damaged, noDecoder } from './failures.ts';
import type { OpenedRecording } from './opened.ts';
import type { PcmCoding } from './pcm.ts';
import { openPcm } from './uncompressed.ts';

/** The COMM chunk. */
interface CommonChunk {
  channels: number;
  bits: number;
  sampleRate: number;
  /** "NONE" in plain AIFF. */
  compression: string;
}

const CODINGS: Readonly<Record<string, PcmCoding>> = {
  fl32: 'f32be',
  FL32: 'f32be',
  fl64: 'f64be',
  FL64: 'f64be',
  ulaw: 'mulaw',
  ULAW: 'mulaw',
  alaw: 'alaw',
  ALAW: 'alaw',
};
const BIG_ENDIAN: readonly PcmCoding[] = ['s8', 's16be', 's24be', 's32be'];
const LITTLE_ENDIAN: readonly PcmCoding[] = ['s8', 's16le', 's24le', 's32le'];
/** Bytes before the samples in the SSND chunk: offset and block size. */
const SOUND_HEAD_BYTES = 8;

/** Opens AIFF or AIFF-C with uncompressed, float, mu-law or A-law samples. */
export function openAiff(bytes: Uint8Array): OpenedRecording {
  const view = viewOf(bytes);
  let common: CommonChunk | null = null;
  let data: Uint8Array | null = null;
  let promisedBytes = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + size);
    const id = fourCharacters(bytes, at);
    if (id === 'COMM') common = readCommon(body);
    if (id === 'SSND') {
      data = body.subarray(SOUND_HEAD_BYTES);
      promisedBytes = size - SOUND_HEAD_BYTES;
    }
    at += 8 + size + (size % 2);
  }
  if (common === null || data === null) throw damaged('aiff');
  const { channels, sampleRate, compression } = common;
  const opened = openPcm({ container: 'aiff', data, coding: codingOf(common, compression), channels, sampleRate });
  return heldOf(opened, data.length, promisedBytes);
}

function readCommon(body: Uint8Array): CommonChunk {
  if (body.length < 18) throw badHeader('aiff', 'is cut short');
  const view = viewOf(body);
  return {
    channels: view.getUint16(0),
    bits: view.getUint16(6),
    sampleRate: readExtended(view, 8),
    compression: body.length >= 22 ? fourCharacters(body, 18) : 'NONE',
  };
}

/** An 80-bit float: sign and exponent, then 64 bits with the leading one written out. */
function readExtended(view: DataView, at: number): number {
  const exponent = (view.getUint16(at) & 0x7fff) - 16383;
  return Math.round(view.getUint32(at + 2) * 2 ** (exponent - 31) + view.getUint32(at + 6) * 2 ** (exponent - 63));
}

function codingOf(common: CommonChunk, compression: string): PcmCoding {
  const named = CODINGS[compression];
  if (named !== undefined) return named;
  if (compression !== 'NONE' && compression !== 'twos' && compression !== 'sowt') throw noDecoder('aiff', compression.trim());
  const coding = (compression === 'sowt' ? LITTLE_ENDIAN : BIG_ENDIAN)[Math.ceil(common.bits / 8) - 1];
  if (coding === undefined) throw badHeader('aiff', `claims samples of ${common.bits} bits`);
  return coding;
}
