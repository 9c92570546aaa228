/** What became of each expected digit. */
export interface DigitAlignment {
  /** For each expected digit what stands in its place; null when nothing does. */
  heard: (string | null)[];
  /** Digits that answer to no expected one. */
  extra: number;
}

/**
 * Lays the digits heard beside those expected with the fewest changes; of equal ways the one that
 * keeps digits in place, so that one wrong digit stays one wrong digit.
 */
export function alignDigits(expected: string, heard: string): DigitAlignment {
  const columns = heard.length + 1;
  const cost = new Uint32Array((expected.length + 1) * columns);
  for (let row = 0; row <= expected.length; row += 1) {
    for (let column = 0; column <= heard.length; column += 1) {
      cost[row * columns + column] = cheapest(cost, row, column, columns, expected[row - 1] === heard[column - 1]);
    }
  }
  const result: DigitAlignment = { heard: new Array<string | null>(expected.length).fill(null), extra: 0 };
  let row = expected.length;
  let column = heard.length;
  while (row > 0 || column > 0) {
    const here = cost[row * columns + column] ?? 0;
    const same = expected[row - 1] === heard[column - 1];
    const diagonal = row > 0 && column > 0 ? (cost[(row - 1) * columns + column - 1] ?? 0) + (same ? 0 : 1) : Number.POSITIVE_INFINITY;
    if (diagonal === here) {
      result.heard[row - 1] = heard[column - 1] ?? null;
      row -= 1;
      column -= 1;
    } else if (row > 0 && (cost[(row - 1) * columns + column] ?? 0) + 1 === here) {
      row -= 1;
    } else {
      result.extra += 1;
      column -= 1;
    }
  }
  return result;
}

function cheapest(cost: Uint32Array, row: number, column: number, columns: number, same: boolean): number {
  if (row === 0 || column === 0) return row + column;
  const replace = (cost[(row - 1) * columns + column - 1] ?? 0) + (same ? 0 : 1);
  const lose = (cost[(row - 1) * columns + column] ?? 0) + 1;
  const add = (cost[row * columns + column - 1] ?? 0) + 1;
  return Math.min(replace, lose, add);
}
