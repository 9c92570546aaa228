/** Letters of a telephone's keys, from 2 to 9 (ITU-T E.161). */
const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const;
const FIRST_KEY = 2;
/** "1-800-555-FLOW", "(415) FLOWERS": letters in capitals in a number's last places. */
const VANITY =
  /(?<![\p{L}\p{N}])((?:\+?1[-. ])?\(?[2-9]\d\d\)?[-. ])(?:(\d{3}[-. ])([A-Z]{4})|([A-Z]{7}|[A-Z]{3}-[A-Z]{4}))(?![\p{L}\p{N}])/gu;

const DIGIT_WORD = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';
/** "one eight hundred, five five five, F, L, O, W": four letters said one by one in the last places of a number with a free code. */
const SPELLED_VANITY = new RegExp(
  `((?:\\b8(?:00|33|44|55|66|77|88)|\\beight[ -]hundred)[\\s,.)-]{1,3}(?:\\d{3}|(?:triple|treble) ${DIGIT_WORD}|${DIGIT_WORD}(?:[ ,-]{1,2}${DIGIT_WORD}){2})[\\s,.-]{1,3})` +
    "([a-z](?:[\\s,.-]{1,3}[a-z]){3})(?![\\p{L}\\p{N}'’])",
  'giu',
);

/** The text with every decimal digit as "0" to "9" and the letters of vanity numbers as their keys; every place is kept. */
export function asDigits(text: string): string {
  return asciiDigits(text)
    .replace(
      VANITY,
      (_, code: string, exchange: string | undefined, line: string | undefined, all: string | undefined) =>
        code + (exchange ?? '') + keysOf(line ?? all ?? ''),
    )
    .replace(SPELLED_VANITY, (_, before: string, letters: string) => before + keysOf(letters.toUpperCase().replace(/[,.-]/g, ' ')));
}

const keysOf = (letters: string): string =>
  letters.replace(/[A-Z]/g, (letter) => String(KEYS.findIndex((key) => key.includes(letter.toLowerCase())) + FIRST_KEY));

/** Decimal digits stand in rows of ten. */
const NINE = 9;

function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    if (digit.length > 1) return digit;
    const code = digit.charCodeAt(0);
    let zero = code;
    while (code - zero < NINE && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
    return String(code - zero);
  });
}
