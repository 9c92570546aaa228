import { viewOf } from './bytes.ts';
import type { WholeFile } from './cut.ts';

/** One element of a WebM or Matroska file. */
interface Element {
  id: number;
  sizeAt: number;
  bodyAt: number;
  /** Where it ends; infinite where a writer that streams did not know. */
  end: number;
}

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
/** Nanoseconds of one tick where a file says nothing, RFC 9559 section 5.1.2.9. */
const USUAL_SCALE_NS = 1_000_000;
const NS_PER_SEC = 1e9;

/**
 * The file up to its last element that is whole, with what it says of its length where it was cut off. Readers leave out a whole cluster
 * (seconds of sound) that claims more than is there: such a one, and the Segment around it, then end where the file does.
 */
export function wholeWebm(file: Uint8Array): WholeFile {
  let wholeSec: number | null = null;
  let holders: Element[] = [];
  let at = 0;
  while (at < file.length) {
    const element = readElement(file, at);
    if (element === null) break;
    if (element.id === INFO) wholeSec = durationOf(file.subarray(element.bodyAt, element.end));
    // What holds the sound is walked through.
    const holdsSound = element.id === SEGMENT || element.id === CLUSTER;
    if (!holdsSound && element.end > file.length) break;
    if (holdsSound) holders = element.id === SEGMENT ? [element] : [...holders.slice(0, 1), element];
    at = holdsSound ? element.bodyAt : element.end;
  }
  const open = holders.filter(({ end }) => Number.isFinite(end) && end > file.length);
  if (at >= file.length && open.length === 0) return { bytes: file, cut: null };
  const bytes = new Uint8Array(file.subarray(0, at));
  for (const { sizeAt, bodyAt } of open) {
    for (let place = bodyAt - 1, size = at - bodyAt; place >= sizeAt; place -= 1, size = Math.floor(size / 256)) bytes[place] = size % 256;
    bytes[sizeAt] = (bytes[sizeAt] ?? 0) + 2 ** (8 - (bodyAt - sizeAt));
  }
  return { bytes, cut: { wholeSec } };
}

/** The element at `at`; null where its head is cut off or makes no sense. */
function readElement(bytes: Uint8Array, at: number): Element | null {
  const idBytes = Math.clz32(bytes[at] ?? 0) - 23;
  const sizeAt = at + idBytes;
  const sizeBytes = Math.clz32(bytes[sizeAt] ?? 0) - 23;
  const bodyAt = sizeAt + sizeBytes;
  if (idBytes > 4 || sizeBytes > 8 || bodyAt > bytes.length) return null;
  const id = bytes.subarray(at, sizeAt).reduce((sum, byte) => sum * 256 + byte, 0);
  // The first byte carries the mark of its width; with it eight bytes were more than a number holds exactly.
  const size = bytes.subarray(sizeAt, bodyAt).reduce((sum, byte, i) => sum * 256 + (i === 0 ? byte - 2 ** (8 - sizeBytes) : byte), 0);
  const unknown = size >= 2 ** (7 * sizeBytes) - 1;
  return { id, sizeAt, bodyAt, end: unknown ? Number.POSITIVE_INFINITY : bodyAt + size };
}

/** Seconds by the Info element; null where it does not say. */
function durationOf(info: Uint8Array): number | null {
  let scaleNs = USUAL_SCALE_NS;
  let ticks: number | null = null;
  for (let at = 0; at < info.length; ) {
    const element = readElement(info, at);
    if (element === null) break;
    const body = info.subarray(element.bodyAt, element.end);
    if (element.id === TIMESTAMP_SCALE) scaleNs = body.reduce((sum, byte) => sum * 256 + byte, 0);
    if (element.id === DURATION && body.length === 4) ticks = viewOf(body).getFloat32(0);
    if (element.id === DURATION && body.length === 8) ticks = viewOf(body).getFloat64(0);
    at = element.end;
  }
  const sec = ticks === null ? null : (ticks * scaleNs) / NS_PER_SEC;
  return sec !== null && sec > 0 ? sec : null;
}
