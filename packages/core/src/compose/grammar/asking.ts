import { primaryReply } from './answering.ts';
import type { SpeechParts } from './parts.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { contract, sentence } from './speech.ts';

/** Words that carry meaning: a topic whose words the question repeats need not be said. */
function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 3 && !['with', 'from', 'this', 'that', 'your'].includes(word),
  );
}

/** The topic, where the question does not say it already. */
export function separateTopic({ topic, brief, question }: SpeechParts): string | undefined {
  if (!topic || !question || !brief.question) return topic;
  const asked = new Set(contentWords(brief.question));
  return contentWords(topic).every((word) => asked.has(word)) ? undefined : topic;
}

/** The topic in a sentence of its own. */
export function topicAlone(parts: SpeechParts): Slot[] {
  const { say, brief } = parts;
  const topic = separateTopic(parts);
  if (!topic) return [];
  return slot(
    'question',
    [
      say`I am calling about ${topic}.`,
      say`It is about ${topic}.`,
      brief.register !== 'casual' && say`My call is about ${topic}.`,
      say`This is about ${topic}.`,
    ],
    { drop: parts.question ? DROP_ORDER.topic : undefined },
  );
}

/** The question, in forms that do not name the topic. */
export function questionAlone({ say, question }: SpeechParts): Slot[] {
  if (!question) return [];
  const { direct, inside, clause } = question;
  return slot('question', [
    inside && say`I have one question: ${inside}`,
    clause && say`I would like to know ${clause}.`,
    inside && say`I am calling with one question: ${inside}`,
    inside && say`One question for you: ${inside}`,
    clause && say`I am calling to ask ${clause}.`,
    direct && say`I only have one question. ${direct}`,
    inside && say`May I ask you one thing: ${inside}`,
    inside && say`Just one thing: ${inside}`,
    clause && say`Could you tell me ${clause}?`,
  ]);
}

/** The tie and, in the same breath, what the call is about. */
export function tieThenQuestion(parts: SpeechParts): Slot[] {
  const { say, question, tie, shortTie } = parts;
  if (tie.length === 0 || !question || parts.brief.caller.about || ownSentence(parts)) return [];
  const { inside, clause: asked } = question;
  const topic = separateTopic(parts);
  const about = topic && ` about ${topic}`;
  const joined = (clauses: readonly string[], tail: string | undefined) =>
    clauses.flatMap((clause) => [
      asked && !tail && say`${clause}, and I would like to know ${asked}`,
      asked && tail && say`${clause}, and I am calling${tail}: I would like to know ${asked}`,
      inside && say`${clause}, and I have one question${tail}: ${inside}`,
      inside && say`${clause}, and I am calling with one question${tail}: ${inside}`,
    ]);
  const sentences = (clauses: readonly string[], tail: string | undefined) => joined(clauses, tail).map((text) => text && sentence(text));
  return slot('question', sentences(tie, about), { short: [...sentences(tie, undefined), ...sentences(shortTie, undefined)] });
}

/** The person's own words may be more than one clause: nothing is hung on them. */
const ownSentence = ({ brief: { bridge } }: SpeechParts): boolean =>
  bridge?.tie === 'own-words' && (bridge.sentence.length > LONGEST_CLAUSE || /[.!?,;:] /.test(bridge.sentence));

/** Longest clause, in characters, that another may follow in one breath. House rule. */
const LONGEST_CLAUSE = 60;

/** Topic and question in one breath; the short wordings keep the question alone. */
export function topicAndQuestion(parts: SpeechParts): Slot[] {
  const { say, question } = parts;
  const topic = separateTopic(parts);
  if (!question) return topicAlone(parts);
  if (!topic) return questionAlone(parts);
  const { direct, inside, clause } = question;
  return slot(
    'question',
    [
      inside && say`I have one question about ${topic}: ${inside}`,
      inside && say`I am calling about ${topic}, with one question: ${inside}`,
      clause && say`It is about ${topic}: I would like to know ${clause}.`,
      direct && say`I have a question about ${topic}. ${direct}`,
      clause && say`I am calling about ${topic}. Could you tell me ${clause}?`,
    ],
    { short: questionAlone(parts).flatMap(({ options }) => options) },
  );
}

