import type { Message, ReadFact } from '../documents/message.ts';

/** Chances between which a fact is told as doubt. House rule: outside them the reader is right in nine of ten (docs/reader.md). */
export const DOUBT = { from: 0.3, to: 0.7 } as const;

/** Whether the reader could not tell a fact. By itself, without schemas: the page's first load has it. */
export function inDoubt(message: Pick<Message, 'chances'>, fact: ReadFact): boolean {
  const chance = message.chances[fact];
  return chance !== undefined && chance > DOUBT.from && chance < DOUBT.to;
}
