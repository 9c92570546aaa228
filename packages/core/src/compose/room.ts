import type { SpeechParts } from './grammar/parts.ts';
import type { Slot, SlotKind } from './grammar/slot.ts';
import { type Manner, planScript } from './manners.ts';
import { hasPart, type SparePart, says } from './said-parts.ts';
import { fewestSeconds } from './wording.ts';
import type { Stopwatch } from './words.ts';

/** The slots that say a part which may be left out of a script that is too long. */
const SAID_IN: Readonly<Partial<Record<SparePart, readonly SlotKind[]>>> = {
  topic: ['question', 'deadline'],
  callerOrganisation: ['opening'],
  because: ['because'],
  assistant: ['reply'],
  email: ['reply'],
  minutes: ['minutes'],
  tieInFull: ['tie'],
};
/** What every script says where it has room, by what is lost with it: that without which a question means nothing first. */
const IN_EVERY = ['topic', 'callerOrganisation', 'because'] as const satisfies readonly SparePart[];
/** The same where there is no question: the minutes are what makes the ask a small one. */
const IN_EVERY_TALK = ['topic', 'minutes', 'callerOrganisation', 'because'] as const satisfies readonly SparePart[];
/** What is enough in one script of several. */
const IN_ONE = ['assistant', 'email', 'minutes', 'tieInFull'] as const satisfies readonly SparePart[];

/** How much room the scripts of one brief have. */
export class Room {
  readonly #parts: SpeechParts;
  readonly #secondsOf: Stopwatch;
  readonly #budgetSec: number;
  readonly #inEvery = new Map<Manner, SparePart[]>();

  constructor(parts: SpeechParts, secondsOf: Stopwatch, budgetSec: number) {
    this.#parts = parts;
    this.#secondsOf = secondsOf;
    this.#budgetSec = budgetSec;
  }

  /** The parts a script of one manner has room for, of those that every script says; what is missed most first. */
  of(manner: Manner): readonly SparePart[] {
    const order = this.#parts.brief.question === undefined ? IN_EVERY_TALK : IN_EVERY;
    const known = this.#inEvery.get(manner) ?? this.#fitting(manner, order);
    this.#inEvery.set(manner, known);
    return known;
  }

  /** The parts each of several scripts keeps: what every script says, and one of them what is enough in one. */
  shared(manners: readonly Manner[]): SparePart[][] {
    const rooms = manners.map((manner) => [...this.of(manner)]);
    for (const part of IN_ONE) {
      // The first script is the best as it is.
      const at = [...manners.keys()]
        .reverse()
        .find((place) => this.#fitting(manners[place], [...(rooms[place] ?? []), part]).includes(part));
      if (at !== undefined) rooms[at]?.push(part);
    }
    return rooms;
  }

  /** The parts of an order that fit beside those before them. */
  #fitting(manner: Manner | undefined, order: readonly SparePart[]): SparePart[] {
    if (!manner) return [];
    const slots = planScript(manner, this.#parts);
    const kept: SparePart[] = [];
    for (const part of new Set(order)) {
      const isThere = hasPart(part, this.#parts) && slots.some(({ kind }) => SAID_IN[part]?.includes(kind));
      if (isThere && fewestSeconds(keeping(slots, [...kept, part], this.#parts), this.#secondsOf) <= this.#budgetSec) kept.push(part);
    }
    return kept;
  }
}

/** The slots with no wording that leaves out one of some parts. */
export function keeping(slots: readonly Slot[], kept: readonly SparePart[], parts: SpeechParts): Slot[] {
  return kept.reduce(
    (now, part) =>
      now.map((slot) => {
        if (!SAID_IN[part]?.includes(slot.kind)) return slot;
        const { kind, options, short = [] } = slot;
        if (!INSTEAD.has(part)) return { kind, options };
        const saying = [...options, ...short].filter((option) => says(part, option, parts));
        return saying.length > 0 ? { ...slot, options: saying, short: [] } : slot;
      }),
    [...slots],
  );
}

/** Parts of which one may stand in for the other: their slot keeps the wordings that say it. */
const INSTEAD: ReadonlySet<SparePart> = new Set(['assistant', 'email']);
