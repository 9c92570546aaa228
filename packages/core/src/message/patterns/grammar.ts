/** Named parts of patterns: the lexical classes. */
export type Classes = Readonly<Record<string, string>>;

/** One alternation of whole words (or words with single spaces); longer ones first, so that the longest wins. */
export const oneOf = (...lists: readonly string[]): string =>
  lists
    .flatMap((list) => list.split('|'))
    .map((word) => word.trim())
    .filter((word) => word.length > 0)
    .sort((a, b) => b.length - a.length)
    .join('|');

/**
 * Compiles a pattern over whole tokens of the stream. `<name>` stands for one word of a class, `<name*>` for up to three of
 * them each with its space, `<gap:n>` for up to n tokens inside the sentence, each with its space after it, `<tail:n>` the same
 * with the space before. Matches start and end at
 * token borders; all repetition is bounded, so a search is linear in the length of the stream.
 */
export function pattern(source: string, classes: Classes): RegExp {
  // A pattern may end with the space after its last token.
  return new RegExp(`(?<= )(?:${expand(source, classes)})(?:(?<= )|(?= ))`, source.includes('(?<name>') ? 'gd' : 'g');
}

/** Most repeats of a group that a pattern repeats without a bound: a search must stay linear. */
const MOST_REPEATS = 5;

function expand(source: string, classes: Classes): string {
  const bounded = source.replace(/\)\*/g, `){0,${MOST_REPEATS}}`).replace(/\)\+/g, `){1,${MOST_REPEATS}}`);
  return bounded.replace(/(?<!\(\?)<([a-z]+)(\*|:\d+)?>/gi, (_, name: string, more: string | undefined) => {
    if (name === 'gap') return `(?:[^ .?!]+ ){0,${more?.slice(1) ?? '3'}}?`;
    if (name === 'tail') return `(?: [^ .?!]+){0,${more?.slice(1) ?? '3'}}?`;
    if (name === 'w') return '[^ .,?!]+';
    const body = classes[name];
    if (body === undefined) throw new Error(`pattern class ${name} is not defined`);
    const group = `(?:${expand(body, classes)})`;
    return more === '*' ? `(?:${group} ){0,3}` : group;
  });
}
