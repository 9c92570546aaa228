import { followTake } from '../delivery/following/follow-take.ts';
import { messageSeconds, nobodySpeaks } from '../delivery/sounds/index.ts';
import type { Artifacts } from '../documents/artifacts.ts';
import { RingbackError } from '../documents/failure.ts';
import type { Review } from '../documents/review.ts';
import type { Transcript } from '../documents/transcript.ts';
import { deriveFacts, type FactBounds, isBrief } from '../facts/index.ts';
import type { PhoneNumberOptions } from '../message/phone-numbers/index.ts';
import { type ReadMessageOptions, readMessage } from '../message/read-message.ts';
import { type JudgeOptions, judgeMessage } from './judge-message.ts';

/** What a person may set for a review; plain data. */
export interface ReviewSettings extends JudgeOptions, PhoneNumberOptions {
  /** Where chances and seconds become facts. */
  facts?: Partial<FactBounds>;
}

/** What a review needs, and what a person may set for it. */
export interface ReviewOptions extends ReviewSettings, ReadMessageOptions {}

/**
 * Reads and judges what was gathered from a script or a recording. Pure: the same artifacts give the same review.
 *
 * Throws where there is nothing to judge, so that no message gets a verdict it did not earn: `nothing-heard` when the
 * recording could not be turned into words, `nobody-speaks` when no one speaks in it, `nothing-to-review` when there is no word, `not-english` when the words are in another language.
 */
export function review(artifacts: Artifacts, options: ReviewOptions): Review {
  const transcript = wordsOf(artifacts);
  const message = readMessage(transcript, options);
  if (message.language === 'none') throw nothingToReview(artifacts);
  if (message.language === 'other') {
    throw new RingbackError('not-english', 'The message does not seem to be in English, and Ringback reads only English so far.');
  }
  const facts = { ...deriveFacts(message, options.facts), brief: isBrief(messageSeconds(artifacts), options.facts) };
  const judged = judgeMessage({ artifacts, transcript, message, facts }, options);
  if (artifacts.script === undefined) return judged;
  const following = followTake(artifacts.script, transcript, options);
  return following === null ? judged : { ...judged, following };
}

function wordsOf(artifacts: Artifacts): Transcript {
  const { transcript } = artifacts;
  if (!transcript.ok) throw new RingbackError('nothing-heard', `No words could be had from the recording: ${transcript.reason}`);
  if (transcript.value.words.length > 0) return transcript.value;
  if (artifacts.sound?.sounds !== undefined) throw new RingbackError('nobody-speaks', nobodySpeaks(artifacts));
  throw nothingToReview(artifacts);
}

function nothingToReview({ source }: Artifacts): RingbackError {
  const mend = source.kind === 'script' ? 'write what you would say' : 'record it again, closer to the phone';
  return new RingbackError('nothing-to-review', `There is no word to review in the ${source.kind}: ${mend}.`);
}
