/** How many digits numbers have: what a count is worth, natural logarithm. Chosen on numbers that nothing is measured on; see docs/adr/0016. */
export interface CountPrior {
  /** What ten digits are likelier than other counts. */
  usual: number;
  /** What each digit fewer than ten costs, in a row long enough for a telephone number: digits are swallowed more often than left out. */
  missing: number;
  /** Digits the head must hear for a row to be one; a room or an extension is left as it is. */
  fewest: number;
}

/** Defaults; see the fields. */
export const COUNT_PRIOR: CountPrior = { usual: 2, missing: 2.5, fewest: 5 };

/** Digits that numbers usually have where this ear's language is spoken. */
export const USUAL_COUNT = 10;
/** Digits from which the same row twice over is a number said twice. */
const FEWEST_DOUBLED = 7;

/**
 * What the count of a reading is worth where the head's likeliest row has `heard` digits. Of a number said twice it counts each time: the
 * same voice is misheard in the same way both times, so that the sound of both tells little more than that of one.
 */
export function worthOfCount(digits: string, heard: number, { usual, missing, fewest }: CountPrior = COUNT_PRIOR): number {
  const times = timesSaid(digits);
  const count = digits.length / times;
  if (count === USUAL_COUNT) return usual * times;
  return heard < fewest || count > USUAL_COUNT ? 0 : missing * (count - USUAL_COUNT) * times;
}

/** 2 for a row that is a number said twice over, else 1. */
export function timesSaid(digits: string): 1 | 2 {
  const half = digits.length / 2;
  return half >= FEWEST_DOUBLED && digits.slice(0, half) === digits.slice(half) ? 2 : 1;
}
