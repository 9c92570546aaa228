import type { SpeechParts } from './parts.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { sentence } from './speech.ts';

/** Why it is needed by then, as the person put it. */
export function because({ because: reason, say }: SpeechParts): Slot[] {
  if (!reason) return [];
  const options =
    'clause' in reason
      ? [reason.clause]
      : [reason.purpose && say`It is for ${reason.purpose}`, say`I am asking because of ${reason.thing}`];
  return slot(
    'because',
    options.map((option) => option && sentence(option)),
    { drop: DROP_ORDER.because },
  );
}
