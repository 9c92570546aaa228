import { ENGLISH_MONTHS } from './dates.ts';
import type { SpeechParts } from './parts.ts';
import { primaryReply } from './primary-reply.ts';
import { DROP_ORDER, type Slot, slot } from './slot.ts';
import { sentence } from './speech.ts';

/** Words that carry meaning: a topic whose words the question repeats need not be said. */
function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !CARRIES_NOTHING.test(word));
}
const CARRIES_NOTHING =
  /^(?:the|an?|of|for|in|on|at|to|by|up|as|and|or|is|it|its|my|our|your|his|her|their|this|that|with|from|about|all|any|how|who|why|s|t)$/;

/** "sponsoring" and "sponsor" are one word here. */
const stemOf = (word: string) => word.replace(/(?:ing|ed|es|s)$/, '');

/** The topic, where the question does not say it already. */
export function separateTopic({ topic, question, brief: { whom } }: SpeechParts): string | undefined {
  if (!topic || !question) return topic;
  // Where the listener is goes without saying.
  const here =
    topic.endsWith(` ${whom.organisation ?? ''}`) && topic.slice(0, -(whom.organisation ?? '').length).replace(/ at (?:the )?$/, '');
  const asked = new Set(contentWords(`${question.inside} ${question.clause ?? ''}`).map(stemOf));
  const named = contentWords(here || topic);
  return named.length > 0 && named.every((word) => asked.has(stemOf(word))) ? undefined : topic;
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
    { drop: parts.question && !parts.needsTopic ? DROP_ORDER.topic : undefined },
  );
}

