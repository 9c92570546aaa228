import { fold } from './organisation.ts';

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'sir', 'dame', 'rev', 'hon']);
const LETTERS_AFTER = new Set(
  'jr sr ii iii iv phd md mba cpa pmp esq msc bsc ma ba frcs cfa pe rn dds jd llm acca cissp fca aca he him she her they them'.split(' '),
);

/** A person's name in the form in which two spellings of it are equal. */
export interface NameKey {
  given: string;
  /** Names between the first and the last, in order. */
  middle: string[];
  family: string;
  /** Given and family name: what names are looked up by. Empty for a single name, which fits too many people. */
  key: string;
}

/** Normalises "Castell, Nora J." and "Dr. Nora Jane Castell, PhD (she/her)". */
export function nameKey(name: string): NameKey {
  const plain = name.replace(/\([^()]*\)|"[^"]*"/g, ' ');
  const comma = plain.indexOf(',');
  const before = comma < 0 ? plain : plain.slice(0, comma);
  const after = comma < 0 ? '' : plain.slice(comma + 1);
  const afterWords = fold(after.replace(/\./g, ''))
    .split(' ')
    .filter((word) => word && !LETTERS_AFTER.has(word));
  // "Castell, Nora": a family name first; "Nora Castell, PhD": letters only, dropped above.
  const ordered =
    afterWords.length > 0 && !fold(before).includes(' ') ? [...afterWords, ...fold(before).split(' ')] : fold(before).split(' ');
  let words = ordered.filter(Boolean);
  while (words.length > 2 && TITLES.has(words[0] ?? '')) words = words.slice(1);
  while (words.length > 2 && LETTERS_AFTER.has(words.at(-1) ?? '')) words = words.slice(0, -1);
  const given = words[0] ?? '';
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  return { given, middle: words.slice(1, -1), family, key: family ? `${given} ${family}` : '' };
}

/** Whether two names can be one person's: same given and family name, and no middle names that contradict each other. */
export function namesAgree(a: NameKey, b: NameKey): boolean {
  if (!a.key || a.key !== b.key) return false;
  const shared = Math.min(a.middle.length, b.middle.length);
  for (let index = 0; index < shared; index += 1) {
    const [one = '', other = ''] = [a.middle[index], b.middle[index]];
    if (!one.startsWith(other) && !other.startsWith(one)) return false;
  }
  return true;
}
