/** Words that are said with another number of syllables than their letters suggest. */
const SILENT_E = /[^aeiouyl]e$|[aeiouy]le$/;
const SILENT_ED = /[^aeiouytd]ed$/;
const SILENT_ES = /[^aeiouyszxcg]es$/;
const VOWEL_GROUP = /[aeiouy]+/g;

const DIGIT_SYLLABLES: Readonly<Record<string, number>> = { '0': 1, '7': 2 };

/**
 * Syllables of a written English word, by its vowel groups; each digit is counted as said on its own ("seven" has two).
 * An estimate: right for most words, within one for nearly all.
 */
export function syllablesOf(word: string): number {
  const lower = word.toLowerCase();
  let syllables = 0;
  for (const digit of lower.match(/\d/g) ?? []) syllables += DIGIT_SYLLABLES[digit] ?? 1;
  for (const part of lower.match(/[\p{L}']+/gu) ?? []) syllables += syllablesOfLetters(part.replaceAll("'", ''));
  return syllables;
}

function syllablesOfLetters(letters: string): number {
  if (letters === '') return 0;
  const groups = letters.normalize('NFD').replace(/\p{M}/gu, '').match(VOWEL_GROUP)?.length ?? 0;
  const silent = SILENT_E.test(letters) || SILENT_ED.test(letters) || SILENT_ES.test(letters) ? 1 : 0;
  return Math.max(1, groups - silent);
}
