import { fourCharacters, viewOf } from './bytes.ts';
import type { WholeFile } from './cut.ts';

/** One box of an ISO base media file. */
export interface Box {
  type: string;
  body: Uint8Array;
  /** Bytes before the body. */
  head: number;
  /** Whether it claims more than there is. */
  cut: boolean;
}

/** Where one sound track lies in the file. */
export interface SoundTrack {
  /** Four characters: "samr", "sawb", "mp4a", "Opus". */
  codec: string;
  channels: number;
  sampleRate: number;
  /** Seconds by the track's header; null where it does not say, as in a fragmented file. */
  durationSec: number | null;
  /** Byte ranges in order; empty in a fragmented file. */
  samples: { from: number; to: number }[];
}

/** Samples in one track over which a table is not believed: 20 hours of 20 ms. */
const MAX_SAMPLES = 3_600_000;
/** Bytes before the entries of a full box: version, flags and the number of entries. */
const ENTRIES_AT = 8;

/** The file as far as it is whole: sound is taken up to its end, of a table nothing where it is cut off. */
export function wholeMp4(file: Uint8Array): WholeFile {
  const boxes = readBoxes(file);
  const last = boxes.at(-1);
  const whole = last?.cut && last.type !== 'mdat' ? boxes.slice(0, -1) : boxes;
  const end = whole.reduce((at, { head, body }) => at + head + body.length, 0);
  if (!last?.cut && end === file.length) return { bytes: file, cut: null };
  return { bytes: file.subarray(0, end), cut: { wholeSec: firstSoundTrack(file)?.durationSec ?? null } };
}

/** Whether a file ends before its table of contents does, without which nothing of its sound is found. */
export function endsBeforeTable(file: Uint8Array): boolean {
  const boxes = readBoxes(file);
  const table = boxes.find(({ type }) => type === 'moov');
  return table === undefined ? boxes.at(-1)?.cut === true : table.cut;
}

/** The boxes side by side in `bytes`; stops at the first that makes no sense. */
export function readBoxes(bytes: Uint8Array): Box[] {
  const view = viewOf(bytes);
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = view.getUint32(at);
    const long = short === 1 && at + 16 <= bytes.length;
    const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short;
    const head = long ? 16 : 8;
    if (size < head) break;
    boxes.push({ type: fourCharacters(bytes, at + 4), head, body: bytes.subarray(at + head, at + size), cut: at + size > bytes.length });
    at += size;
  }
  return boxes;
}

/** The box at the end of a path such as "mdia/minf/stbl", or null. */
export function findBox(bytes: Uint8Array, path: string): Uint8Array | null {
  let body: Uint8Array | undefined = bytes;
  for (const type of path.split('/')) {
    body = readBoxes(body).find((box) => box.type === type)?.body;
    if (body === undefined) return null;
  }
  return body;
}

/** The first sound track of the file, or null. */
export function firstSoundTrack(file: Uint8Array): SoundTrack | null {
  const movie = findBox(file, 'moov');
  if (movie === null) return null;
  for (const { type, body } of readBoxes(movie)) {
    const handler = type === 'trak' ? findBox(body, 'mdia/hdlr') : null;
    const table = handler !== null && fourCharacters(handler, 8) === 'soun' ? findBox(body, 'mdia/minf/stbl') : null;
    const track = table === null ? null : readTrack(table, durationOf(findBox(body, 'mdia/mdhd')));
    if (track !== null) return track;
  }
  return null;
}

function readTrack(table: Uint8Array, durationSec: number | null): SoundTrack | null {
  const description = findBox(table, 'stsd');
  const entry = description === null ? undefined : readBoxes(description.subarray(ENTRIES_AT))[0];
  if (entry === undefined || entry.body.length < 28) return null;
  const view = viewOf(entry.body);
  return { codec: entry.type, channels: view.getUint16(16), sampleRate: view.getUint16(24), durationSec, samples: sampleRanges(table) };
}

/** Seconds by a track's header, of version 0 or 1. */
function durationOf(header: Uint8Array | null): number | null {
  if (header === null || header.length < 20) return null;
  const view = viewOf(header);
  const long = header[0] === 1;
  if (long && header.length < 32) return null;
  const timescale = view.getUint32(long ? 20 : 12);
  const duration = long ? Number(view.getBigUint64(24)) : view.getUint32(16);
  return timescale === 0 || duration === 0 ? null : duration / timescale;
}

/** Joins the three tables that say which bytes belong to each sample: sizes, samples in each chunk, place of each chunk. */
function sampleRanges(table: Uint8Array): { from: number; to: number }[] {
  const sizes = readSizes(findBox(table, 'stsz'));
  const chunks = readOffsets(table);
  const runs = readRuns(findBox(table, 'stsc'));
  const ranges: { from: number; to: number }[] = [];
  let run = 0;
  for (const [chunk, offset] of chunks.entries()) {
    while ((runs[run + 1]?.firstChunk ?? Number.POSITIVE_INFINITY) <= chunk + 1) run += 1;
    let from = offset;
    for (let i = 0; i < (runs[run]?.samplesPerChunk ?? 0); i += 1) {
      const size = sizes[ranges.length];
      if (size === undefined) return ranges;
      ranges.push({ from, to: from + size });
      from += size;
    }
  }
  return ranges;
}

function readSizes(box: Uint8Array | null): number[] {
  if (box === null || box.length < 12) return [];
  const view = viewOf(box);
  const same = view.getUint32(4);
  const count = Math.min(view.getUint32(8), MAX_SAMPLES);
  if (same > 0) return new Array<number>(count).fill(same);
  return Array.from({ length: Math.min(count, Math.floor((box.length - 12) / 4)) }, (_, i) => view.getUint32(12 + i * 4));
}

function readOffsets(table: Uint8Array): number[] {
  const long = findBox(table, 'co64');
  const box = long ?? findBox(table, 'stco');
  const width = long === null ? 4 : 8;
  return readEntries(box, width, (view, at) => (long === null ? view.getUint32(at) : Number(view.getBigUint64(at))));
}

function readRuns(box: Uint8Array | null): { firstChunk: number; samplesPerChunk: number }[] {
  return readEntries(box, 12, (view, at) => ({ firstChunk: view.getUint32(at), samplesPerChunk: view.getUint32(at + 4) }));
}

function readEntries<T>(box: Uint8Array | null, width: number, read: (view: DataView, at: number) => T): T[] {
  if (box === null || box.length < ENTRIES_AT) return [];
  const view = viewOf(box);
  const count = Math.min(view.getUint32(4), Math.floor((box.length - ENTRIES_AT) / width), MAX_SAMPLES);
  return Array.from({ length: count }, (_, i) => read(view, ENTRIES_AT + i * width));
}
