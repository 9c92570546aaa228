import type { Clues } from './clues.ts';
import { anyPart, type NgramHeads, type WeighedText } from './ngram-heads.ts';
import { type Ngram, ngramsOf, type TextPart } from './ngrams.ts';
import type { ReaderToken } from './reader-tokens.ts';

/** How far the words of a message press, as a whole and in its part that presses most. */
export interface Pressing {
  /** Calibrated chance that something in it presses or begs, 0..1. */
  chance: number;
  /** The words that press most: a short sentence whole, the core of a long one. */
  part: TextPart;
  /** Whether that part begs rather than presses. */
  begs: boolean;
}

/** The log odds that something in it presses, by the part that does so most and by the whole: what its chance is weighed from. */
export const pressingClues = (heads: NgramHeads, text: WeighedText): Clues => ({
  part: anyPart(heads, 'pressing.part', text),
  whole: heads.score('pressing.whole', text.whole),
});

/** How far words press or beg, from the calibrated chance that they do; undefined for a text without words. */
export function pressingOf(
  heads: NgramHeads,
  tokens: readonly ReaderToken[],
  { parts }: WeighedText,
  chance: number,
): Pressing | undefined {
  const scored = parts.map((part) => ({ part, score: heads.score('pressing.part', part) }));
  const [first, ...others] = scored;
  if (first === undefined) return undefined;
  const { part } = others.reduce((most, other) => (other.score > most.score ? other : most), first);
  return {
    chance,
    part: coreOf(tokens, part, (ngram) => heads.weightOf('pressing.part', ngram)),
    begs: heads.score('begging.part', part) > 0,
  };
}

/** Words of a sentence that is told whole; of a longer one, and of a window, its core is told. House rule: a quote one can take in at a glance. */
const LONGEST_WHOLE = 19;
/** Fewest and most words of a core. */
const CORE = { fewest: 7, fewestBesideContacts: 3, most: 14 };
/** What a core never reaches over. */
const CONTACTS: ReadonlySet<string> = new Set(['PHONE', 'EMAIL', 'WEB']);
/** Words that a core may lack to a border of its clause before it is widened to it. */
const NEAR_BORDER = 3;

/** The stretch of a long part to which its weights come down most, widened to the border of its clause where that is near. */
function coreOf(tokens: readonly ReaderToken[], part: TextPart, weightOf: (ngram: Ngram) => number): TextPart {
  const size = part.last - part.first + 1;
  // A number or an address stays: leaving out what presses must not take it away.
  const isContact = (token: number): boolean => CONTACTS.has(tokens[token]?.norm ?? '');
  const contacts = Array.from({ length: size }, (_, k) => isContact(part.first + k));
  const fewest = contacts.includes(true) ? CORE.fewestBesideContacts : CORE.fewest;
  if (size <= LONGEST_WHOLE && !contacts.includes(true)) return part;
  const shares = new Float64Array(size);
  for (const ngram of ngramsOf(tokens, part)) {
    const { first, last } = ngram;
    const share = weightOf(ngram) / (last - first + 1);
    for (let token = first - part.first; token <= last - part.first; token++) shares[token] = (shares[token] as number) + share;
  }
  let best = { first: 0, last: Math.min(size, fewest) - 1, sum: Number.NEGATIVE_INFINITY };
  for (let first = 0; first + fewest <= size; first++) {
    let sum = 0;
    for (let last = first; last < Math.min(size, first + CORE.most); last++) {
      if (contacts[last]) break;
      sum += shares[last] as number;
      if (last - first + 1 >= fewest && sum > best.sum) best = { first, last, sum };
    }
  }
  const isBorder = (token: number): boolean => token < 0 || token >= tokens.length || tokens[token]?.stop === true || isContact(token);
  const towards = (from: number, step: 1 | -1): number => {
    for (let more = 0; more <= NEAR_BORDER; more++) if (isBorder(from + step * (more + 1))) return from + step * more;
    return from;
  };
  return { first: towards(part.first + best.first, -1), last: towards(part.first + best.last, 1) };
}
