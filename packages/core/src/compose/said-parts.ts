import { isPlaceOnly } from '../brief/typed/person.ts';
import { separateTopic } from './grammar/asking.ts';
import { standing } from './grammar/opening.ts';
import type { SpeechParts } from './grammar/parts.ts';
import type { Reason } from './grammar/reason.ts';
import { helperIn } from './grammar/reply.ts';

/** What a brief may hold and a script may do without; `tieInFull` is the tie with when and where. */
export const SPARE_PARTS = [
  'whom',
  'topic',
  'callerOrganisation',
  'deadline',
  'because',
  'bridge',
  'tieInFull',
  'minutes',
  'email',
  'assistant',
] as const;

/** One of {@link SPARE_PARTS}. */
export type SparePart = (typeof SPARE_PARTS)[number];

function reasonOf(reason: Reason): string {
  if ('clause' in reason) return reason.clause;
  if ('otherwise' in reason) return reason.otherwise;
  return 'typed' in reason ? reason.typed : reason.thing;
}
const some = (...texts: (string | undefined)[]) => texts.filter((text) => text !== undefined && text !== '') as string[];

/** The phrases any of which says a part; none where the brief has no such part. */
const SAYINGS: Readonly<Record<SparePart, (parts: SpeechParts) => readonly string[]>> = {
  whom: ({ names, brief }) => some(names.whom || (isPlaceOnly(brief.whom) ? undefined : brief.whom.name)),
  topic: (parts) => some(separateTopic(parts)),
  callerOrganisation: (parts) => some(standing(parts).role ?? standing(parts).from),
  deadline: ({ deadline }) => some(deadline),
  because: ({ because }) => some(because && reasonOf(because)),
  bridge: ({ tie, shortTie }) => [...tie, ...shortTie],
  tieInFull: ({ tie, shortTie }) => (shortTie.length > 0 ? tie : []),
  minutes: ({ minutes }) => some(minutes?.amount, minutes?.adjective),
  email: ({ email }) => some(email),
  assistant: (parts) => some(helperIn(parts)),
};

/** Whether a brief has a part that a script could say. */
export const hasPart = (part: SparePart, parts: SpeechParts): boolean => SAYINGS[part](parts).length > 0;

/** Whether a text says a part. What is said a second time may be shorter there: the text is read before that. */
export const says = (part: SparePart, text: string, parts: SpeechParts): boolean => {
  const said = text.toLowerCase();
  return SAYINGS[part](parts).some((phrase) => said.includes(phrase.toLowerCase()));
};

/** The parts of a brief that a text says. */
export const saidParts = (text: string, parts: SpeechParts): SparePart[] => SPARE_PARTS.filter((part) => says(part, text, parts));
