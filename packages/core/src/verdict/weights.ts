import type { TipId } from '../documents/review.ts';

/** What the verdict looks at: the tips, and facts that no tip owns. */
export type ElementId = Exclude<TipId, 'number'> | 'reach' | 'bound' | 'caller' | 'recipient' | 'dealings' | 'selling';

/** One element of the verdict. */
export interface Weight {
  /** Share of the whole; all weights add up to 1. */
  weight: number;
  /** Why it weighs what it weighs. */
  because: string;
}

/**
 * What each element weighs: fitted by a logistic regression on corpus messages by authors the reader has not seen
 * (`corpus/train/verdict.mjs`), then rounded, none below 0.01. `docs/scoring.md` gives the figures and the regression beside them.
 */
export const WEIGHTS: Readonly<Record<ElementId, Weight>> = {
  request: {
    weight: 0.22,
    because: 'A narrow ask is the easiest thing to say yes to: of all elements it tells returned from deleted best.',
  },
  bridge: {
    weight: 0.22,
    because: 'Without a tie the caller is a stranger, and strangers who ask are deleted unless the ask is very small.',
  },
  selling: { weight: 0.19, because: 'Praise of an offer is what people delete unheard, whoever it comes from.' },
  tone: { weight: 0.15, because: 'Flattery laid on, grovelling and pressure undo an otherwise good message.' },
  goal: { weight: 0.03, because: 'Nobody returns a call that was not asked for; but a bare “call me” from a stranger moves nobody.' },
  recipient: { weight: 0.07, because: 'Their own name says that the message is for them and no mass call.' },
  caller: { weight: 0.04, because: 'A caller without a name is not called back.' },
  'reply-option': { weight: 0.03, because: 'An easier way to answer helps those who would not call; its absence loses few.' },
  dealings: { weight: 0.02, because: 'A dentist’s office or a landlord is called back even when the message is clumsy.' },
  bound: { weight: 0.01, because: 'Minutes or a date make the reply a small, dated thing.' },
  reach: { weight: 0.01, because: 'A reply needs a number or another way that works; many listeners have the number on their screen.' },
  brevity: { weight: 0.01, because: 'A long message is cut off rather than refused: it matters less than what its first half says.' },
};

/** Where the decisions change, as shares of the whole. House rule, checked on labelled messages (`docs/scoring.md`). */
export const DECISION = {
  /** From here on the message reads like one that is returned. */
  returnFrom: 0.77,
  /** Below this it reads like one that is deleted. */
  deleteBelow: 0.69,
  /** Below this score of the element `reach` there is no way to answer that works, and no message is returned. */
  reachableFrom: 0.25,
} as const;
