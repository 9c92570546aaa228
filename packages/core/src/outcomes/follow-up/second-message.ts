import type { Brief } from '../../brief/brief.ts';
import { type Composition, composeScripts } from '../../compose/compose.ts';
import { tieSentence } from '../../compose/grammar/tie.ts';
import { RingbackError } from '../../documents/failure.ts';
import type { Review } from '../../documents/review.ts';
import type { Reader } from '../../message/reader/index.ts';
import { spokenLength } from '../../spoken/length.ts';
import { scriptArtifacts } from '../../spoken/script-artifacts.ts';
import { review } from '../../verdict/review.ts';
import type { Call } from '../call.ts';

/** How the second message is composed. */
export interface SecondMessageOptions {
  reader: Reader;
  /** Words of the first message, where its text is at hand: the second is shorter. */
  first?: string;
  /** The day of the first message as one would say it: "Tuesday", "the 3rd". */
  day: string;
  seed?: number;
  /** How many scripts. Default 3. */
  count?: number;
}

/** A second message, as composed and as reviewed. */
export interface SecondMessage {
  brief: Brief;
  scripts: (Composition['scripts'][number] & { review: Review })[];
}

/** The second message takes at most this share of the seconds of the first, and never more than these. House rule. */
const SHORTER = { share: 0.8, seconds: 20 } as const;

/**
 * What the second message is made from: it refers to the first, says no more of the caller than what ties them, since who did not call back
 * need not remember it, keeps the one ask and comes at it from another side: answered by e-mail or text where the first asked for a call and
 * there is an address, else by a call.
 */
export function secondBrief(first: Brief, day: string): Brief {
  const { bridge, ...rest } = first;
  const { about: _known, ...caller } = first.caller;
  const other = first.replyChannels.some(({ channel }) => channel === 'email') ? 'email-reply' : 'call-back';
  const tie = bridge === undefined ? '' : `${tieSentence(bridge).replace(/[.!?]$/, '')}, and `;
  return {
    ...rest,
    caller,
    bridge: { tie: 'own-words', sentence: `${tie}I left you a message on ${day}.` },
    goal: first.goal === 'call-back' ? other : first.numbers.length > 0 ? 'call-back' : first.goal,
  };
}

/**
 * Composes the second message from the first and has it checked by the same tips.
 * @throws RingbackError "no-brief" where the call was logged without what it was composed from.
 */
export function composeSecond(call: Pick<Call, 'brief'>, options: SecondMessageOptions): SecondMessage {
  if (call.brief === null) {
    throw new RingbackError('no-brief', 'The call was logged without its brief: give the brief of the first message as well.');
  }
  const brief = secondBrief(call.brief as Brief, options.day);
  const shorter = options.first === undefined ? SHORTER.seconds : spokenLength(options.first).seconds * SHORTER.share;
  const { reader, seed = 1, count = 3 } = options;
  const { scripts } = composeScripts(brief, { reader, seed, count, budgetSec: Math.min(shorter, SHORTER.seconds) });
  return { brief, scripts: scripts.map((script) => ({ ...script, review: reviewed(script.text, brief.goal, reader) })) };
}

function reviewed(text: string, goal: Brief['goal'], reader: Reader): Review {
  return review(scriptArtifacts(text, { name: 'second message' }), { reader, goal });
}
