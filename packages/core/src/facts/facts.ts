import { type Facts, type Message, READ_FACTS, type ReadFact } from '../documents/message.ts';
import { LENGTH_SEC } from '../spoken/length.ts';

/** Bounds of the facts; every default is a house rule. */
export interface FactBounds {
  /** Seconds: longest message that is heard out. */
  heardOutSec: number;
  /** Chance from which a fact holds. */
  holdsFrom: number;
}

/** Defaults of {@link FactBounds}. */
export const FACT_DEFAULTS: FactBounds = { heardOutSec: LENGTH_SEC.heardOut, holdsFrom: 0.5 };

/** Fewest digits of a number that can be dialled somewhere (a local number in North America). */
const FEWEST_DIGITS = 7;

/** The yes-or-no facts of what was said, from its chances and from what the grammars found; whether it is brief, its length says. */
export function deriveFacts(message: Message, bounds: Partial<FactBounds> = {}): Omit<Facts, 'brief'> {
  const { holdsFrom } = { ...FACT_DEFAULTS, ...bounds };
  const complete = message.phoneNumbers.filter((number) => number.e164 !== null || number.digits.length >= FEWEST_DIGITS);
  const holds = Object.fromEntries(READ_FACTS.map((fact) => [fact, (message.chances[fact] ?? 0) >= holdsFrom])) as Record<
    ReadFact,
    boolean
  >;
  return {
    ...holds,
    phone: complete.length > 0,
    phoneRepeated: complete.some((number) => number.mentions.length > 1),
  };
}

/** Whether a message of this length is heard out. */
export function isBrief(durationSec: number, bounds: Partial<FactBounds> = {}): boolean {
  return durationSec <= (bounds.heardOutSec ?? FACT_DEFAULTS.heardOutSec);
}
