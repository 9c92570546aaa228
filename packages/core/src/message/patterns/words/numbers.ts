const UNITS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  half: 0.5,
  couple: 2,
  few: 3,
  several: 4,
};

/** The number that `words` start with, "twenty five" or "25"; undefined when there is none. */
export function numberOf(words: string): number | undefined {
  let sum: number | undefined;
  for (const word of words.split(' ')) {
    const value = /^\d+$/.test(word) ? Number(word) : Object.hasOwn(UNITS, word) ? UNITS[word] : undefined;
    if (value === undefined) {
      if (sum !== undefined) break;
      continue;
    }
    sum = (sum ?? 0) + value;
  }
  return sum;
}