/** The deadline with what is needed by then. */
export function deadlineAndQuestion(parts: SpeechParts): Slot[] {
  const { say, question, deadline, minutes } = parts;
  const topic = separateTopic(parts);
  if (!deadline) return [];
  if (question) {
    const { direct, inside, clause } = question;
    const wordings = (about: string | undefined) => [
      clause && say`Could you tell me ${deadline}${about && `, about ${about},`} ${clause}?`,
      inside && say`I am hoping for an answer ${deadline} to one question${about && ` about ${about}`}: ${inside}`,
      clause && !about && say`I am hoping to hear ${deadline} ${clause}.`,
      inside && say`There is one thing I would like to know ${deadline}${about && ` about ${about}`}: ${inside}`,
      inside && about && say`I have one question about ${about}, and I am hoping for an answer ${deadline}: ${inside}`,
      clause && about && say`I am calling about ${about}. Could you tell me ${deadline} ${clause}?`,
      direct && !about && say`I have one question, and I am hoping for an answer ${deadline}. ${direct}`,
    ];
    const plain = wordings(undefined);
    return topic ? slot('deadline', wordings(topic), { short: plain }) : slot('deadline', plain);
  }
  const long = minutes && ` for ${minutes.amount}`;
  return slot('deadline', [
    say`Could we talk${long} ${deadline} about ${topic}?`,
    say`I am hoping to talk with you${long} ${deadline} about ${topic}.`,
    say`Could you and I speak${long} ${deadline} about ${topic}?`,
    say`Would you have time ${deadline}${long && `, ${minutes.amount},`} to talk about ${topic}?`,
  ]);
}

/** How a reason begins that is a thing and no clause. */
const BECAUSE_OF = 'it is because of ';

/** Why it is needed by then, as the person put it. */
export function because({ because: reason, brief }: SpeechParts): Slot[] {
  const thing = reason?.startsWith(BECAUSE_OF) ? `${contract(BECAUSE_OF, brief.register)}${reason.slice(BECAUSE_OF.length)}` : reason;
  return slot('because', [thing && sentence(thing)], { drop: DROP_ORDER.because });
}

/** How long the answer takes; a call is spoken of only where one is asked for. */
export function minutesForQuestion(parts: SpeechParts): Slot[] {
  const { say, minutes, question } = parts;
  if (!minutes || !question) return [];
  const { amount, adjective } = minutes;
  const call = primaryReply(parts) === 'call';
  return slot(
    'minutes',
    [
      call && sentence(say`${adjective} call is enough.`),
      say`It takes ${amount}.`,
      sentence(say`${amount} will do.`),
      call && say`It will take ${amount} on the phone.`,
      call && sentence(say`${amount} on the phone is plenty.`),
      !call && sentence(say`${amount} should be enough.`),
    ],
    { drop: DROP_ORDER.minutes },
  );
}

/** The talk asked for, where there is a topic and no question. */
export function talk({ say, brief, minutes, question, topic }: SpeechParts): Slot[] {
  if (question || !topic) return [];
  if (!minutes)
    return slot('question', [
      say`I am calling about ${topic}.`,
      say`I would like to talk with you about ${topic}.`,
      brief.register === 'casual' ? say`It is about ${topic}.` : say`My call is about ${topic}.`,
    ]);
  const { amount, adjective } = minutes;
  return slot('question', [
    say`Could we talk for ${amount} about ${topic}?`,
    say`Could you give me ${amount} on the phone about ${topic}?`,
    say`I would like ${amount} of your time to talk about ${topic}.`,
    say`Could we have ${adjective} call about ${topic}?`,
    say`May I have ${amount} with you on ${topic}?`,
    say`Would you have ${amount} for ${topic}?`,
  ]);
}

/** The same once a call was asked for: how long it takes and what for, and no second ask. */
export function talkAfterAsk(parts: SpeechParts): Slot[] {
  const { say, minutes, question, topic } = parts;
  if (!minutes || question || !topic) return talk(parts);
  const { amount } = minutes;
  return slot('question', [
    say`I would like ${amount} of your time to talk about ${topic}.`,
    say`I am hoping for ${amount} on the phone about ${topic}.`,
    say`It is about ${topic}, and ${amount} will do.`,
  ]);
}

/** Whether there is time, and the question at once. */
export function minutesThenQuestion(parts: SpeechParts): Slot[] {
  const { say, minutes, question } = parts;
  if (!minutes) return [];
  if (!question) return talk(parts);
  const topic = separateTopic(parts);
  const { direct, inside, clause } = question;
  const { amount, adjective } = minutes;
  const about = topic && ` about ${topic}`;
  return slot('question', [
    direct && say`Could you spare ${amount} for one question${about}? ${direct}`,
    inside && say`I would like ${amount} of your time${about}, for one question: ${inside}`,
    clause && say`Could we have ${adjective} call${about}? I would like to know ${clause}.`,
    direct && say`Do you have ${amount} for a question${about}? ${direct}`,
  ]);
}
