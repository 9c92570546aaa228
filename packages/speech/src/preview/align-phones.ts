/**
 * Where each word's phones lie in an utterance: the words' phones said alone are laid along those said together with the fewest changes,
 * since sounds change a little at the joints. Answers, for each word, the first phone and the one after the last.
 */
export function alignPhones(words: readonly (readonly string[])[], spoken: readonly string[]): { from: number; to: number }[] {
  const alone = words.flat();
  const width = spoken.length + 1;
  const cost = new Float64Array((alone.length + 1) * width);
  for (let row = 0; row <= alone.length; row += 1) cost[row * width] = row;
  for (let column = 0; column < width; column += 1) cost[column] = column;
  const at = (row: number, column: number) => cost[row * width + column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= alone.length; row += 1) {
    for (let column = 1; column < width; column += 1) {
      const change = alone[row - 1] === spoken[column - 1] ? 0 : 1;
      cost[row * width + column] = Math.min(at(row - 1, column - 1) + change, at(row - 1, column) + 1, at(row, column - 1) + 1);
    }
  }
  // For each phone said alone, how many of the spoken ones come up to and with it.
  const reached = new Array<number>(alone.length + 1).fill(0);
  let [row, column] = [alone.length, spoken.length];
  reached[row] = column;
  while (row > 0) {
    const change = column > 0 && alone[row - 1] === spoken[column - 1] ? 0 : 1;
    if (column > 0 && at(row, column) === at(row - 1, column - 1) + change) {
      row -= 1;
      column -= 1;
    } else if (at(row, column) === at(row - 1, column) + 1) row -= 1;
    else {
      column -= 1;
      continue;
    }
    reached[row] = column;
  }
  let done = 0;
  return words.map((phones) => {
    const from = reached[done] ?? 0;
    done += phones.length;
    return { from, to: reached[done] ?? spoken.length };
  });
}
