import { LENGTH_SEC } from '../spoken/length.ts';
import { separateTopic } from './grammar/asking.ts';
import { saysStanding } from './grammar/opening.ts';
import type { SpeechParts } from './grammar/parts.ts';
import type { SlotKind } from './grammar/slot.ts';
import { type Manner, mannersFor, planScript } from './manners.ts';
import { fewestSeconds } from './wording.ts';
import { type Stopwatch, stopwatch } from './words.ts';

/** Parts that may be left out of a script that is too long, by what is lost with them: the one without which a question means nothing first. */
const WORTH = {
  topic: ['question', 'deadline'],
  callerOrganisation: ['opening'],
  because: ['because'],
} as const satisfies Readonly<Record<string, readonly SlotKind[]>>;

/** One of the parts above, by its field. */
export type SparePart = keyof typeof WORTH;

/** Whether a brief has such a part. */
const HAS: Readonly<Record<SparePart, (parts: SpeechParts) => boolean>> = {
  topic: (parts) => separateTopic(parts) !== undefined,
  callerOrganisation: (parts) => saysStanding(parts),
  because: ({ because }) => because !== undefined,
};

/** The parts that a script of one manner has room for, those that are missed most first. */
function roomIn(manner: Manner, parts: SpeechParts, secondsOf: Stopwatch, budgetSec: number): SparePart[] {
  const slots = planScript(manner, parts);
  const kept: SparePart[] = [];
  for (const part of Object.keys(WORTH) as SparePart[])
    if (HAS[part](parts) && fewestSeconds(slots, secondsOf, kindsOf([...kept, part])) <= budgetSec) kept.push(part);
  return kept;
}

const kindsOf = (some: readonly SparePart[]): SlotKind[] => some.flatMap((part) => [...WORTH[part]]);

/** The kinds of slots that lose nothing in a script of each manner. */
export const roomsFor = (parts: SpeechParts, secondsOf: Stopwatch, budgetSec: number): ReadonlyMap<Manner, SlotKind[]> =>
  new Map(mannersFor(parts).map((manner) => [manner, kindsOf(roomIn(manner, parts, secondsOf, budgetSec))]));

/** The parts of a brief for which no script of thirty seconds has room. */
export function partsWithoutRoom(parts: SpeechParts): SparePart[] {
  const secondsOf = stopwatch(undefined);
  const rooms = mannersFor(parts).map((manner) => roomIn(manner, parts, secondsOf, LENGTH_SEC.heardOut));
  return (Object.keys(WORTH) as SparePart[]).filter((part) => HAS[part](parts) && !rooms.some((room) => room.includes(part)));
}
