import type { SpeechParts } from './parts.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { sentence } from './speech.ts';

/** Longest call that one asks for with a question, in minutes. House rule. */
const LONGEST_CALL_MIN = 20;

/** Whether the minutes are those of what the question is for: a meeting, a visit, a signature. */
export const takesTime = ({ question, brief }: SpeechParts): boolean =>
  question !== undefined && (question.about === 'time' || (brief.minutes ?? 0) > LONGEST_CALL_MIN);

/** How long it takes, after it was asked for: a call, an answer, or the meeting that the question is about. */
export function minutesAfterAsk(parts: SpeechParts): Slot[] {
  const { say, minutes, brief, numbers } = parts;
  if (!minutes) return [];
  const { amount } = minutes;
  const drop = DROP_ORDER.minutes;
  if (takesTime(parts))
    return slot(
      'minutes',
      [sentence(say`${amount} would be plenty.`), say`I would only need ${amount}.`, say`It would only take ${amount}.`],
      { drop },
    );
  const byPhone = numbers.length > 0 && brief.goal !== 'email-reply';
  return slot(
    'minutes',
    byPhone
      ? [
          say`It will only take ${amount}.`,
          sentence(say`${amount} is plenty.`),
          sentence(say`${amount} on the phone is plenty.`),
          say`It will only take ${amount} on the phone.`,
        ]
      : [say`It will only take ${amount} of your time.`, sentence(say`${amount} of your time is plenty.`)],
    { drop },
  );
}
