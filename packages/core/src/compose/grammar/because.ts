import type { SpeechParts } from './parts.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { sentence } from './speech.ts';

/** Words of a clause that alone would hang on nothing: "ours runs out". House rule. */
const SHORT_CLAUSE = 4;
const isShort = (clause: string) => clause.split(' ').length <= SHORT_CLAUSE;

/** Why it is needed by then, as the person put it. */
export function because({ because: reason, say }: SpeechParts): Slot[] {
  if (!reason) return [];
  if ('otherwise' in reason)
    return slot('because', [sentence(say`Otherwise ${reason.otherwise}`), sentence(say`If not, ${reason.otherwise}`)], {
      drop: DROP_ORDER.because,
    });
  const options =
    'clause' in reason
      ? [!isShort(reason.clause) && reason.clause, say`I am asking because ${reason.clause}`]
      : [reason.purpose && say`It is for ${reason.purpose}`, say`I am asking because of ${reason.thing}`];
  return slot(
    'because',
    options.map((option) => option && sentence(option)),
    { drop: DROP_ORDER.because },
  );
}
