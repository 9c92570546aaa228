/** How many digits numbers have: what a count is worth, natural logarithm. Tuned on some speakers, tried on the others; see docs/adr. */
export interface CountPrior {
  /** What ten digits, or ten said twice, are likelier than other counts. */
  usual: number;
  /** What each digit fewer than ten costs, in a row long enough for a telephone number: digits are swallowed more often than left out. */
  missing: number;
  /** Digits the head must hear for a row to be one; a room or an extension is left as it is. */
  fewest: number;
}

export const COUNT_PRIOR: CountPrior = { usual: 2, missing: 1.5, fewest: 5 };

const USUAL_COUNT = 10;

/** What the count of a reading is worth where the head's likeliest row has `heard` digits. */
export function worthOfCount(digits: string, heard: number, { usual, missing, fewest }: CountPrior = COUNT_PRIOR): number {
  const isTwice = digits.length === 2 * USUAL_COUNT && isDoubled(digits);
  if (digits.length === USUAL_COUNT || isTwice) return usual;
  return heard < fewest || digits.length > USUAL_COUNT ? 0 : missing * (digits.length - USUAL_COUNT);
}

/** Whether the row is the same digits twice. */
export function isDoubled(digits: string): boolean {
  const half = digits.length / 2;
  return Number.isInteger(half) && digits.slice(0, half) === digits.slice(half);
}
