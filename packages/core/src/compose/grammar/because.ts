import type { SpeechParts } from './parts.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { sentence } from './speech.ts';

/** Words of a clause that alone would hang on nothing: "ours runs out". House rule. */
const SHORT_CLAUSE = 4;
const isShort = (clause: string) => clause.split(' ').length <= SHORT_CLAUSE;

/** "that's when we print", "the fees only come in then": what it points to stands right before it. */
const POINTS_BACK = /^that(?:['’]s| is) (?:when|the day)\b|\b(?:only|just)\b.*\bthen$/i;
/** "consultation closes": what ends or begins on the day that was named. */
const HAPPENS_THEN = /^[^,]*? (?:closes?|ends?|starts?|begins?|opens?|expires?|finish(?:es)?|runs? out)$/i;
const happensThen = (clause: string) => isShort(clause) && HAPPENS_THEN.test(clause);

/** Whether the reason is understood only right behind its date. */
export const leansOnDate = ({ because: reason }: SpeechParts): boolean =>
  reason !== undefined && 'clause' in reason && (POINTS_BACK.test(reason.clause) || happensThen(reason.clause));

/** Why it is needed by then, as the person put it; what could be a clause or a thing hangs on nothing. */
export function because(parts: SpeechParts): Slot[] {
  const { because: reason } = parts;
  if (!reason) return [];
  return slot(
    'because',
    wordings(parts).map((option) => option && sentence(option)),
    { drop: DROP_ORDER.because },
  );
}

function wordings({ because: reason, say }: SpeechParts): (string | false | undefined)[] {
  if (!reason) return [];
  if ('otherwise' in reason) return [say`Otherwise ${reason.otherwise}`, say`If not, ${reason.otherwise}`];
  if ('thing' in reason) return [reason.purpose && say`It is for ${reason.purpose}`, say`I am asking because of ${reason.thing}`];
  if ('typed' in reason) return [say`The reason: ${reason.typed}`];
  const { clause, alone } = reason;
  if (happensThen(clause)) return [say`That is when ${clause}`];
  if (alone || POINTS_BACK.test(clause) || /^that way /.test(clause)) return [clause];
  return [!isShort(clause) && clause, say`I am asking because ${clause}`];
}
