import type { Token } from '../tokens/index.ts';
import { amountAt } from './amounts.ts';

/** A length of time as said: "fifteen minutes to half an hour". Whether it is a talk's, the reader tells from the words around it. */
export interface Duration {
  minMinutes: number;
  maxMinutes: number;
  /** Tokens it takes. */
  length: number;
}

const MINUTES_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ...['minute', 'minutes', 'min', 'mins'].map((unit) => [unit, 1] as const),
  ...['hour', 'hours', 'hr', 'hrs'].map((unit) => [unit, 60] as const),
  ...['second', 'seconds', 'sec', 'secs'].map((unit) => [unit, 1 / 60] as const),
]);
/** Parts of an hour in minutes, the longest phrase first. */
const PARTS: readonly (readonly [readonly string[], number])[] = [
  [['three', 'quarters', 'of', 'an', 'hour'], 45],
  [['a', 'quarter', 'of', 'an', 'hour'], 15],
  [['quarter', 'of', 'an', 'hour'], 15],
  [['an', 'hour', 'and', 'a', 'half'], 90],
  [['half', 'an', 'hour'], 30],
  [['a', 'half', 'hour'], 30],
  [['half', 'hour'], 30],
  [['an', 'hour'], 60],
];
/** Words between an amount and its unit: "five quick minutes", "ten or so minutes". */
const BETWEEN: ReadonlySet<string> = new Set(
  'quick short little wee brief extra spare full whole odd good solid of your my or so and a half more precious'.split(' '),
);
const MOST_BETWEEN = 3;
/** What joins two ends of a range. */
const JOINS: ReadonlySet<string> = new Set(['to', 'or', 'and', 'through', 'maybe', 'even', 'perhaps', 'possibly', 'up', ',', 'versus']);
const MOST_JOINS = 3;

interface Part {
  amount: number;
  /** Minutes a unit; undefined when none was said. */
  unit: number | undefined;
  length: number;
}

/** The duration that starts at `index`: an amount with a unit, or a range of two of which at least the second has one. */
export function durationAt(tokens: readonly Token[], index: number): Duration | undefined {
  const low = partAt(tokens, index);
  if (low === undefined) return undefined;
  const high = leastAndMost(tokens, index + low.length) ?? rangeEnd(tokens, index + low.length, tokens[index - 1]?.norm === 'between');
  if (high !== undefined) {
    const unit = low.unit ?? high.part.unit ?? 1;
    const ends = [low.amount * unit, high.part.amount * (high.part.unit ?? unit)];
    return { minMinutes: Math.min(...ends), maxMinutes: Math.max(...ends), length: low.length + high.length };
  }
  if (low.unit === undefined) return undefined;
  const minutes = low.amount * low.unit;
  return { minMinutes: minutes, maxMinutes: minutes, length: low.length };
}

/** Ways to say that an end is an end. */
const LEAST: readonly string[] = ['at the least', 'at least', 'at a minimum', 'minimum'];
const MOST: readonly string[] = ['at the most', 'at most', 'at a maximum', 'maximum', 'tops', 'max'];

/** Length of the one of these phrases that starts at `index`; 0 when none does. */
function phraseAt(tokens: readonly Token[], index: number, phrases: readonly string[]): number {
  const found = phrases.map((phrase) => phrase.split(' ')).find((words) => words.every((word, k) => tokens[index + k]?.norm === word));
  return found?.length ?? 0;
}

/** "... at the least and thirty at the most": the second end, behind the first one's amount. */
function leastAndMost(tokens: readonly Token[], from: number): { part: Part; length: number } | undefined {
  const least = phraseAt(tokens, from, LEAST);
  if (least === 0) return undefined;
  let to = from + least;
  while (JOINS.has(tokens[to]?.norm ?? '') && to < from + least + MOST_JOINS) to++;
  const part = partAt(tokens, to);
  const most = part === undefined ? 0 : phraseAt(tokens, to + part.length, MOST);
  return part === undefined || most === 0 ? undefined : { part, length: to - from + part.length + most };
}

/** `isPair`: the two ends of "between five and seven minutes". */
function rangeEnd(tokens: readonly Token[], from: number, isPair: boolean): { part: Part; length: number } | undefined {
  let joins = 0;
  while (joins < MOST_JOINS && JOINS.has(tokens[from + joins]?.norm ?? '')) joins++;
  // Written "15-30 minutes": two numbers side by side.
  const part = partAt(tokens, from + joins);
  if (part?.unit === undefined) return undefined;
  const bare = joins === 0 && !/^\d+$/.test(tokens[from - 1]?.norm ?? '');
  const onlyStops = joins > 0 && tokens.slice(from, from + joins).every((token) => token.stop || token.norm === 'and');
  return bare || (onlyStops && !isPair) ? undefined : { part, length: joins + part.length };
}

function partAt(tokens: readonly Token[], index: number): Part | undefined {
  const phrase = PARTS.find(([words]) => words.every((word, offset) => tokens[index + offset]?.norm === word));
  if (phrase !== undefined) return { amount: phrase[1], unit: 1, length: phrase[0].length };
  const glued = /^(\d{1,3})(min|mins|minutes|m|h|hr|hrs)$/.exec(tokens[index]?.norm ?? '');
  if (glued !== null) return { amount: Number(glued[1]), unit: glued[2]?.startsWith('h') === true ? 60 : 1, length: 1 };
  const amount = amountAt(tokens, index);
  if (amount === undefined) return undefined;
  for (let between = 0; between <= MOST_BETWEEN; between++) {
    const at = index + amount.length + between;
    const unit = MINUTES_PER_UNIT.get(tokens[at]?.norm ?? '');
    if (unit !== undefined) {
      const half = tokens.slice(index + amount.length, at).some((token) => token.norm === 'half') ? 0.5 : 0;
      return { amount: amount.value + half, unit, length: amount.length + between + 1 };
    }
    if (!BETWEEN.has(tokens[at]?.norm ?? '')) break;
  }
  return { amount: amount.value, unit: undefined, length: amount.length };
}
