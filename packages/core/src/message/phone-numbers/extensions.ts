import type { Token } from '../spoken-numbers/tokens.ts';
import type { Atom, Extension } from './atom.ts';
import { readSpoken } from './spoken-atoms.ts';
import { EXTENSION_WORDS, readWritten } from './written-atoms.ts';

/** Extensions have up to six digits (private exchanges use two to five, some add an access digit). House rule. */
const MAX_EXTENSION_DIGITS = 6;

/** "extension 12", "ext. three three one", "x12", "extension is 4": null when no extension is said at `index`. */
export function readExtension(tokens: readonly Token[], index: number): Extension | null {
  const word = tokens[index];
  if (word?.kind !== 'word' || !EXTENSION_WORDS.has(word.text)) return null;
  let position = index + 1;
  // "x" alone is a letter unless digits touch it or come next.
  if (word.text === 'x' && tokens[position]?.kind !== 'digits') return null;
  while (tokens[position] && isLink(tokens[position])) position += 1;
  let digits = '';
  let tokenEnd = position;
  for (let part = atomsAt(tokens, position); part.length > 0; part = atomsAt(tokens, position)) {
    const added = part.map((atom) => atom.digits).join('');
    if (digits.length + added.length > MAX_EXTENSION_DIGITS) break;
    digits += added;
    tokenEnd = part.at(-1)?.tokenEnd ?? position;
    position = tokenEnd;
    // A comma goes on only between single digits: "extension three, three, one"; what follows "extension 12," is something new.
    if (tokens[position]?.text === ',' && digits.length < 3 && added.length === 1 && isSingle(tokens, position + 1)) position += 1;
    else if (tokens[position]?.text === '-') position += 1;
  }
  const last = tokens[tokenEnd - 1];
  return digits === '' || !last ? null : { digits, tokenStart: index, tokenEnd, charStart: word.charStart, charEnd: last.charEnd };
}

const isLink = (token: Token | undefined): boolean =>
  token !== undefined &&
  (['is', 'number', 'no', 'um', 'uh', 'of'].includes(token.text) || (token.kind === 'mark' && '.:-,#'.includes(token.text)));

const isSingle = (tokens: readonly Token[], index: number): boolean => {
  const [first, ...others] = atomsAt(tokens, index);
  return first?.digits.length === 1 && others.length === 0;
};

function atomsAt(tokens: readonly Token[], index: number): Atom[] {
  const token = tokens[index];
  if (token?.kind === 'digits') return readWritten(tokens, index).atoms;
  const spoken = token?.kind === 'word' ? readSpoken(tokens, index) : null;
  if (!spoken || spoken.digits === '') return [];
  return [
    {
      digits: spoken.digits,
      tokenStart: index,
      tokenEnd: spoken.tokenEnd,
      charStart: token?.charStart ?? 0,
      charEnd: tokens[spoken.tokenEnd - 1]?.charEnd ?? 0,
      style: 'spoken',
      soundalike: false,
      plus: false,
      bracketed: false,
    },
  ];
}
