import { fourCharacters, viewOf } from './bytes.ts';

/** One MPEG audio frame header, read without decoding. */
export interface Mp3Frame {
  offset: number;
  /** Bytes with header. */
  length: number;
  sampleRate: number;
  channels: number;
  /** Samples for each channel. */
  samples: number;
  layer: 1 | 2 | 3;
  /** Side information bytes of layer 3, where a Xing header may follow. */
  sideBytes: number;
}

/** What walking all frames tells. */
export interface Mp3Walk {
  first: Mp3Frame;
  /** Seconds, from the frames. */
  durationSec: number;
  frames: number;
  /** Seconds of the whole by the frames that a Xing or VBRI header counts; null without one. */
  wholeSec: number | null;
  /** True when the last frame runs over the end of the file or fewer frames are there than such a header counts. */
  truncated: boolean;
  /** Byte where sound ends (before an ID3v1 or APE tag). */
  end: number;
}

const RATES = [44100, 48000, 32000];
/** Kilobits per second by [MPEG-1 or later][layer - 1][index], ISO/IEC 11172-3 and 13818-3. */
const MPEG1_KBPS = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
];
const MPEG2_KBPS = [
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/** How far behind the start (and behind damage) the next frame is looked for, in bytes. House rule. */
const SEARCH_BYTES = 64 * 1024;
/** Bytes from the end of the frame header to the header that Fraunhofer's encoder writes. */
const VBRI_AT = 32;
/** ID3v1 tag length in bytes. */
const ID3V1_BYTES = 128;

/** Reads the frame header at `offset`, or null when there is none. Free-format frames are not read. */
export function readMp3Frame(bytes: Uint8Array, offset: number): Mp3Frame | null {
  if (offset + 4 > bytes.length || bytes[offset] !== 0xff) return null;
  const b1 = bytes[offset + 1] ?? 0;
  const b2 = bytes[offset + 2] ?? 0;
  const b3 = bytes[offset + 3] ?? 0;
  const version = (b1 >> 3) & 3;
  const layerBits = (b1 >> 1) & 3;
  const rate = RATES[(b2 >> 2) & 3];
  if ((b1 & 0xe0) !== 0xe0 || version === 1 || layerBits === 0 || rate === undefined) return null;
  const layer = layerBits === 3 ? 1 : layerBits === 2 ? 2 : 3;
  const mpeg1 = version === 3;
  const kbps = (mpeg1 ? MPEG1_KBPS : MPEG2_KBPS)[layer - 1]?.[b2 >> 4];
  if (kbps === undefined || kbps === 0) return null;
  const sampleRate = mpeg1 ? rate : version === 2 ? rate / 2 : rate / 4;
  const samples = layer === 1 ? 384 : layer === 3 && !mpeg1 ? 576 : 1152;
  const slot = layer === 1 ? 4 : 1;
  const length = (Math.floor(((samples / 8 / slot) * kbps * 1000) / sampleRate) + ((b2 >> 1) & 1)) * slot;
  const channels = b3 >> 6 === 3 ? 1 : 2;
  const sideBytes = mpeg1 ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17;
  return { offset, length, sampleRate, channels, samples, layer, sideBytes };
}

/** The first frame after `from` that is followed by a like one (or by the end of the file). */
export function findMp3Frame(bytes: Uint8Array, from: number): Mp3Frame | null {
  const last = Math.min(bytes.length - 4, from + SEARCH_BYTES);
  for (let at = from; at <= last; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const frame = readMp3Frame(bytes, at);
    if (frame !== null && isFollowed(bytes, frame)) return frame;
  }
  return null;
}

/** Frames in a row at the very start of a file that sound without a header does not have by chance. House rule. */
const SURE_FRAMES = 4;

/** Whether the file begins with MPEG frames one after the other. */
export function startsWithMp3(bytes: Uint8Array): boolean {
  let at = 0;
  for (let i = 0; i < SURE_FRAMES; i += 1) {
    const frame = readMp3Frame(bytes, at);
    if (frame === null) return false;
    at += frame.length;
  }
  return true;
}

function isFollowed(bytes: Uint8Array, frame: Mp3Frame): boolean {
  const next = frame.offset + frame.length;
  // A lone frame is believed only at the very start of the file, where a truncated download leaves it.
  if (next + 4 > bytes.length) return frame.offset === 0;
  const follower = readMp3Frame(bytes, next);
  return follower !== null && follower.sampleRate === frame.sampleRate && follower.layer === frame.layer;
}

/** Walks the frames from `from` to the end; null when there is none. */
export function walkMp3(bytes: Uint8Array, from: number): Mp3Walk | null {
  const first = findMp3Frame(bytes, from);
  if (first === null) return null;
  const end = soundEnd(bytes);
  let frames = 0;
  let samples = 0;
  let truncated = false;
  let at = first.offset;
  while (at + 4 <= end) {
    const frame = readMp3Frame(bytes, at) ?? findMp3Frame(bytes, at);
    if (frame === null) break;
    at = frame.offset + frame.length;
    truncated = at > end;
    if (truncated) break;
    frames += 1;
    samples += frame.samples;
  }
  const counted = countedFrames(bytes, first);
  const missing = counted !== null && frames + 1 < counted;
  const wholeSec = counted === null ? null : (counted * first.samples) / first.sampleRate;
  return { first, frames, durationSec: samples / first.sampleRate, wholeSec, truncated: truncated || missing, end };
}

function soundEnd(bytes: Uint8Array): number {
  const tag = bytes.length - ID3V1_BYTES;
  return tag > 0 && fourCharacters(bytes, tag).startsWith('TAG') ? tag : bytes.length;
}

/** Frames by the Xing, Info or VBRI header in the first frame, or null. */
function countedFrames(bytes: Uint8Array, first: Mp3Frame): number | null {
  const vbri = first.offset + 4 + VBRI_AT;
  if (fourCharacters(bytes, vbri) === 'VBRI' && vbri + 18 <= bytes.length) return viewOf(bytes).getUint32(vbri + 14);
  const at = first.offset + 4 + first.sideBytes;
  const name = fourCharacters(bytes, at);
  if ((name !== 'Xing' && name !== 'Info') || at + 12 > bytes.length) return null;
  const view = viewOf(bytes);
  return (view.getUint32(at + 4) & 1) === 0 ? null : view.getUint32(at + 8);
}
