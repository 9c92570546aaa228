import type { CharRange } from '../../documents/span.ts';

/** A stretch of the text that is read as one thing: a phone number, an e-mail address. */
export interface Mask extends CharRange {
  /** What stands for it in the stream: upper case, such as PHONE. */
  placeholder: string;
}

/** One token of the stream: a word in lower case, a stop, or a placeholder in upper case. */
export interface Token extends CharRange {
  norm: string;
  /** True when the text writes it with a capital. */
  capital: boolean;
  /** True for `. ? ! ,`. */
  stop: boolean;
}

/** A word longer than this is noise, not speech; it is read as one unknown word. */
const LONGEST_WORD = 40;

const PIECE =
  /(?<initials>\p{L}(?:-\p{L}){2,}(?![\p{L}\p{N}]))|(?<clock>[ap]\.\s?m\.?)|(?<abbreviation>(?:\p{L}\.){2,})|(?<word>(?:e-(?=mail))?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,:/](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*['’]?)|(?<stop>[.?!…]+|[,;:—–]|\n+|\s-+\s)|(?<sign>[$£€₹%&@#])/giu;

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATED = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'st',
  'prof',
  'sr',
  'jr',
  'rev',
  'capt',
  'sgt',
  'lt',
  'col',
  'gen',
  'hon',
  'sen',
  'rep',
  'mt',
  'ave',
  'vs',
  'approx',
  'ext',
  'dept',
]);

const stopOf = (mark: string): string => {
  if (mark.includes('?')) return '?';
  if (mark.includes('!')) return '!';
  return /[.…]/.test(mark) || mark.includes('\n') ? '.' : ',';
};

/** Splits `text` outside the masks into words, stops and signs. Linear in the length of the text. */
export function tokenise(text: string, masks: readonly Mask[]): Token[] {
  const tokens: Token[] = [];
  const ordered = [...masks].sort((a, b) => a.charStart - b.charStart);
  let from = 0;
  for (const mask of ordered) {
    if (mask.charStart < from) continue;
    pieces(text, from, mask.charStart, tokens);
    tokens.push({ norm: mask.placeholder, capital: false, stop: false, charStart: mask.charStart, charEnd: mask.charEnd });
    from = mask.charEnd;
  }
  pieces(text, from, text.length, tokens);
  return tokens;
}

function pieces(text: string, from: number, to: number, tokens: Token[]): void {
  const part = text.slice(from, to);
  for (const match of part.matchAll(PIECE)) {
    const raw = match[0];
    const charStart = from + match.index;
    const charEnd = charStart + raw.length;
    const groups = match.groups ?? {};
    if (groups.stop !== undefined) {
      const previous = tokens.at(-1);
      const abbreviated = raw === '.' && previous !== undefined && previous.charEnd === charStart && ABBREVIATED.has(previous.norm);
      if (!abbreviated) tokens.push({ norm: stopOf(raw), capital: false, stop: true, charStart, charEnd });
    } else {
      tokens.push({ norm: normOf(raw, groups), capital: isCapital(raw), stop: false, charStart, charEnd });
    }
  }
}

function normOf(raw: string, groups: Record<string, string | undefined>): string {
  if (groups.initials !== undefined) return 'SPELT';
  if (groups.clock !== undefined) return /^a/i.test(raw) ? 'am' : 'pm';
  if (groups.sign !== undefined) return raw === '&' ? 'and' : raw;
  if (raw.length > LONGEST_WORD) return 'NOISE';
  const lower = raw
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^e-mail/, 'email');
  return groups.abbreviation === undefined ? lower.replace(/'$/, '') : lower.replaceAll('.', '');
}

const isCapital = (raw: string): boolean => /^\p{Lu}/u.test(raw);
