/** Between labels, and where nothing is said (connectionist temporal classification, Graves et al. 2006). */
export const BLANK = 0;
/** "double" and "triple" before a digit. */
export const DOUBLE = 11;
/** See {@link DOUBLE}. */
export const TRIPLE = 12;
/** Any other speech. */
export const OTHER = 13;
/** Labels of the head: the blank, ten digits (0 is label 1), double, triple, other speech. */
export const LABEL_COUNT = 14;

/** The label of a digit, 0 to 9. */
export function labelOf(digit: number): number {
  return digit + 1;
}

/** The digit of a label; null when it is none. */
export function digitOf(label: number): number | null {
  return label > BLANK && label < DOUBLE ? label - 1 : null;
}

/** The digits that a row of labels says: "double five" is two. Other speech between them says none. "triple" is often heard with "double" behind it. */
export function digitsOf(labels: readonly number[]): string {
  let digits = '';
  let times = 1;
  for (const label of labels) {
    const digit = digitOf(label);
    if (digit !== null) digits += String(digit).repeat(times);
    times = label === TRIPLE ? 3 : label !== DOUBLE ? 1 : times === 3 ? 3 : 2;
  }
  return digits;
}
