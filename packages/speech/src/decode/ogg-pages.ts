import { fourCharacters, viewOf } from './bytes.ts';
import type { Header } from './opened.ts';

/** One logical stream of an Ogg file: its packets and the position of its last page. */
export interface OggStream {
  packets: Uint8Array[];
  /** Samples since the start by the last page that has a position; null without one. */
  lastGranule: number | null;
  /** True when a page carries the end-of-stream mark. */
  ended: boolean;
  /** True when bytes between pages had to be skipped. */
  gaps: boolean;
}

const PAGE_HEADER_BYTES = 27;
// Places in the header of a page.
const FLAGS_AT = 5;
const GRANULE_AT = 6;
const CHECKSUM_AT = 22;
const SEGMENTS_AT = 26;
const CHECKSUM_POLYNOMIAL = 0x04c11db7;
const CONTINUED = 1;
const LAST_PAGE = 4;
/** A lacing value below this ends the packet. */
const FULL_LACE = 255;

interface Page {
  flags: number;
  granule: number | null;
  serial: number;
  laces: Uint8Array;
  bodyAt: number;
  end: number;
}

/** Reads the packets of the first stream that starts with one of `signatures` (for example "OpusHead"); null without one. */
export function readOggStream(bytes: Uint8Array, signatures: readonly string[]): OggStream | null {
  let serial: number | null = null;
  let partial: Uint8Array[] = [];
  const stream: OggStream = { packets: [], lastGranule: null, ended: false, gaps: false };
  let at = 0;
  while (at < bytes.length) {
    const page = readPage(bytes, at);
    if (page === null) {
      stream.gaps = true;
      at = nextPage(bytes, at + 1);
      continue;
    }
    at = page.end;
    serial ??= startsWithOneOf(bytes, page.bodyAt, signatures) ? page.serial : null;
    if (page.serial !== serial) continue;
    if ((page.flags & CONTINUED) === 0) partial = [];
    partial = collectPackets(bytes, page, partial, stream.packets);
    if (page.granule !== null) stream.lastGranule = page.granule;
    if ((page.flags & LAST_PAGE) !== 0) {
      // A chained file starts another stream here; one message is one stream.
      stream.ended = true;
      break;
    }
  }
  return serial === null ? null : stream;
}

/** What is said of a stream with bytes that are no page. */
export function gapsOf({ gaps }: OggStream): string[] {
  return gaps ? ['Parts of the file are damaged and were left out.'] : [];
}

/**
 * What the pages tell of the length: the place of the last one. A stream that does not come to its end has packets behind that place,
 * so that it only lasts at least so long.
 * @param sec Seconds at the last place; null without one.
 */
export function lengthOf(stream: OggStream, sec: number | null): Pick<Header, 'durationSec' | 'leastSec' | 'cut'> {
  return stream.ended ? { durationSec: sec } : { durationSec: null, leastSec: sec ?? 0, cut: { wholeSec: null } };
}

/** The file with a last page that was cut off written anew around the packets that are whole: a codec believes no other page. */
export function endedAtPacket(bytes: Uint8Array): Uint8Array {
  const at = lastPage(bytes);
  if (at < 0 || readPage(bytes, at) !== null || at + PAGE_HEADER_BYTES > bytes.length) return bytes;
  const segments = bytes[at + SEGMENTS_AT] ?? 0;
  const bodyAt = at + PAGE_HEADER_BYTES + segments;
  let whole = { laces: 0, bytes: 0 };
  let end = bodyAt;
  for (const [i, lace] of bytes.subarray(at + PAGE_HEADER_BYTES, bodyAt).entries()) {
    end += lace;
    if (end <= bytes.length && lace < FULL_LACE) whole = { laces: i + 1, bytes: end - bodyAt };
  }
  const head = PAGE_HEADER_BYTES + whole.laces;
  const page = new Uint8Array(head + whole.bytes);
  page.set(bytes.subarray(at, at + head));
  page.set(bytes.subarray(bodyAt, bodyAt + whole.bytes), head);
  page[FLAGS_AT] = (page[FLAGS_AT] ?? 0) & CONTINUED;
  page[SEGMENTS_AT] = whole.laces;
  // No place: the one of the page is that of packets that are lost.
  page.fill(0xff, GRANULE_AT, GRANULE_AT + 8);
  page.fill(0, CHECKSUM_AT, CHECKSUM_AT + 4);
  viewOf(page).setUint32(CHECKSUM_AT, checksum(page), true);
  const mended = new Uint8Array(at + (whole.laces === 0 ? 0 : page.length));
  mended.set(bytes.subarray(0, at));
  if (whole.laces > 0) mended.set(page, at);
  return mended;
}

function lastPage(bytes: Uint8Array): number {
  for (let at = bytes.length - 4; at >= 0; at -= 1) if (bytes[at] === 0x4f && fourCharacters(bytes, at) === 'OggS') return at;
  return -1;
}

/** The checksum of a page, RFC 3533: CRC-32 with the highest bit first, no inversion. */
function checksum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ CHECKSUM_POLYNOMIAL : sum << 1;
  }
  return sum >>> 0;
}

function startsWithOneOf(bytes: Uint8Array, at: number, signatures: readonly string[]): boolean {
  return signatures.some((signature) => [...signature].every((character, i) => bytes[at + i] === character.charCodeAt(0)));
}

function readPage(bytes: Uint8Array, at: number): Page | null {
  if (fourCharacters(bytes, at) !== 'OggS' || at + PAGE_HEADER_BYTES > bytes.length) return null;
  const view = viewOf(bytes);
  const segments = view.getUint8(at + SEGMENTS_AT);
  const bodyAt = at + PAGE_HEADER_BYTES + segments;
  if (bodyAt > bytes.length) return null;
  const laces = bytes.subarray(at + PAGE_HEADER_BYTES, bodyAt);
  const end = laces.reduce((sum, lace) => sum + lace, bodyAt);
  if (end > bytes.length) return null;
  const granule = view.getBigInt64(at + GRANULE_AT, true);
  return {
    flags: view.getUint8(at + FLAGS_AT),
    granule: granule < 0n ? null : Number(granule),
    serial: view.getUint32(at + 14, true),
    laces,
    bodyAt,
    end,
  };
}

function nextPage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 4 <= bytes.length; at += 1) if (bytes[at] === 0x4f && fourCharacters(bytes, at) === 'OggS') return at;
  return bytes.length;
}

/** Adds the packets that end on this page; returns the pieces of one that goes on. */
function collectPackets(bytes: Uint8Array, page: Page, partial: Uint8Array[], packets: Uint8Array[]): Uint8Array[] {
  let pieces = partial;
  let from = page.bodyAt;
  let to = page.bodyAt;
  for (const lace of page.laces) {
    to += lace;
    if (lace === FULL_LACE) continue;
    pieces.push(bytes.subarray(from, to));
    packets.push(pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : joinPieces(pieces));
    pieces = [];
    from = to;
  }
  if (to > from) pieces.push(bytes.subarray(from, to));
  return pieces;
}

function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
