import type { Call, OutcomeKind } from '@ringback/core';

/** What a call can be about. */
export const OBJECTIVE_NAMES = [
  ['job', 'A job'],
  ['client', 'A new client'],
  ['meeting', 'A meeting'],
  ['other', 'Something else'],
] as const satisfies readonly (readonly [Call['objective'], string])[];

/** What can come of a call, as its button and as it is told. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeKind, { button: string; told: string }>> = {
  phone: { button: 'They called back', told: 'called back' },
  email: { button: 'They wrote', told: 'wrote back' },
  met: { button: 'We met', told: 'met' },
  declined: { button: 'They said no', told: 'said no' },
  nothing: { button: 'Nothing, I have stopped waiting', told: 'nothing came' },
};

/** "A job". */
export const objectiveName = (objective: Call['objective']): string =>
  OBJECTIVE_NAMES.find(([name]) => name === objective)?.[1] ?? 'Something else';

/** A day as a person says it: "today", "12 Nov", "12 Nov 2024". */
export function day(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  if (at.toDateString() === now.toDateString()) return 'today';
  const year = at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return at.toLocaleDateString(undefined, { day: 'numeric', month: 'short', ...year });
}

/** What a field for a moment holds, on the person's own clock: "2026-11-03T10:30". */
export function fieldMoment(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The moment that such a field says; null while it says none. */
export function momentOfField(text: string): string | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Where a call stands, in a few words: "called back 12 Nov", "waiting since 3 Nov". */
export function standing({ leftAt, outcomes, followed }: Pick<Call, 'leftAt' | 'outcomes' | 'followed'>): string {
  if (outcomes.length === 0) return followed ? `waiting since ${day(leftAt)}` : 'nobody noted what came';
  return outcomes.map(({ kind, at }) => `${OUTCOME_WORDS[kind].told} ${day(at)}`).join(', ');
}
