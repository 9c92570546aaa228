import type { Finding, TipId } from '@ringback/core';

/** A finding that has a place in the sound, with the tip that found it. */
export interface Placed {
  id: TipId;
  finding: Finding;
}

/** A mark under the sound, where its words are. */
export interface Flag extends Placed {
  /** From the left edge, pixels. */
  left: number;
  /** From the top, 0 for the first row. */
  row: number;
  /** Other findings of the same tip at the same place; they are told in the tip. */
  more: number;
}

/** Width of a mark with the gap after it, pixels; a finger hits it with the row's height. */
export const FLAG_PX = 28;

/**
 * Places marks where their words are: what would cover another goes a row down, never aside; findings of one tip at one place
 * share a mark.
 */
export function placeFlags(found: readonly Placed[], durationSec: number, widthPx: number): Flag[] {
  const inTime = [...found].sort((a, b) => (a.finding.start ?? 0) - (b.finding.start ?? 0));
  const flags: Flag[] = [];
  for (const one of inTime) {
    const left = Math.min(((one.finding.start ?? 0) / durationSec) * widthPx, Math.max(0, widthPx - FLAG_PX));
    const covers = (flag: Flag) => Math.abs(flag.left - left) < FLAG_PX;
    const same = flags.find((flag) => flag.id === one.id && covers(flag));
    if (same) {
      same.more += 1;
      continue;
    }
    const taken = new Set(flags.filter(covers).map(({ row }) => row));
    let row = 0;
    while (taken.has(row)) row += 1;
    flags.push({ ...one, left, row, more: 0 });
  }
  return flags;
}
