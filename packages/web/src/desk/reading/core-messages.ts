import type { Composition, FieldNote, MissingPart, NeedsFact, Review, Rewrite, TypedPlan } from '@ringback/core';

/** What the page's worker is asked; `turn` comes back with the answer. `pace` is the person's own, words per minute, where it is known. */
export type CoreQuestion =
  | { kind: 'review'; turn: number; text: string; pace: number | null }
  | { kind: 'rewrite'; turn: number; text: string; pace: number | null }
  | { kind: 'compose'; turn: number; plan: TypedPlan; seed: number; pace: number | null };

/** What it answers; a refusal is one sentence. */
export type CoreAnswer =
  | { kind: 'review'; turn: number; review: Review }
  | { kind: 'rewrites'; turn: number; rewrites: Rewrite[]; needs: NeedsFact[] }
  | { kind: 'composition'; turn: number; missing: MissingPart[]; composition: Composition | null; notes: FieldNote[] }
  | { kind: 'refusal'; turn: number; message: string };
