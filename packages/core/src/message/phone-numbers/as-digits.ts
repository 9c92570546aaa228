/** Letters of a telephone's keys, from 2 to 9 (ITU-T E.161). */
const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const;
const FIRST_KEY = 2;
/** "1-800-555-FLOW", "(415) FLOWERS": letters in capitals in a number's last places. */
const VANITY =
  /(?<![\p{L}\p{N}])((?:\+?1[-. ])?\(?[2-9]\d\d\)?[-. ])(?:(\d{3}[-. ])([A-Z]{4})|([A-Z]{7}|[A-Z]{3}-[A-Z]{4}))(?![\p{L}\p{N}])/gu;

/** The text with every decimal digit as "0" to "9" and the letters of vanity numbers as their keys; every place is kept. */
export function asDigits(text: string): string {
  return asciiDigits(text).replace(
    VANITY,
    (_, code: string, exchange: string | undefined, line: string | undefined, all: string | undefined) =>
      code + (exchange ?? '') + keysOf(line ?? all ?? ''),
  );
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
