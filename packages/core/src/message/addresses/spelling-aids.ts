import type { Token } from '../spoken-numbers/tokens.ts';

/** What people say between a letter and the word that begins with it: "J as in Juliet", "B for Bravo", "M like Mary". */
const AIDS: readonly (readonly string[])[] = [['as', 'in'], ['for'], ['like']];

/** The tokens without the words that only say which letter is meant: "J as in Juliet, smith" is "J smith". */
export function withoutSpellingAids(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token === undefined) break;
    out.push(token);
    index += 1 + aidAt(tokens, index);
  }
  return out;
}

/** Tokens of the aid behind the letter at `index`, a comma after it included; 0 where there is none. */
function aidAt(tokens: readonly Token[], index: number): number {
  const letter = tokens[index];
  if (letter?.kind !== 'word' || letter.text.length !== 1) return 0;
  for (const aid of AIDS) {
    const word = tokens[index + 1 + aid.length];
    const said = aid.every((text, offset) => tokens[index + 1 + offset]?.text === text);
    if (!said || word?.kind !== 'word' || word.text.length < 2 || !word.text.startsWith(letter.text)) continue;
    const comma = tokens[index + 2 + aid.length]?.text === ',' ? 1 : 0;
    return aid.length + 1 + comma;
  }
  return 0;
}
