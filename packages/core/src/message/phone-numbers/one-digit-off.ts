import { readDigits } from './reading.ts';

/** Where a number that no plan allows may have lost a digit, or got one too many. */
export interface OneDigitOff {
  /** 0 is the first digit. */
  place: number;
  /** Whether a digit is missing there; else one is too many. */
  missing: boolean;
  /** What the number would be, a plan's numbers alone. */
  alternatives: string[];
}

/** Most other numbers that are told; more is no help. House rule. */
const MOST_ALTERNATIVES = 2;

/**
 * The least sure digit at which one more or one fewer makes a number of a plan, with those numbers: a digit is lost most often beside
 * its like, so a missing one is looked for as the same again. Null where the digits are a plan's already, or nothing near is.
 * `sureness` holds 0..1 for each digit.
 */
export function oneDigitOff(digits: string, sureness: readonly number[], region: string | undefined): OneDigitOff | null {
  if (sureness.length !== digits.length || isPlanned(digits, region)) return null;
  const places = [...sureness.keys()].sort((a, b) => (sureness[a] ?? 1) - (sureness[b] ?? 1));
  for (const missing of [true, false]) {
    const numbers = places
      .map((place) => ({ place, number: changed(digits, place, missing) }))
      .filter(({ number }) => isPlanned(number, region));
    const [weakest] = numbers;
    if (weakest === undefined) continue;
    const different = [...new Set(numbers.map(({ number }) => number))];
    return { place: weakest.place, missing, alternatives: different.slice(0, MOST_ALTERNATIVES) };
  }
  return null;
}

/** The digit said twice, or not at all. */
function changed(digits: string, place: number, missing: boolean): string {
  const again = missing ? (digits[place] ?? '') : '';
  return digits.slice(0, place + (missing ? 1 : 0)) + again + digits.slice(place + 1);
}

function isPlanned(digits: string, region: string | undefined): boolean {
  const grouping = { cuts: [], pieceEnds: [], length: digits.length };
  return readDigits({ digits, plus: false, grouping }, { given: region, hints: new Map() })?.e164 != null;
}
