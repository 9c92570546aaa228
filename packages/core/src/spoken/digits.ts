/** How to say digits. */
export interface SpeakDigitsOptions {
  /** Word for 0. Default "oh". */
  zero?: 'oh' | 'zero';
  /** Say "double five" and "triple five" for equal digits in a row inside a group, as in Britain, Ireland and India. Default false. */
  double?: boolean;
}

/** The ten digits as English says them one at a time, at their own places. */
export const DIGIT_NAMES: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Groups in words, commas for the pauses: "four one five, five five five, oh one four two". A "+" is said "plus". */
export function speakDigits(groups: readonly string[], options: SpeakDigitsOptions = {}): string {
  return groups.map((group) => speakGroup(group, options)).join(', ');
}

function speakGroup(group: string, { zero = 'oh', double = false }: SpeakDigitsOptions): string {
  const word = (digit: string) => (digit === '+' ? 'plus' : digit === '0' ? zero : (DIGIT_NAMES[Number(digit)] ?? digit));
  if (!double) return [...group].map(word).join(' ');
  return [...group.matchAll(/(.)\1{0,2}/g)]
    .map(([run, digit = '']) => `${['', 'double ', 'triple '][run.length - 1] ?? ''}${word(digit)}`)
    .join(' ');
}
