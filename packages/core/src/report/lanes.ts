import type { Span } from '../documents/span.ts';

/** Puts overlapping spans on as few lanes as possible, in order of time; no lane holds two that overlap. */
export function intoLanes<T extends Span>(spans: readonly T[]): T[][] {
  const lanes: T[][] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const lane = lanes.find((candidate) => (candidate.at(-1)?.end ?? 0) <= span.start);
    if (lane === undefined) lanes.push([span]);
    else lane.push(span);
  }
  return lanes;
}

/** Whether both times are known. */
export function isTimed<T extends Partial<Span>>(value: T): value is T & Span {
  return value.start !== undefined && value.end !== undefined;
}
