import type { Cut, OpenedRecording } from './opened.ts';

/** A file as far as it is whole. */
export interface WholeFile {
  bytes: Uint8Array;
  /** Null where nothing is missing. */
  cut: Cut | null;
}

/** Seconds from which a length is told without decimals. */
const WHOLE_SECONDS_FROM = 10;

/** A recording of which `held` bytes of sound are there, where its header promises `promised`: fewer is a cut. */
export function heldOf(opened: OpenedRecording, held: number, promised: number): OpenedRecording {
  const { durationSec } = opened.header;
  if (held >= promised) return opened;
  return { ...opened, header: { ...opened.header, cut: { wholeSec: durationSec === null ? null : (durationSec * promised) / held } } };
}

/** Says of a file that was cut off how much of it was read. Seconds; `wholeSec` is null where nothing tells the length of the whole. */
export function endsEarly(readSec: number, wholeSec: number | null): string {
  const read = `The file ends early: ${readSec.toFixed(1)} s`;
  if (wholeSec === null || wholeSec <= readSec) return `${read} could be read; nothing tells how long the whole was.`;
  return `${read} of about ${wholeSec.toFixed(wholeSec < WHOLE_SECONDS_FROM ? 1 : 0)} s could be read.`;
}
