import type { Token } from './tokenise.ts';

/** Sounds that say nothing. */
const SOUNDS: ReadonlySet<string> = new Set('um umm uh uhh uhm er err erm hmm hm mm mmm ah eh huh'.split(' '));

/** Takes hesitating sounds and words stuttered ("the the", "could you, could you") out, with the commas that stand around them. */
export function dropHesitations(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (SOUNDS.has(token.norm)) {
      const before = out.at(-1);
      if (tokens[index + 1]?.norm === ',' && (before === undefined || before.stop)) {
        if (before?.norm === ',') out.pop();
        index++;
      }
      continue;
    }
    if (token.norm === out.at(-1)?.norm && !token.stop && /^\p{Ll}/u.test(token.norm) && token.charStart > (out.at(-1)?.charStart ?? 0))
      out.pop();
    out.push(token);
  }
  return out;
}
