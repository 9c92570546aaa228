import { sigmoid } from './matrix.ts';
import { type PressPart, pressGrams, pressParts } from './press-parts.ts';
import type { ReaderToken } from './reader-tokens.ts';
import type { PressingWeights } from './weights.ts';

/** How far the words of a message press, as a whole and in its part that presses most. */
export interface Pressing {
  /** Calibrated chance that something in it presses or begs, 0..1. */
  chance: number;
  /** The log odds that the chance is of. */
  logit: number;
  /** The words that press most: a short sentence whole, the core of a long one. */
  part: PressPart;
  /** Whether that part begs rather than presses. */
  begs: boolean;
}

/** Weighs messages for pressure and begging. */
export type PressingHead = (tokens: readonly ReaderToken[]) => Pressing | undefined;

/** The head of the weights: a logistic regression over runs of words, of each part and of the whole message. */
export function openPressingHead(weights: PressingWeights): PressingHead {
  const { calibration } = weights;
  const rows = new Map(weights.grams.split('\n').map((gram, row) => [gram, row]));
  const scored = (tokens: readonly ReaderToken[], part: PressPart, bias: number, values: readonly number[]): number => {
    let sum = 0;
    let known = 0;
    for (const { gram } of pressGrams(tokens, part)) {
      const row = rows.get(gram);
      if (row === undefined) continue;
      known++;
      sum += values[row] ?? 0;
    }
    return bias + sum / Math.sqrt(Math.max(1, known));
  };
  return (tokens) => {
    const parts = pressParts(tokens).map((part) => ({ part, score: scored(tokens, part, weights.partBias, weights.part) }));
    const [first, ...others] = parts;
    if (first === undefined) return undefined;
    const { part } = others.reduce((most, other) => (other.score > most.score ? other : most), first);
    const whole = scored(tokens, { first: 0, last: tokens.length - 1 }, weights.wholeBias, weights.whole);
    const any = Math.log(parts.reduce((sum, { score }) => sum + Math.exp(score), 0));
    const logit = calibration.bias + calibration.part * any + calibration.whole * whole;
    const begs = scored(tokens, part, weights.beggingBias, weights.begging) > 0;
    const core = coreOf(tokens, part, (gram) => weights.part[rows.get(gram) ?? -1] ?? 0);
    return { chance: Math.round(sigmoid(logit) * 1000) / 1000, logit, part: core, begs };
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
function coreOf(tokens: readonly ReaderToken[], part: PressPart, weightOf: (gram: string) => number): PressPart {
  const size = part.last - part.first + 1;
  // A number or an address stays: leaving out what presses must not take it away.
  const isContact = (token: number): boolean => CONTACTS.has(tokens[token]?.norm ?? '');
  const contacts = Array.from({ length: size }, (_, k) => isContact(part.first + k));
  const fewest = contacts.includes(true) ? CORE.fewestBesideContacts : CORE.fewest;
  if (size <= LONGEST_WHOLE && !contacts.includes(true)) return part;
  const shares = new Float64Array(size);
  for (const { gram, first, last } of pressGrams(tokens, part)) {
    const share = weightOf(gram) / (last - first + 1);
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
