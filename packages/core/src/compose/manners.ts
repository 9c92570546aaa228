import { answerFirst, ask, askAfterAnswer, askForMinutes, primaryReply, repeat, replyOptions, secondNumber } from './grammar/answering.ts';
import {
  because,
  deadlineAndQuestion,
  minutesForQuestion,
  minutesThenQuestion,
  questionAlone,
  talk,
  talkAfterAsk,
  tieThenQuestion,
  topicAlone,
  topicAndQuestion,
} from './grammar/asking.ts';
import { about, closing, opening, tie } from './grammar/opening.ts';
import type { SpeechParts } from './grammar/parts.ts';
import type { Slot } from './grammar/slot.ts';

/** The manners a script can have: what comes right after the name. */
export const MANNERS = [
  'tie-first',
  'question-first',
  'deadline-first',
  'minutes-first',
  'topic-first',
  'answer-first',
  'ask-first',
] as const;

/** One of {@link MANNERS}. */
export type Manner = (typeof MANNERS)[number];

/** What each manner is called beside others of the same call. */
export const MANNER_NAMES: Readonly<Record<Manner, string>> = {
  'tie-first': 'the tie first',
  'question-first': 'the question first',
  'deadline-first': 'the date first',
  'minutes-first': 'the minutes first',
  'topic-first': 'the subject first',
  'answer-first': 'the number first',
  'ask-first': 'the ask first',
};

/** What each manner is good for, in plain words. */
export const MANNER_NOTES: Readonly<Record<Manner, string>> = {
  'tie-first': 'Opens with what ties you: best when the tie is a strong one.',
  'question-first': 'Opens with the question: best for someone busy.',
  'deadline-first': 'Opens with the date: best when the date is the reason to answer now.',
  'minutes-first': 'Opens with how little time it takes.',
  'topic-first': 'Opens with what it is about.',
  'answer-first': 'Opens with how to answer: best when the line is bad.',
  'ask-first': 'Opens with the ask for a reply.',
};

const answers = (parts: SpeechParts): Slot[] => [...secondNumber(parts), ...replyOptions(parts), ...repeat(parts), ...closing(parts)];
/** The same after the way to answer has opened the script: an assistant or a page is not offered twice. */
const furtherAnswers = (parts: SpeechParts): Slot[] => (primaryReply(parts) === 'other' ? closing(parts) : answers(parts));

/** The tie, and what the call is about: in one breath where nothing stands between them. */
function tieAndPurpose(parts: SpeechParts): Slot[] {
  const joined = tieThenQuestion(parts);
  return joined.length > 0 ? joined : [...tie(parts), ...about(parts), ...(parts.question ? topicAndQuestion(parts) : talk(parts))];
}

/** The order of the parts in each manner. The order is the manner; the caller's word about themselves goes where nothing urgent opens; the wording of a part is chosen elsewhere. */
const PLANS: Readonly<Record<Manner, (parts: SpeechParts) => Slot[]>> = {
  'tie-first': (parts) => [
    ...opening(parts),
    ...tieAndPurpose(parts),
    ...minutesForQuestion(parts),
    ...ask(parts, parts.deadline),
    ...because(parts),
    ...answers(parts),
  ],
  'question-first': (parts) => [
    ...opening(parts),
    ...(parts.question ? topicAndQuestion(parts) : talk(parts)),
    ...tie(parts),
    ...(parts.question ? askForMinutes(parts, parts.deadline) : ask(parts, parts.deadline)),
    ...because(parts),
    ...answers(parts),
  ],
  'deadline-first': (parts) => [
    ...opening(parts),
    ...deadlineAndQuestion(parts),
    ...because(parts),
    ...tie(parts),
    ...minutesForQuestion(parts),
    ...ask(parts, undefined),
    ...answers(parts),
  ],
  'minutes-first': (parts) => [
    ...opening(parts),
    ...minutesThenQuestion(parts),
    ...tie(parts),
    ...about(parts),
    ...ask(parts, parts.deadline),
    ...because(parts),
    ...answers(parts),
  ],
  'topic-first': (parts) => [
    ...opening(parts),
    ...(parts.question ? topicAlone(parts) : talk(parts)),
    ...tie(parts),
    ...questionAlone(parts),
    ...minutesForQuestion(parts),
    ...ask(parts, parts.deadline),
    ...because(parts),
    ...answers(parts),
  ],
  'answer-first': (parts) => [
    ...opening(parts),
    ...answerFirst(parts),
    ...tie(parts),
    ...(parts.question ? topicAndQuestion(parts) : talk(parts)),
    ...minutesForQuestion(parts),
    ...askAfterAnswer(parts),
    ...because(parts),
    ...about(parts),
    ...furtherAnswers(parts),
  ],
  'ask-first': (parts) => [
    ...opening(parts),
    ...ask(parts, parts.deadline),
    ...because(parts),
    ...tie(parts),
    ...(parts.question ? topicAndQuestion(parts) : talkAfterAsk(parts)),
    ...minutesForQuestion(parts),
    ...answers(parts),
  ],
};

/** The parts of a script in one manner, in order. */
export function planScript(manner: Manner, parts: SpeechParts): Slot[] {
  return PLANS[manner](parts);
}

/** The manners this brief has the parts for, best first. */
export function mannersFor(parts: SpeechParts): Manner[] {
  const has: Readonly<Record<Manner, boolean>> = {
    'tie-first': parts.tie.length > 0,
    'question-first': true,
    'deadline-first': parts.deadline !== undefined && (parts.question ?? parts.topic) !== undefined,
    'minutes-first': parts.minutes !== undefined && parts.question !== undefined,
    'topic-first': topicAlone(parts).length > 0 && parts.question !== undefined,
    'answer-first': true,
    'ask-first': true,
  };
  return MANNERS.filter((manner) => has[manner]);
}
