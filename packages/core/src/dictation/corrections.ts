import type { TimedDigit } from '../documents/transcript.ts';

/**
 * The digits said that the number as understood does not have: those taken back. A country or trunk prefix before the
 * number is none. `said` and `understood` are aligned on as many equal digits as possible, the later of equals kept.
 */
export function correctedDigits(said: readonly TimedDigit[], understood: string): TimedDigit[] {
  const text = said.map((digit) => digit.digit).join('');
  if (understood.endsWith(text) || text.endsWith(understood)) return [];
  const kept = longestCommon(text, understood);
  // Few digits in common: this is another number or a misreading, and calling the rest corrections would be a guess.
  if (kept.size < understood.length) return [];
  return said.filter((_, index) => !kept.has(index));
}

/** Indices in `text` of a longest common subsequence with `understood`; of equal ones the last, since the later of two tries stands. */
function longestCommon(text: string, understood: string): Set<number> {
  const rows = text.length + 1;
  const columns = understood.length + 1;
  const length = new Uint16Array(rows * columns);
  for (let row = 1; row < rows; row += 1) {
    for (let column = 1; column < columns; column += 1) {
      const both = text[row - 1] === understood[column - 1] ? (length[(row - 1) * columns + column - 1] ?? 0) + 1 : 0;
      length[row * columns + column] = Math.max(both, length[(row - 1) * columns + column] ?? 0, length[row * columns + column - 1] ?? 0);
    }
  }
  const kept = new Set<number>();
  let row = rows - 1;
  let column = columns - 1;
  while (row > 0 && column > 0) {
    if (text[row - 1] === understood[column - 1]) {
      kept.add(row - 1);
      row -= 1;
      column -= 1;
    } else if ((length[(row - 1) * columns + column] ?? 0) >= (length[row * columns + column - 1] ?? 0)) row -= 1;
    else column -= 1;
  }
  return kept;
}
