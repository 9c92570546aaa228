import type { Word } from '../../documents/transcript.ts';
import { alignPieces } from './align.ts';
import { piecesOf } from './pieces.ts';

/** What is left of a script when these words of it were said; all of it where none were. */
export function scriptAfter(script: string, said: readonly Pick<Word, 'text'>[]): string {
  const words = [...script.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, charEnd: index + text.length }));
  const [pieces, heard] = [piecesOf(words), piecesOf(said)];
  const pairs = said.length === 0 ? [] : (alignPieces(pieces, heard, true) ?? []);
  const last = pairs.findLast(([s, h]) => s !== null && h !== null)?.[0] ?? null;
  const word = last === null ? undefined : words[pieces[last]?.word ?? -1];
  return script.slice(word?.charEnd ?? 0);
}
