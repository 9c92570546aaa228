import type { Token } from '../spoken-numbers/tokens.ts';
import type { Run } from './atom.ts';

/** How many tokens may stand between an area code given by itself and the rest of the number. House rule: a clause. */
const REACH = 12;
const MAX_AREA_DIGITS = 5;

const lengthOf = (run: Run): number => run.atoms.reduce((sum, atom) => sum + atom.digits.length, 0);

/**
 * "The area code is 646, and once you have that the rest is 555 0134": joins an announced area code that stands alone
 * with the digits in the next run, before or after it.
 */
export function joinAreaCodes(runs: readonly Run[], tokens: readonly Token[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (before && areNear(before, run) && (isLoneAreaCode(before) || isAreaCodeAfter(before, run, tokens))) {
      joined[joined.length - 1] = join(before, run);
    } else joined.push(run);
  }
  return joined;
}

const isLoneAreaCode = (run: Run): boolean => (run.gaps[0]?.areaCode ?? false) && lengthOf(run) >= 2 && lengthOf(run) <= MAX_AREA_DIGITS;

/** "555 0134, that's in the 646 area code" or "… area code 646": a short run beside the words after a local number. */
function isAreaCodeAfter(before: Run, run: Run, tokens: readonly Token[]): boolean {
  const length = lengthOf(run);
  if (length < 2 || length > MAX_AREA_DIGITS || lengthOf(before) > MAX_LOCAL_DIGITS) return false;
  const end = run.atoms.at(-1)?.tokenEnd ?? 0;
  return (run.gaps[0]?.areaCode ?? false) || (tokens[end]?.text === 'area' && tokens[end + 1]?.text === 'code');
}

const MAX_LOCAL_DIGITS = 8;

function areNear(before: Run, after: Run): boolean {
  const end = before.atoms.at(-1)?.tokenEnd ?? 0;
  return (after.atoms[0]?.tokenStart ?? Number.POSITIVE_INFINITY) - end <= REACH;
}

function join(before: Run, after: Run): Run {
  const [first, ...gaps] = after.gaps;
  const between = {
    stop: 'comma',
    words: 1,
    corrects: false,
    repeats: false,
    areaCode: !isLoneAreaCode(before),
    extension: false,
  } as const;
  return {
    atoms: [...before.atoms, ...after.atoms],
    gaps: [...before.gaps, { ...first, ...between }, ...gaps],
    endsInPhrase: after.endsInPhrase,
  };
}
