import type { TipId } from '../documents/review.ts';
import { request } from '../tips/request.ts';
import type { BriefDraft } from './brief.ts';
import { readMatter } from './typed/matter.ts';
import { completeNumber } from './typed/phone.ts';
import { saysNoTie } from './typed/sentence.ts';

/** The parts of a brief that can be missing, in the order they are asked for. */
export type BriefPart = 'caller' | 'whom' | 'bridge' | 'topic' | 'question' | 'minutes' | 'deadline' | 'numbers' | 'replyChannels';

/** A part the brief lacks. */
export interface MissingPart {
  part: BriefPart;
  /** True when no script can be written without it. */
  needed: boolean;
  /** Why it matters for a call back. */
  why: string;
  /** How to ask for it. */
  ask: string;
  /** An invented example of a good answer. */
  example: string;
  /** The tip that cannot pass without it. */
  tip?: TipId;
}

const CALLER: MissingPart = {
  part: 'caller',
  needed: true,
  why: 'Nobody calls back a voice without a name.',
  ask: 'What is your name, as you would say it?',
  example: 'Nora Castell',
};
const WHOM: MissingPart = {
  part: 'whom',
  needed: true,
  why: 'A message that greets by name is heard as meant for that person.',
  ask: 'Whom are you calling?',
  example: 'Martin Oyelaran',
};
const BRIDGE: MissingPart = {
  part: 'bridge',
  needed: false,
  why: 'A true tie is the reason to listen on; the bridge finder ("ringback bridge", or the Plan room) looks for one in your contacts. Without one, say nothing rather than make one up.',
  ask: 'What ties the two of you: a person, an employer, a school, an event, an earlier talk?',
  example: 'Dana Whitfield suggested I call',
  tip: 'bridge',
};
const TOPIC: MissingPart = {
  part: 'topic',
  needed: false,
  why: 'Minutes without a topic are an open-ended ask; naming the topic makes it small.',
  ask: 'What is it about, in a few words?',
  example: 'the operations manager role',
  tip: 'request',
};
const QUESTION: MissingPart = {
  part: 'question',
  needed: false,
  why: 'One question that takes a minute to answer gets an answer; a pile of them, or none, does not.',
  ask: 'What is the one question you want answered?',
  example: 'Is the role still open?',
  tip: 'request',
};
const MINUTES: MissingPart = {
  part: 'minutes',
  needed: false,
  why: 'A stated number of minutes says how little you ask for.',
  ask: 'How many minutes would the talk take?',
  example: '5',
};
const DEADLINE: MissingPart = {
  part: 'deadline',
  needed: false,
  why: 'A date gives a reason to answer now rather than some day. Give one only if it is true.',
  ask: 'By when do you need an answer?',
  example: 'Thursday at noon',
};
const NUMBERS: MissingPart = {
  part: 'numbers',
  needed: false,
  why: 'Caller ID is often hidden or wrong: the number said aloud, twice, is what they will dial.',
  ask: 'Which number should they call?',
  example: '+1 415 555 0142',
  tip: 'number',
};
const ADDRESS_WHY = 'You hope for an answer by e-mail, and the brief has no address to send it to.';
const REPLY: MissingPart = {
  part: 'replyChannels',
  needed: false,
  why: 'Some people never call back and still answer an e-mail or a text.',
  ask: 'Which easier way to answer do you offer?',
  example: 'nora@example.com',
  tip: 'reply-option',
};

/** What stands where the question should only tells something: a listener has nothing narrow to say yes to. */
function tellsOnly({ question, caller }: BriefDraft): boolean {
  const matter = question === undefined ? undefined : readMatter(question, `${caller?.role ?? ''} ${caller?.organisation ?? ''}`);
  return matter !== undefined && matter.asked === undefined && matter.told.length > 0;
}

/**
 * Names what a brief lacks, each with why it matters, needed parts first.
 * A topic is asked for only where there is no question, since either makes the ask narrow.
 */
export function missingParts(draft: BriefDraft): MissingPart[] {
  const nothingToAsk = !draft.question && !draft.topic;
  const nowhereToAnswer = !draft.numbers?.length && !draft.replyChannels?.length;
  const missing: MissingPart[] = [];
  if (!draft.caller?.name) missing.push(CALLER);
  if (!draft.whom?.name) missing.push(WHOM);
  if (!draft.question) missing.push({ ...QUESTION, needed: nothingToAsk });
  if (nothingToAsk) missing.push(TOPIC);
  if (!draft.numbers?.length) missing.push({ ...NUMBERS, needed: nowhereToAnswer });
  if (!draft.replyChannels?.length) missing.push(REPLY);
  else if (draft.goal === 'email-reply' && !canBeReached(draft))
    missing.push({ ...REPLY, why: ADDRESS_WHY, ask: 'Which e-mail address should they answer to?' });
  if (!draft.bridge) missing.push(BRIDGE);
  if (draft.minutes === undefined) missing.push(MINUTES);
  if (!draft.deadline) missing.push(DEADLINE);
  return missing.sort((a, b) => Number(b.needed) - Number(a.needed));
}

/** Whether the brief says how the answer it hopes for could come: a number for a call back, an address for an e-mail. */
function canBeReached({ goal = 'call-back', numbers = [], replyChannels = [] }: BriefDraft): boolean {
  const hasEmail = replyChannels.some(({ channel }) => channel === 'email');
  return goal === 'email-reply' ? hasEmail : numbers.length > 0;
}

/** The tips that a script from this brief can pass; the others need something the brief does not say. */
export function allowedTips(draft: BriefDraft): TipId[] {
  const lacking = new Set(missingParts(draft).map(({ part }) => part));
  const allowed: TipId[] = [];
  if (canBeReached(draft)) allowed.push('goal');
  const onlyWho = draft.bridge?.tie === 'own-words' && saysNoTie(draft.bridge.sentence);
  if (!lacking.has('bridge') && !onlyWho) allowed.push('bridge');
  allowed.push('brevity', 'tone');
  // A long talk is no narrow ask, however it is worded.
  const short = (draft.minutes ?? 0) <= request.thresholds.maxMinutes.default;
  if (short && (draft.question || draft.topic) && !tellsOnly(draft)) allowed.push('request');
  const [number] = draft.numbers ?? [];
  if (number && completeNumber(number.number, draft.region ?? 'US')) allowed.push('number');
  if (draft.replyChannels?.length) allowed.push('reply-option');
  return allowed;
}
