import { id3Length, viewOf } from './bytes.ts';
import type { WholeFile } from './cut.ts';
import { wholeMp4 } from './mp4-boxes.ts';
import type { Cut } from './opened.ts';
import { adtsFrameBytes, type SoundFormat } from './sniff.ts';
import { wholeWebm } from './webm-elements.ts';

/** The identifier of the object of a Windows Media file that tells its length. */
const FILE_PROPERTIES = [0xa1, 0xdc, 0xab, 0x8c, 0x47, 0xa9, 0xcf, 0x11, 0x8e, 0xe4, 0x00, 0xc0, 0x0c, 0x20, 0x53, 0x65];
const FILE_PROPERTIES_BYTES = 88;
/** Bytes from the start in which it is looked for. House rule: it stands first in the header. */
const HEADER_BYTES = 64 * 1024;
const TICKS_PER_SEC = 1e7;
const MS_PER_SEC = 1000;

/** A file whose codec this package does not decode, as far as it is whole. */
export function wholeElsewhere(bytes: Uint8Array, format: SoundFormat): WholeFile {
  if (format === 'mp4') return wholeMp4(bytes);
  if (format === 'webm') return wholeWebm(bytes);
  return { bytes, cut: format === 'adts' ? adtsCut(bytes) : format === 'asf' ? asfCut(bytes) : null };
}

function adtsCut(bytes: Uint8Array): Cut | null {
  let at = id3Length(bytes);
  for (let length = adtsFrameBytes(bytes, at); length !== null && at < bytes.length; length = adtsFrameBytes(bytes, at)) at += length;
  return at > bytes.length ? { wholeSec: null } : null;
}

function asfCut(bytes: Uint8Array): Cut | null {
  const at = bytes.subarray(0, HEADER_BYTES).findIndex((_, i) => FILE_PROPERTIES.every((byte, k) => bytes[i + k] === byte));
  if (at < 0 || at + FILE_PROPERTIES_BYTES > bytes.length) return null;
  const view = viewOf(bytes);
  const number = (offset: number): number => Number(view.getBigUint64(at + offset, true));
  const wholeSec = number(64) / TICKS_PER_SEC - number(80) / MS_PER_SEC;
  return number(40) > bytes.length ? { wholeSec: wholeSec > 0 ? wholeSec : null } : null;
}
