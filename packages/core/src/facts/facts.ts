import { type Facts, type Message, READ_FACTS, type ReadFact } from '../documents/message.ts';

/** Bounds of the facts; every default is a house rule. */
export interface FactBounds {
  /** Words: budget of a script that can be heard out. */
  wordBudget: number;
  /** Chance from which a fact holds. */
  holdsFrom: number;
}

/** Defaults of {@link FactBounds}. */
export const FACT_DEFAULTS: FactBounds = { wordBudget: 75, holdsFrom: 0.5 };

/** Fewest digits of a number that can be dialled somewhere (a local number in North America). */
const FEWEST_DIGITS = 7;

/** The yes-or-no facts of a message, from its chances and from what the grammars found. */
export function deriveFacts(message: Message, bounds: Partial<FactBounds> = {}): Facts {
  const { wordBudget, holdsFrom } = { ...FACT_DEFAULTS, ...bounds };
  const complete = message.phoneNumbers.filter((number) => number.e164 !== null || number.digits.length >= FEWEST_DIGITS);
  const holds = Object.fromEntries(READ_FACTS.map((fact) => [fact, (message.chances[fact] ?? 0) >= holdsFrom])) as Record<
    ReadFact,
    boolean
  >;
  return {
    ...holds,
    brief: message.wordCount <= wordBudget,
    phone: complete.length > 0,
    phoneRepeated: complete.some((number) => number.mentions.length > 1),
  };
}
