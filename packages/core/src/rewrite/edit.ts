import type { TipId } from '../documents/review.ts';
import type { CharRange } from '../documents/span.ts';

/** One change to a script: the characters from `charStart` to `charEnd` become `after`. Offsets are those of the script as given. */
export interface Edit extends CharRange {
  /** Exactly what stands there now; empty for an insertion. */
  before: string;
  /** What it becomes; empty for a deletion. */
  after: string;
}

/** An edit with the finding it mends. */
export interface Rewrite extends Edit {
  /** 1, 2, 3: what a person names it by. */
  number: number;
  tip: TipId;
  /** The finding's own words. */
  finding: string;
  /** What the person should be sure of before taking it; absent when nothing. */
  assumes?: string;
}

/** A finding that only the person's own facts can mend. */
export interface NeedsFact {
  tip: TipId;
  finding: string;
  /** What is needed, in plain words. */
  needs: string;
}

/**
 * Applies edits to the text they were made for. Order does not matter; of two that overlap the first one counts.
 * Blanks are tidied where an edit left two or none.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  let from = Number.POSITIVE_INFINITY;
  const inOrder = edits
    .map((edit, index) => ({ edit, index }))
    .toSorted((a, b) => b.edit.charStart - a.edit.charStart || b.index - a.index);
  for (const { edit } of inOrder) {
    if (edit.charEnd > from) continue;
    result = join(result.slice(0, edit.charStart), edit.after, result.slice(edit.charEnd));
    from = edit.charStart;
  }
  return result.trim();
}

/** One blank between words, none before a mark. */
function join(before: string, middle: string, after: string): string {
  const left = /\n\s*$/.test(before) ? before : before.replace(/[ \t]+$/, '');
  const right = withoutMark(middle === '' ? left : middle, /^\s*\n/.test(after) ? after : after.replace(/^[ \t]+/, ''));
  const space = (a: string, b: string) => (a === '' || b === '' || /\s$/.test(a) || /^[\s.,;:!?]/.test(b) ? '' : ' ');
  if (middle === '') return left + space(left, right) + right;
  const own = withoutMark(left, middle);
  return left + space(left, own) + own + space(own, right) + right;
}

/** A sentence that has its mark gets no second one. */
const withoutMark = (before: string, after: string) => (/[.!?]["”’)]*$/.test(before) ? after.replace(/^[.,;:](?!\.)\s*/, '') : after);

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** How large an edit is: words taken out and put in. */
export function sizeOf({ before, after }: Edit): number {
  return wordsIn(before) + wordsIn(after);
}
