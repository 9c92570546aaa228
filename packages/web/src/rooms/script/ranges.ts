import type { Finding, Review, Rewrite, TipId } from '@ringback/core';

/** A stretch of the script that a finding is about. */
export interface MarkedRange {
  from: number;
  to: number;
  severity: NonNullable<Finding['severity']>;
  tip: TipId;
  finding: Finding;
}

const RANK = { hint: 0, improve: 1, fail: 2 } as const;

/** Where something could be better, in the order of the text. */
export function rangesOf(review: Review): MarkedRange[] {
  return review.tips
    .flatMap(({ id, findings }) =>
      findings.flatMap((finding) => {
        const { charStart, charEnd, good, severity, waived } = finding;
        if (good || waived !== undefined || charStart === undefined || charEnd === undefined || charEnd <= charStart) return [];
        return [{ from: charStart, to: charEnd, severity: severity ?? 'hint', tip: id, finding }];
      }),
    )
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The same ranges in a text that was edited since; what the edit touched is let go until it is read again. */
export function carriedOver(ranges: readonly MarkedRange[], before: string, after: string): MarkedRange[] {
  if (before === after) return [...ranges];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = after.length - before.length;
  return ranges.flatMap((range) => {
    if (range.to <= head) return [range];
    return range.from >= before.length - tail ? [{ ...range, from: range.from + shift, to: range.to + shift }] : [];
  });
}

/** The worst that is found at a place of the text; undefined where nothing is. */
export function worstAt(ranges: readonly MarkedRange[], place: number): MarkedRange | undefined {
  return ranges
    .filter(({ from, to }) => from <= place && place < to)
    .reduce<MarkedRange | undefined>(
      (most, one) => (most === undefined || RANK[one.severity] > RANK[most.severity] ? one : most),
      undefined,
    );
}

/** A stretch of text with the worst that is found on it. */
export interface Piece {
  text: string;
  severity: MarkedRange['severity'] | null;
}

/** The text in pieces, cut where a range begins or ends; where ranges overlap the worst shows. */
export function piecesOf(text: string, ranges: readonly MarkedRange[]): Piece[] {
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ from, to }) => [from, to])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? text.length;
    return { text: text.slice(from, to), severity: worstAt(ranges, from)?.severity ?? null };
  });
}

/**
 * The edit that mends what is found between two places: of the finding that is selected itself, else of one that the
 * stretch touches. Where nothing is found the next edit of the text; undefined where what is found has no ready edit.
 */
export function rewriteAt(rewrites: readonly Rewrite[], ranges: readonly MarkedRange[], from: number, to: number): Rewrite | undefined {
  const touched = ranges.filter((range) => range.from <= to && range.to >= from);
  if (touched.length === 0) return rewrites.find(({ charEnd }) => charEnd >= from) ?? rewrites[0];
  const selected = touched.filter((range) => range.from === from && range.to === to);
  const about = selected.length > 0 ? selected : touched;
  const mends = rewrites.filter(({ tip }) => about.some((range) => range.tip === tip));
  return mends.find(({ charStart, charEnd }) => charStart <= to && charEnd >= from) ?? mends[0];
}

/** The findings that a ready edit mends; all where none is ready. */
export function mendable(ranges: readonly MarkedRange[], rewrites: readonly Rewrite[]): readonly MarkedRange[] {
  const ready = ranges.filter((range) => rewrites.some(({ tip }) => tip === range.tip));
  return ready.length > 0 ? ready : ranges;
}
