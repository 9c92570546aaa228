import { deriveDelivery } from '../delivery/delivery.ts';
import type { Artifacts } from '../documents/artifacts.ts';
import type { Facts, Message } from '../documents/message.ts';
import type { Review } from '../documents/review.ts';
import type { Transcript } from '../documents/transcript.ts';
import type { Waiver } from '../documents/waiver.ts';
import { judgeNotes, judgeTips, type ThresholdOverrides } from '../tips/judge.ts';
import { dictatedNumber } from '../tips/number-dictated.ts';
import type { Preferences } from '../tips/tip.ts';
import { decide } from './verdict.ts';

/** What a person may set for a review. */
export interface JudgeOptions extends Partial<Preferences> {
  /** Values for some thresholds, by tip id and name; `docs/tips/` lists them. */
  thresholds?: ThresholdOverrides;
  /** Findings the person does not mind, each with a reason. */
  waivers?: readonly Waiver[];
}

/** What was gathered and read of one message. */
export interface Reading {
  artifacts: Artifacts;
  transcript: Transcript;
  message: Message;
  facts: Facts;
}

/** Judges a message that was read already: delivery, tips, notes, verdict. */
export function judgeMessage({ artifacts, transcript, message, facts }: Reading, options: JudgeOptions = {}): Review {
  const delivery = deriveDelivery(artifacts, message);
  const preferences: Preferences = {
    goal: options.goal ?? 'either',
    otherTakes: options.otherTakes ?? [],
    paceWordsPerMinute: options.paceWordsPerMinute ?? null,
  };
  const input = { transcript, artifacts, message, facts, delivery, preferences };
  const judging = { thresholds: options.thresholds ?? {}, waivers: [...(artifacts.waivers ?? []), ...(options.waivers ?? [])] };
  const tips = judgeTips(input, judging);
  const number = dictatedNumber(artifacts, delivery, message);
  const { moves, people, phoneNumbers, emails, pleas, chances } = message;
  return {
    reviewVersion: 1,
    source: artifacts.source,
    transcript,
    message: { moves, people, phoneNumbers, emails, pleas },
    facts,
    chances,
    delivery,
    ...(number && { number }),
    tips,
    notes: judgeNotes(input, judging),
    verdict: decide({ tips, facts, chances, message }),
  };
}
