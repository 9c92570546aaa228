import { DOUBLE, LABEL_COUNT, labelOf, TRIPLE } from './labels.ts';
import type { Posteriors } from './posteriors.ts';

/** One way to say a row of digits: a label for each word, and how many digits each stands for (none for "double" and "triple"). */
export interface Spelling {
  labels: readonly number[];
  counts: readonly number[];
}

/** Natural logarithm: "double" or "triple" is looked for where the head gives it this much in some frame. House rule: one in twenty. */
const HEARD_FROM = Math.log(0.05);
/** Ways that are weighed of one row, at most: what is said with more of these words is no telephone number. */
const MOST = 24;

/**
 * The ways to say a row of digits: "five five five" is also "triple five", "double five, five" and "five, double five", as far as the head
 * hears any such word. It often hears "double" behind "triple", for half of the word is the same; both are then "triple".
 */
export function spellingsOf(digits: string, posteriors: Posteriors): Spelling[] {
  const [isDouble, isTriple] = [isHeard(posteriors, DOUBLE), isHeard(posteriors, TRIPLE)];
  const plain = { labels: [...digits].map((digit) => labelOf(Number(digit))), counts: [...digits].map(() => 1) };
  if (!isDouble && !isTriple) return [plain];
  let ways: Spelling[] = [{ labels: [], counts: [] }];
  for (const run of digits.match(/(\d)\1*/g) ?? []) {
    const own = waysOf(labelOf(Number(run[0])), run.length, isDouble, isTriple);
    ways = ways.flatMap((way) => own.map((more) => joined(way, more))).slice(0, MOST);
  }
  return ways.length === 0 ? [plain] : ways;
}

function isHeard({ frames, logs }: Posteriors, label: number): boolean {
  for (let frame = 0; frame < frames; frame += 1)
    if ((logs[frame * LABEL_COUNT + label] ?? Number.NEGATIVE_INFINITY) > HEARD_FROM) return true;
  return false;
}

/**
 * The ways to say one digit `count` times in a row, digit by digit first. Of four and more nobody says some one by one and doubles others:
 * what sounds like "double five, five, five" is a doubled digit before it that was not heard.
 */
function waysOf(label: number, count: number, isDouble: boolean, isTriple: boolean): Spelling[] {
  const plain = { labels: new Array<number>(count).fill(label), counts: new Array<number>(count).fill(1) };
  const words: [Spelling, number][] = [];
  if (isDouble) words.push([{ labels: [DOUBLE, label], counts: [0, 2] }, 2]);
  if (isTriple) words.push([{ labels: [TRIPLE, label], counts: [0, 3] }, 3]);
  if (isDouble && isTriple) words.push([{ labels: [TRIPLE, DOUBLE, label], counts: [0, 0, 3] }, 3]);
  const one = { labels: [label], counts: [1] };
  const rest = (left: number): Spelling[] =>
    left === 0
      ? [{ labels: [], counts: [] }]
      : words.flatMap(([word, said]) => (said > left ? [] : rest(left - said).map((more) => joined(word, more))));
  const besideOne = rest(count - 1).filter(({ labels }) => labels.length > 0);
  return [plain, ...(count > 1 ? rest(count) : []), ...besideOne.flatMap((more) => [joined(one, more), joined(more, one)])];
}

function joined(one: Spelling, other: Spelling): Spelling {
  return { labels: [...one.labels, ...other.labels], counts: [...one.counts, ...other.counts] };
}
