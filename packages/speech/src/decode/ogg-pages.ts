import { fourCharacters, viewOf } from './bytes.ts';

/** One logical stream of an Ogg file: its packets and the position of its last page. */
export interface OggStream {
  packets: Uint8Array[];
  /** Samples since the start by the last page that has a position; null without one. */
  lastGranule: number | null;
  /** True when a page carries the end-of-stream mark. */
  ended: boolean;
  /** True when bytes between pages had to be skipped or the last page is cut. */
  gaps: boolean;
}

const PAGE_HEADER_BYTES = 27;
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

function startsWithOneOf(bytes: Uint8Array, at: number, signatures: readonly string[]): boolean {
  return signatures.some((signature) => [...signature].every((character, i) => bytes[at + i] === character.charCodeAt(0)));
}

function readPage(bytes: Uint8Array, at: number): Page | null {
  if (fourCharacters(bytes, at) !== 'OggS' || at + PAGE_HEADER_BYTES > bytes.length) return null;
  const view = viewOf(bytes);
  const segments = view.getUint8(at + 26);
  const bodyAt = at + PAGE_HEADER_BYTES + segments;
  if (bodyAt > bytes.length) return null;
  const laces = bytes.subarray(at + PAGE_HEADER_BYTES, bodyAt);
  const end = laces.reduce((sum, lace) => sum + lace, bodyAt);
  if (end > bytes.length) return null;
  const granule = view.getBigInt64(at + 6, true);
  return {
    flags: view.getUint8(at + 5),
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
