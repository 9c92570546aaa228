import type { BriefDraft, ComposedScript, Composition, MissingPart, NeedsFact, Review, Rewrite } from '@ringback/core';

/** What the page's worker is asked; `turn` comes back with the answer. */
export type CoreQuestion =
  | { kind: 'review'; turn: number; text: string }
  | { kind: 'rewrite'; turn: number; text: string }
  | { kind: 'compose'; turn: number; draft: BriefDraft; seed: number };

/** What it answers; a refusal is one sentence. */
export type CoreAnswer =
  | { kind: 'review'; turn: number; review: Review }
  | { kind: 'rewrites'; turn: number; rewrites: Rewrite[]; needs: NeedsFact[] }
  | { kind: 'composition'; turn: number; missing: MissingPart[]; composition: TimedComposition | null; badNumber: boolean }
  | { kind: 'refusal'; turn: number; message: string };

/** Composed scripts with the seconds that each takes when spoken, as its review will count them. */
export type TimedComposition = Omit<Composition, 'scripts'> & { scripts: (ComposedScript & { seconds: number })[] };
