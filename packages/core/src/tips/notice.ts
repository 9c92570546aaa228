import type { TipId, TipResult } from '../documents/review.ts';
import { saysNoReply } from '../message/no-reply.ts';
import { quoted } from './place.ts';
import type { TipInput } from './tip.ts';

type Judged = Pick<TipInput<unknown>, 'transcript' | 'message' | 'preferences'>;

/** The words by which a message is a mere notice; none where the person chose a reply as the goal. */
export const noticeOf = ({ transcript, message, preferences }: Judged) =>
  preferences.goal === 'either' ? saysNoReply(transcript, message) : undefined;

/** What the tips about asking and answering say of a notice. */
const HEADLINES: Readonly<Partial<Record<TipId, string>>> = {
  request: 'No reply is asked for, so no ask is needed.',
  number: 'No reply is asked for, so no number is needed.',
  'reply-option': 'No reply is asked for, so no other way to answer is needed.',
};
const NO_TIE_NEEDED = 'No reply is asked for, so no tie is needed.';

/** A tip's result for a notice: what is about asking and answering is out of scope, and so is a tie that is not there. */
export function judgedAsNotice(result: TipResult, input: Judged): TipResult {
  const notice = noticeOf(input);
  if (notice === undefined) return result;
  const headline =
    result.id === 'goal'
      ? `It asks for no reply: ${quoted(notice.quote)}.`
      : result.id === 'bridge' && result.status !== 'pass'
        ? NO_TIE_NEEDED
        : HEADLINES[result.id];
  return headline === undefined ? result : { id: result.id, status: 'notApplicable', score: null, headline, findings: [] };
}
