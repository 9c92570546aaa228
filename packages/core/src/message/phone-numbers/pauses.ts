import type { Transcript, Word } from '../../documents/transcript.ts';
import { firstWordEndingAfter } from '../quote.ts';
import type { Atom, Run } from './atom.ts';

/** When a pause between two digits is the border between two times a number was said. House rules. */
const BORDER = {
  /** Seconds at least. */
  shortest: 0.35,
  /** How many times as long as the next longest pause between digits. */
  ratio: 1.3,
  /** Digits at least on either side. */
  digits: 7,
  /** Pieces of a row; more is no dictation of numbers. */
  mostAtoms: 60,
  /** Digits by which the two sides may differ: one lost, one heard twice. */
  difference: 2,
} as const;

/**
 * In a recording, the longest pause in a row long enough for two numbers sets them apart, and no number goes over it; where
 * nobody knows the times, or a word there takes digits back, the row stays one.
 */
export function apartByPause(run: Run, { words }: Pick<Transcript, 'words'>): Run[] {
  if (run.atoms.length > BORDER.mostAtoms) return [run];
  const pauses = run.atoms.map((atom, index) => (index === 0 ? 0 : pauseBefore(words, run.atoms[index - 1], atom)));
  const longest = Math.max(0, ...pauses);
  const index = pauses.indexOf(longest);
  const second = Math.max(0, ...pauses.filter((_, other) => other !== index));
  if (!(longest >= BORDER.shortest && longest >= second * BORDER.ratio) || run.gaps[index]?.corrects) return [run];
  const before = countDigits(run.atoms.slice(0, index));
  const after = countDigits(run.atoms.slice(index));
  if (Math.min(before, after) < BORDER.digits || Math.abs(before - after) > BORDER.difference) return [run];
  return [
    { atoms: run.atoms.slice(0, index), gaps: run.gaps.slice(0, index), endsInPhrase: false },
    { ...run, atoms: run.atoms.slice(index), gaps: run.gaps.slice(index) },
  ];
}

const countDigits = (atoms: readonly Atom[]): number => atoms.reduce((sum, { digits }) => sum + digits.length, 0);

/** Seconds between two atoms; 0 where they are not known. */
function pauseBefore(words: readonly Word[], before: Atom | undefined, atom: Atom): number {
  const last = before === undefined ? undefined : words[firstWordEndingAfter(words, before.charEnd - 1)];
  const first = words[firstWordEndingAfter(words, atom.charStart)];
  if (last === undefined || first === undefined) return 0;
  if (last === first) return pauseInside(first, before, atom);
  const pause = first.start - last.end;
  return Number.isFinite(pause) ? Math.max(0, pause) : 0;
}

/** "4155550142 4155550142" as one word: its digits have times of their own. */
function pauseInside({ digits = [], text, charStart }: Word, before: Atom | undefined, atom: Atom): number {
  const ordinal = (text.slice(0, atom.charStart - charStart).match(/\d/g) ?? []).length;
  const [last, first] = [digits[ordinal - 1], digits[ordinal]];
  return before === undefined || last === undefined || first === undefined ? 0 : Math.max(0, first.start - last.end);
}
