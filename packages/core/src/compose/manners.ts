import { type AskWith, answerFirst, ask, askAfterAnswer, numberSaid, repeat, secondNumber } from './grammar/answering.ts';
import {
  askToTalk,
  deadlineAndQuestion,
  minutesThenQuestion,
  questionAlone,
  talk,
  tieThenQuestion,
  topicAlone,
  topicAndQuestion,
} from './grammar/asking.ts';
import { because, leansOnDate } from './grammar/because.ts';
import { minutesAfterAsk, takesTime } from './grammar/minutes.ts';
import { about, closing, opening, tie } from './grammar/opening.ts';
import type { SpeechParts } from './grammar/parts.ts';
import { primaryReply } from './grammar/primary-reply.ts';
import { numberAsOption, replyOptions } from './grammar/reply.ts';
import { type Slot, slot } from './grammar/slot.ts';

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

/** The number once more, right after it was said or at the end, and the other ways to answer. */
function answers(parts: SpeechParts, again: 'at-once' | 'at-the-end'): Slot[] {
  const primary = primaryReply(parts);
  if (primary === 'email') return [...numberAsOption(parts), ...repeat(parts, true), ...replyOptions(parts, primary), ...closing(parts)];
  const others = replyOptions(parts, primary);
  return again === 'at-once' || others.length === 0
    ? [...repeat(parts, true), ...secondNumber(parts), ...others, ...closing(parts)]
    : [...secondNumber(parts), ...others, ...repeat(parts, false), ...closing(parts)];
}

/** The same where the number stands further up; an assistant or a page that opened the script is not offered twice. */
function furtherAnswers(parts: SpeechParts, behindQuestion = false): Slot[] {
  const primary = primaryReply(parts);
  if (primary === 'other') return closing(parts);
  if (primary === 'email') return behindQuestion ? withoutOr(answers(parts, 'at-once')) : answers(parts, 'at-once');
  const others = behindQuestion ? withoutOr(replyOptions(parts, primary)) : replyOptions(parts, primary);
  return [...secondNumber(parts), ...others, ...repeat(parts, false), ...closing(parts)];
}

/** "Or write to me" right behind a question would answer it. */
function withoutOr(slots: Slot[]): Slot[] {
  return slots.map((one) => {
    const [options, short] = [one.options, one.short ?? []].map((some) => some.filter((option) => !/^Or /.test(option)));
    return { ...one, options: options?.length ? options : one.options, ...(short?.length ? { short } : {}) };
  });
}

/** Minutes that are those of a meeting stand with the question for it. */
const meetingMinutes = (parts: SpeechParts): Slot[] => (takesTime(parts) ? minutesAfterAsk(parts) : []);
/** The ask, with the minutes that the call itself takes. */
const askOnce = (parts: SpeechParts, more: AskWith): Slot[] => ask(parts, { ...more, minutes: !takesTime(parts) });
/** What the call is about, in a question or in a word. */
const matter = (parts: SpeechParts): Slot[] => [...(parts.question ? topicAndQuestion(parts) : talk(parts)), ...meetingMinutes(parts)];
/** Who is named in the tie is named before the question says "he". */
const tieBefore = (parts: SpeechParts): Slot[] => (parts.needsTie ? tie(parts) : []);
const tieAfter = (parts: SpeechParts): Slot[] => (parts.needsTie ? [] : tie(parts));

/** The tie, and what the call is about: in one breath where nothing stands between them. */
function tieAndPurpose(parts: SpeechParts): Slot[] {
  const joined = tieThenQuestion(parts);
  return joined.length > 0 ? [...joined, ...meetingMinutes(parts)] : [...tie(parts), ...about(parts), ...matter(parts)];
}

/** The talk asked for with its minutes, then the number alone. */
function talkThenNumber(parts: SpeechParts): Slot[] {
  if (primaryReply(parts) !== 'call') return [...talk(parts), ...tie(parts), ...askOnce(parts, { deadline: parts.deadline })];
  return [
    ...askToTalk(parts),
    ...(parts.deadline ? because(parts) : []),
    ...tie(parts),
    ...minutesAfterAsk(parts),
    ...slot('number', numberSaid(parts)),
  ];
}

