import type { TipId } from '../documents/review.ts';

/** What the verdict looks at: the tips, and three facts that no tip owns. */
export type ElementId = Exclude<TipId, 'number'> | 'reach' | 'bound' | 'caller' | 'recipient';

/** One element of the verdict. */
export interface Weight {
  /** Share of the whole; all weights add up to 1. */
  weight: number;
  /** Why it weighs what it weighs. */
  because: string;
}

/**
 * What each element weighs. Set by hand, and checked on labelled messages of our own and of other hands:
 * `docs/scoring.md` gives the figures.
 */
export const WEIGHTS: Readonly<Record<ElementId, Weight>> = {
  tone: { weight: 0.2, because: 'Flattery laid on and grovelling undo an otherwise good message.' },
  bridge: {
    weight: 0.18,
    because: 'Without a tie the caller is a stranger, and strangers who ask are deleted unless the ask is very small.',
  },
  request: {
    weight: 0.16,
    because: 'A narrow ask is the easiest thing to say yes to; but of all elements it is the one we read least surely, so it is held down.',
  },
  goal: { weight: 0.13, because: 'Nobody returns a call that was not asked for; but a bare “call me” from a stranger moves nobody.' },
  reach: { weight: 0.09, because: 'A reply needs a number or another way that works; many listeners have the number on their screen.' },
  recipient: { weight: 0.08, because: 'Their own name says that the message is for them and no mass call.' },
  bound: { weight: 0.05, because: 'Minutes or a date make the reply a small, dated thing.' },
  caller: { weight: 0.05, because: 'A caller without a name is not called back.' },
  'reply-option': { weight: 0.04, because: 'An easier way to answer helps those who would not call; its absence loses few.' },
  brevity: { weight: 0.02, because: 'A long message is cut off rather than refused: it matters less than what its first half says.' },
};

/** Where the decisions change, as shares of the whole. House rule, checked on labelled messages (`docs/scoring.md`). */
export const DECISION = {
  /** From here on the message reads like one that is returned. */
  returnFrom: 0.75,
  /** Below this it reads like one that is deleted. */
  deleteBelow: 0.52,
  /** Below this score of the element `reach` there is no way to answer that works, and no message is returned. */
  reachableFrom: 0.25,
} as const;