/** What went wrong is the reason of a call, and no news. */
const COMPLAINS =
  /^you (?:offered|promised|said|mentioned|asked|agreed|told|wanted|were going)\b|\bneeds?\b|\b(?:again|broken|leaking|out of order|blocked|has run out|ran out|stopped working|wrong|damaged|missing|stuck|cracked|overdue|too loud)\b|^(?:my|our|the|you|your)\b.*(?:\bnot\b|n['’]t\b|\bnever\b)|.\bbut\b/i;

/** A clause begins with whom or what it is told of; what does not is hung on nothing. */
const HAS_SUBJECT =
  /^(?:I|you|we|they|he|she|it|there|this|that|these|those|the|an?|my|your|our|their|his|her|its|both|all|some|no|nobody|someone|one|two|three|\d+)\b|^\p{Lu}/u;

/** The question, in forms that do not name the topic; what is only told is told. */
export function questionAlone({ say, question }: SpeechParts): Slot[] {
  if (!question) return [];
  const { direct, inside, clause, lead } = question;
  if (question.asIs)
    return slot('question', [direct, inside && say`One quick question: ${inside}`, inside && say`Just one question: ${inside}`]);
  // What runs on is hung on nothing.
  if (
    question.tells &&
    /, |^(?:I|we) (?:would|['’]d) (?:be|appreciate)\b|\b(?:would like|wonder(?:ed|ing)?|hop(?:e|ed|ing)|haven['’]t heard)\b| (?:and|so|but) (?:I|we|you|they|he|she|it)\b/i.test(
      clause ?? '',
    )
  )
    return slot('question', [sentence(clause ?? '')]);
  if (question.tells && COMPLAINS.test(clause ?? ''))
    return slot('question', [
      sentence(clause ?? ''),
      ...(HAS_SUBJECT.test(clause ?? '')
        ? [
            say`I am calling because ${clause}.`,
            say`The reason I am calling is that ${clause}.`,
            say`I am getting in touch because ${clause}.`,
          ]
        : []),
    ]);
  if (question.tells)
    return slot('question', [
      sentence(clause ?? ''),
      say`I am calling to let you know that ${clause}.`,
      say`I wanted to let you know that ${clause}.`,
      say`I am calling to tell you that ${clause}.`,
    ]);
  const [known, single] = [!question.requests && clause, lead.plain === 'one question'];
  return slot('question', [
    inside && say`I have ${lead.plain}: ${inside}`,
    known && say`I would like to know ${known}.`,
    inside && say`I am calling with ${lead.plain}: ${inside}`,
    inside && single && say`One question for you: ${inside}`,
    clause && say`I am calling to ask ${clause}.`,
    direct && !lead.several && say`I only have ${lead.plain}. ${direct}`,
    inside && single && !/^may i\b/i.test(inside) && say`May I ask you one thing: ${inside}`,
    inside && !lead.several && say`Just one thing: ${inside}`,
    clause && say`I was wondering ${clause}.`,
  ]);
}

/** The tie and, in the same breath, what the call is about. */
export function tieThenQuestion(parts: SpeechParts): Slot[] {
  const { say, question, tie, shortTie } = parts;
  if (tie.length === 0 || !question || question.tells || question.asIs || parts.context || parts.brief.caller.about || ownSentence(parts))
    return [];
  const { inside, clause: asked, lead } = question;
  const topic = separateTopic(parts);
  const about = topic && ` about ${topic}`;
  const joined = (clauses: readonly string[], tail: string | undefined) =>
    clauses.flatMap((clause) => [
      asked && !question.requests && !tail && say`${clause}, and I would like to know ${asked}`,
      asked && !tail && say`${clause}, and I am calling to ask ${asked}`,
      inside && say`${clause}, and I have ${lead.plain}${tail}: ${inside}`,
      inside && say`${clause}, and I am calling with ${lead.plain}${tail}: ${inside}`,
    ]);
  const sentences = (clauses: readonly string[], tail: string | undefined) => joined(clauses, tail).map((text) => text && sentence(text));
  const short = parts.needsTopic ? about : undefined;
  return slot('question', sentences(tie, about), { short: [...sentences(tie, short), ...sentences(shortTie, short)] });
}

/** The person's own words may be more than one clause: nothing is hung on them. */
const ownSentence = ({ brief: { bridge } }: SpeechParts): boolean =>
  bridge?.tie === 'own-words' && (bridge.sentence.length > LONGEST_CLAUSE || /[.!?,;:] /.test(bridge.sentence));

/** Longest clause, in characters, that another may follow in one breath. House rule. */
const LONGEST_CLAUSE = 60;

/** Topic and question in one breath; the short wordings keep the question alone, where it can be understood so. */
export function topicAndQuestion(parts: SpeechParts): Slot[] {
  const { say, question } = parts;
  const topic = separateTopic(parts);
  if (!question) return topicAlone(parts);
  if (!topic) return questionAlone(parts);
  const { direct, inside, clause, lead } = question;
  if (question.asIs)
    return slot('question', [
      say`I am calling about ${topic}. ${direct}`,
      say`It is about ${topic}. ${direct}`,
      inside && say`I have one question about ${topic}: ${inside}`,
    ]);
  const options = question.tells
    ? [
        !COMPLAINS.test(clause ?? '') && say`I am calling about ${topic}, to let you know that ${clause}.`,
        say`It is about ${topic}. ${sentence(clause ?? '')}`,
      ]
    : [
        inside && say`I have ${lead.plain} about ${topic}: ${inside}`,
        inside && say`I am calling about ${topic}, with ${lead.plain}: ${inside}`,
        clause && !question.requests && say`It is about ${topic}: I would like to know ${clause}.`,
        direct && say`I am calling about ${topic}. ${direct}`,
        clause && say`I am calling about ${topic}, to ask ${clause}.`,
      ];
  return slot('question', options, parts.needsTopic ? {} : { short: questionAlone(parts).flatMap(({ options: plain }) => plain) });
}

/** What is done on a day of its own, and not by one. */
const APPEARS =
  /\b(?:you|could) (?:sing|speak|play|perform|host|judge|run|lead|volunteer|introduce|consider|join|babysit|mind|watch|walk|teach|look)\b|\b(?:I|we)\b/i;
/** A request with a date of its own gets no second one. */
const DATED = new RegExp(
  String.raw`\b(?:on|by|before|this|next|until|tomorrow|today|tonight|\p{L}+day|week|weekend|month|year|noon|\d+(?:st|nd|rd|th)|(?:at|in|for) \d+|${ENGLISH_MONTHS.join('|')})\b`,
  'iu',
);
/** What is held on a day of its own: what is asked for it is not due by another. */
const FOR_AN_OCCASION =
  /\bfor (?:(?:the|our|my|your|his|her|their|a) )?(?:[\p{L}'’-]+ ){0,3}?(?:wedding|funeral|party|service|fair|f[eê]te|festival|concert|gala|dinner|lunch|launch|reunion|birthday|christening|anniversary|match|game|show|day|eve|easter|christmas|halloween|thanksgiving|diwali|eid|passover)\b/iu;

/** Whether a request can be done by a day, and has none of its own. */
const isDueBy = (request: string) => !DATED.test(request) && !APPEARS.test(request) && !FOR_AN_OCCASION.test(request);

/** The deadline with what is needed by then. */
export function deadlineAndQuestion(parts: SpeechParts): Slot[] {
  const { say, question, deadline } = parts;
  const topic = separateTopic(parts);
  const calls = primaryReply(parts) === 'call';
  if (!deadline) return [];
  if (!question)
    return slot('deadline', [
      calls && say`I am hoping to talk with you ${deadline} about ${topic}.`,
      calls && say`I am hoping we can talk ${deadline} about ${topic}.`,
      say`I am calling about ${topic}, and I am hoping to hear from you ${deadline}.`,
    ]);
  const { direct, inside, clause, lead } = question;
  const wordings = (about: string | undefined) =>
    question.requests
      ? [
          direct && !about && isDueBy(direct) && `${direct.replace(/\?$/, '')} ${deadline}?`,
          clause && !about && isDueBy(clause) && say`I am calling to ask ${clause} ${deadline}.`,
          inside &&
            (about || !question.sends || DATED.test(inside)) &&
            say`I have ${lead.plain}${about}, and I am hoping for an answer ${deadline}: ${inside}`,
          direct && topic && about && say`I am calling about ${topic}. ${direct} I am hoping for an answer ${deadline}.`,
        ]
      : [
          clause && !about && say`Could you tell me ${deadline} ${clause}?`,
          inside && say`I am hoping for an answer ${deadline} to ${lead.plain}${about}: ${inside}`,
          clause && !about && say`I am hoping to hear ${deadline} ${clause}.`,
          inside && !lead.several && say`There is one thing I would like to know ${deadline}${about}: ${inside}`,
          inside && say`I have ${lead.plain}${about}, and I am hoping for an answer ${deadline}: ${inside}`,
          clause && topic && about && say`I am calling about ${topic}. Could you tell me ${deadline} ${clause}?`,
        ];
  const plain = wordings(undefined);
  if (!topic) return slot('deadline', plain);
  return slot('deadline', wordings(` about ${topic}`), parts.needsTopic ? {} : { short: plain });
}

/** What the call is about, where nothing is asked: told, with the ask to follow or before it. */
export function talk(parts: SpeechParts): Slot[] {
  const { say, brief, question, topic } = parts;
  if (question || !topic) return [];
  return slot('question', [
    say`I am calling about ${topic}.`,
    primaryReply(parts) === 'call' ? say`I would like to talk with you about ${topic}.` : say`This is about ${topic}.`,
    brief.register !== 'casual' && say`My call is about ${topic}.`,
    say`It is about ${topic}.`,
  ]);
}

/** The talk itself as the ask: the number follows it, and no second ask. */
export function askToTalk({ say, topic, deadline }: SpeechParts): Slot[] {
  const by = deadline && ` ${deadline}`;
  return slot('question', [
    say`Could we talk${by} about ${topic}?`,
    say`Could you call me back${by} about ${topic}?`,
    say`Could you give me a call${by} about ${topic}?`,
  ]);
}

/** How little time it takes, and the question at once. */
export function minutesThenQuestion(parts: SpeechParts): Slot[] {
  const { say, minutes, question } = parts;
  if (!minutes || !question) return [];
  const topic = separateTopic(parts);
  const { inside, clause, lead } = question;
  const { amount, adjective } = minutes;
  const about = topic && ` about ${topic}`;
  return slot('question', [
    inside && say`I am hoping for ${amount} of your time, for ${lead.plain}${about}: ${inside}`,
    inside && say`I would like ${amount} of your time, for ${lead.plain}${about}: ${inside}`,
    clause && !question.requests && say`I am hoping for ${adjective} call${about}: I would like to know ${clause}.`,
  ]);
}