/** "My call is about the lease" and "I'm calling to ask" announce one call twice. */
const ANNOUNCES = /^(?:(?:I am|I['’]m) (?:calling|getting in touch)|The reason I am calling)\b/;

function withoutSecondCall(slots: Slot[]): Slot[] {
  return slots.map((one) => {
    const options = one.options.filter((option) => !ANNOUNCES.test(option));
    return options.length > 0 ? { ...one, options } : one;
  });
}

/** The order of the parts in each manner. The order is the manner; the caller's word about themselves goes where nothing urgent opens; the wording of a part is chosen elsewhere. */
const PLANS: Readonly<Record<Manner, (parts: SpeechParts) => Slot[]>> = {
  'tie-first': (parts) => [
    ...opening(parts),
    ...tieAndPurpose(parts),
    ...askOnce(parts, { deadline: parts.deadline }),
    ...answers(parts, 'at-once'),
  ],
  'question-first': (parts) => [
    ...opening(parts),
    ...(parts.question
      ? [...tieBefore(parts), ...matter(parts), ...tieAfter(parts), ...askOnce(parts, { deadline: parts.deadline })]
      : talkThenNumber(parts)),
    ...answers(parts, 'at-the-end'),
  ],
  'deadline-first': (parts) => [
    ...opening(parts),
    ...tieBefore(parts),
    ...deadlineAndQuestion(parts),
    ...meetingMinutes(parts),
    ...because(parts),
    ...tieAfter(parts),
    ...askOnce(parts, { asked: true }),
    ...answers(parts, 'at-the-end'),
  ],
  'minutes-first': (parts) => [
    ...opening(parts),
    ...tieBefore(parts),
    ...minutesThenQuestion(parts),
    ...tieAfter(parts),
    ...about(parts),
    ...ask(parts, { deadline: parts.deadline }),
    ...answers(parts, 'at-once'),
  ],
  'topic-first': (parts) => [
    ...opening(parts),
    ...topicAlone(parts),
    ...tie(parts),
    ...withoutSecondCall(questionAlone(parts)),
    ...meetingMinutes(parts),
    ...askOnce(parts, { deadline: parts.deadline }),
    ...answers(parts, 'at-once'),
  ],
  'answer-first': (parts) => [
    ...opening(parts),
    ...answerFirst(parts),
    ...tie(parts),
    ...matter(parts),
    ...askAfterAnswer(parts),
    ...about(parts),
    ...furtherAnswers(parts),
  ],
  'ask-first': (parts) => [
    ...opening(parts),
    ...askOnce(parts, { deadline: parts.deadline, first: true }),
    ...tie(parts),
    ...matter(parts),
    ...furtherAnswers(parts, true),
  ],
};

/** A sentence that names the subject. */
const NAMES_TOPIC = /^(?:(?:I am|I['’]m) calling|It(?:['’]s| is)|This is|My call is) about .+?[.!?] (?=\p{Lu})/u;

/** What was told with the question stands right before it, and behind its subject: "I'm calling about the invoice. It's overdue. When ..." */
function withContext(slots: Slot[], { context, reason, topic }: SpeechParts): Slot[] {
  if (!context && !reason) return slots;
  const at = slots.findLastIndex(({ kind }) => kind === 'question' || kind === 'deadline');
  const told = (options: readonly string[]) =>
    options.map((option) => {
      const subject = NAMES_TOPIC.exec(option)?.[0] ?? '';
      return [subject.trim(), context, option.slice(subject.length), reason].filter(Boolean).join(' ');
    });
  const inOrder = (options: readonly string[]) => options.filter((option) => !topic || !option.includes(topic) || NAMES_TOPIC.test(option));
  return slots.map((one, index) => {
    if (index !== at) return one;
    const ordered = inOrder(one.options);
    const options = ordered.length > 0 ? ordered : one.options;
    return { ...one, options: told(options), ...(one.short ? { short: told(one.short) } : {}) };
  });
}

/** Longest talk that opens a message well, in minutes. House rule. */
const SOON_OVER_MIN = 15;

/** The parts of a script in one manner, in order. */
export function planScript(manner: Manner, parts: SpeechParts): Slot[] {
  return withContext(PLANS[manner](parts), parts);
}

/** No day that one could hope for an answer by. */
const OPEN_DATE = /^(?:as soon as|soon|some ?time|any ?time|over|during)\b/i;

/** The manners this brief has the parts for, best first. */
export function mannersFor(parts: SpeechParts): Manner[] {
  const has: Readonly<Record<Manner, boolean>> = {
    'tie-first': parts.tie.length > 0,
    'question-first': true,
    'deadline-first':
      parts.deadline !== undefined &&
      !OPEN_DATE.test(parts.deadline) &&
      !leansOnDate(parts) &&
      !parts.question?.tells &&
      !parts.question?.asIs &&
      (parts.question ?? parts.topic) !== undefined,
    'minutes-first':
      parts.minutes !== undefined &&
      (parts.brief.minutes ?? 0) <= SOON_OVER_MIN &&
      parts.question?.about === 'answer' &&
      !parts.question.tells &&
      !parts.question.asIs &&
      parts.question.lead.noun === 'question',
    'topic-first': topicAlone(parts).length > 0 && parts.question !== undefined,
    'answer-first': true,
    'ask-first': true,
  };
  return MANNERS.filter((manner) => has[manner]);
}
