import type { Brief, BriefBridge } from '../../brief/brief.ts';
import { isMass } from '../../brief/typed/dictionary.ts';
import { isSubject, readMatter } from '../../brief/typed/matter.ts';
import { readMinutes } from '../../brief/typed/minutes.ts';
import { isPersonsName } from '../../brief/typed/names-in-text.ts';
import { withArticle } from '../../brief/typed/organisation-case.ts';
import { articleOf } from '../../brief/typed/person-nouns.ts';
import { saysNoTie } from '../../brief/typed/sentence.ts';
import { tidyBrief } from '../../brief/typed/tidy-brief.ts';
import { sayAddress } from '../../spoken/address.ts';
import { numberAsTyped } from '../../spoken/number.ts';
import { asTyped, inSentences, listed, visitIn, withPause } from './as-typed.ts';
import { deadlineInWords, orElse } from './deadline.ts';
import { headingOf } from './heading.ts';
import { type SpokenNames, spokenNames } from './names.ts';
import { ASKS_NOTHING } from './question.ts';
import { type AskedQuestion, askedAsTyped, askedQuestion, saidAsTyped, toldOnly } from './question-kind.ts';
import { type Reason, reasonInWords } from './reason.ts';
import { contract, type Say, sentence, speaker } from './speech.ts';
import { withTheArticle } from './subject.ts';
import { shortTieClauses, tieClauses } from './tie.ts';

/** A brief in the forms in which its parts enter a sentence. Worked out once for all scripts. */
export interface SpeechParts {
  /** Tidied: names and words in their own letters. */
  brief: Brief;
  say: Say;
  names: SpokenNames;
  tie: string[];
  /** The tie without when and where, for a script that is too long. */
  shortTie: string[];
  /** "the operations manager role": without closing mark, its article in lower case. */
  topic?: string;
  question?: AskedQuestion | undefined;
  /** What was told in one breath with the question: "The furnace is fixed." */
  context?: string;
  /** What was told behind the question: "We're short." */
  reason?: string;
  /** The question says "she" of someone whom only the tie names. */
  needsTie: boolean;
  /** The question says "it" or "she" of what only the topic names. */
  needsTopic: boolean;
  /** Whether two words with capitals are someone's name. */
  isPerson: (name: string) => boolean;
  /** "five minutes", "a five-minute". */
  minutes?: { amount: string; adjective: string };
  /** "by Thursday at noon", "within two days". */
  deadline?: string;
  /** "I have to answer another offer that day", or "the audit". */
  because?: Reason;
  /** Said numbers, the first the one to call. */
  numbers: { said: string; label?: string }[];
  /** "nora at example dot com". */
  email?: string;
}

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TENS: Readonly<Record<number, string>> = {
  15: 'fifteen',
  20: 'twenty',
  25: 'twenty-five',
  30: 'thirty',
  40: 'forty',
  45: 'forty-five',
  90: 'ninety',
};

function minutesInWords(minutes: number): { amount: string; adjective: string } {
  if (minutes === 60) return { amount: 'an hour', adjective: 'a one-hour' };
  if (minutes === 90) return { amount: 'an hour and a half', adjective: 'a ninety-minute' };
  if (minutes > 60 && minutes % 60 === 0) {
    const hours = SMALL[minutes / 60] ?? String(minutes / 60);
    return { amount: `${hours} hours`, adjective: `${articleOf(hours)} ${hours}-hour` };
  }
  if (minutes === 30) return { amount: 'half an hour', adjective: 'a half-hour' };
  const word = SMALL[minutes] ?? TENS[minutes] ?? String(minutes);
  return { amount: `${word} ${minutes === 1 ? 'minute' : 'minutes'}`, adjective: `${articleOf(word)} ${word}-minute` };
}

/** The tie's clauses run together as the register does; the person's own sentence stays as it is. Who calls is no tie. */
function tieInRegister({ bridge, register, caller }: Brief, clausesOf: (bridge: BriefBridge, role?: string) => string[]): string[] {
  if (!bridge || (bridge.tie === 'own-words' && saysNoTie(bridge.sentence))) return [];
  const clauses = clausesOf(bridge, caller.role);
  return bridge.tie === 'own-words' ? clauses : clauses.map((clause) => contract(clause, register));
}

/** Minutes and days that the person's own question or subject names already are not said twice. */
const NAMES_MINUTES =
  /\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|half an?|few|couple of|some) ?-?(?:minutes?|mins?|hours?)\b/i;
/** "could we meet for 30 minutes": how long what is asked for lasts, where the call is shorter. */
function longerThan(minutes: number, own: string): boolean {
  const named = NAMES_MINUTES.exec(own)?.[0];
  const read = named === undefined ? undefined : readMinutes(named);
  return read !== undefined && 'minutes' in read && read.minutes > minutes;
}
/** A question for the call itself: every script asks that anyway. */
const ASKS_FOR_CALL =
  /^(?:(?:can|could|would|will) you )?(?:please )?(?:call|ring|phone|text|e-?mail|contact|get back to|give) (?:me|us)(?: a (?:call|ring|shout))?(?: back)?(?: please)?$/i;

const TOPIC_LEAD_IN =
  /^(?:(?:it|this)(?:['’]s| is) )?(?:about|regarding|concerning|re:?|on the subject of|i['’]?m calling about|i am calling about|(?:(?:i|we) (?:would like|want(?:ed)?|need|hope|am hoping|was hoping|am calling)|(?:i|we)['’]d like|would like|want(?:ed)?|hoping)? ?to (?:talk|speak|ask|know|hear|learn|find out)(?: (?:to|with) you)?(?: more)? about)\s+/i;

/** "translation of the manual": one doing of something, which takes its article. */
const TAKES_THE = /^(?:\p{Ll}+(?:tion|sion|ment)|review|sale|purchase|cost|price|date|future|status|start|end|renewal|rest) of /u;

/** One thing of its kind, typed without its article. */
const TAKES_A =
  /^(?:short |quick |new |small |possible |free |second |third |first |brief )?(?:extension|appointment|meeting|interview|reference|refund|quote|invitation|update|reminder|introduction|callback|follow-up|job|position|role|opening|internship|visit|tour|demo|partnership|donation|discount|problem|issue|leak|loan|copy|booking|reservation|complaint|collaboration|consultation)\b/;

/** "software" of "loan software for clinics". */
const headOf = (phrase: string) =>
  phrase
    .split(/ (?:of|for|in|on|at|to|with|from|about|by) /)[0]
    ?.split(' ')
    .at(-1) ?? '';

/** "ten minutes about the lab": the minutes have a field of their own. */
const MINUTES_LEAD_IN = /^(?:[\w-]+ ){1,3}(?:minutes?|mins?) (?:about|on|for|of|to (?:talk|speak) about) /i;

/** "the Bright wedding, 22 June". */
const DATED_EVENT =
  /^([^,]+), ((?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b.*)$/;
function topicOf({ topic, question, objective, whom }: Brief): string | undefined {
  const bare = topic
    ?.replace(/[.?!\s]+$/, '')
    .replace(TOPIC_LEAD_IN, '')
    .replace(MINUTES_LEAD_IN, '')
    .replace(/^(?:The|A|An|My|Your|Our|This|That|Their|His|Her)\b/, (word) => word.toLowerCase())
    .replace(TAKES_THE, 'the $&')
    .replace(/^intro\b/i, 'introduction')
    .replace(/^no (?=\p{L})/iu, 'having no ')
    .replace(DATED_EVENT, '$1 on $2')
    // Of what the question calls "the quote" both know.
    .replace(TAKES_A, (noun, _at, whole: string) => {
      if (isMass(headOf(whole))) return noun;
      return question && new RegExp(`\\bthe ${noun}\\b`, 'i').test(question) ? `the ${noun}` : `${articleOf(noun)} ${noun}`;
    })
    .replace(/^(?:\p{Ll}|\p{Lu}[\p{Lu}\d]+ |\p{Lu}\p{L}+day |\p{Lu}[\p{L}’' -]* (?=\p{Ll}))[\p{L}\d’' -]*$/u, (phrase) =>
      withTheArticle(phrase, objective),
    );
  // A job is told from others by where it is.
  if (!bare || objective !== 'job' || !whom.organisation || /\b(?:at|with|your|in)\b/i.test(bare)) return bare || undefined;
  const firm = whom.organisation.replace(/^the /, '');
  return bare.toLowerCase().includes(firm.toLowerCase()) ? bare : `${bare} at ${withArticle(whom.organisation)}`;
}

/** A talk asked for about something: that is its subject, and the ask is left to the script. */
const ASKS_TO_TALK =
  /^(?:(?:can|could|may|might|shall|would it be possible for) (?:we|i|you) |(?:i|we)(?:['’]d| would) (?:like|love) to |(?:i|we) (?:want|wanted|need|hope|am hoping|are hoping) to |please |let['’]?s |to )?(?:please )?(?:(?:talk|speak|chat)(?: (?:to|with) (?:you|me|us))?|discuss|have an? (?:quick |short |brief )?(?:call|chat|word|talk)(?: with (?:you|me|us))?|(?:arrange|set up|schedule) an? (?:quick |short |brief )?(?:call|chat)(?: with (?:you|me|us))?|an? (?:quick |short |brief )?(?:call|chat|word|talk)|(?:call|ring|phone|give) (?:me|us)(?: an? (?:call|ring|shout))?(?: back)?)(?: for [\w ]{1,20}?)? ?(?:\b(?:about|on|regarding|re)\b )?((?:the|a|an|my|your|our|his|her|their|this|that|some|\p{Lu})\b.+|(?<=about )\S.+)$/iu;
const SUBJECT_LEAD = /\b(?:about|regarding|discuss)\b/i;
/** "it", "that": the topic's field says what. */
const NO_SUBJECT = /^(?:it|this|that|them)$/i;

const SOMEONE = /\b(?:he|she|him|her|his|hers)\b/i;
const SOMETHING = /\b(?:it|its|they|them|their|this one|that one|one of them)\b/i;
/** "is it possible", "it would be": no thing is meant. */
const NOTHING_MEANT =
  /\bit(?: is|['’]s| would be| will be)? (?:possible|ok|okay|all right|alright|fine|too late|be (?:possible|ok|okay))\b/i;
/** Kin of either two: "my friend", "your neighbour Joan". */
const NAMES_SOMEONE = /\p{L} (?:\p{Lu}\p{Ll}+)|^\p{Lu}\p{Ll}+ |\b(?:my|your) \p{Ll}+/u;

/** "your talk on cold stores": said at length before it is said in short. */
const LONG_NOUN = /\b(your|my|our|the) (\p{Ll}+) (?:on|about|for|of|in|from|at|with) /iu;

/** What the question's pronouns rest on: a person in the tie or the topic, a thing in the topic. */
function leansOn(question: string, topic: string | undefined, bridge: BriefBridge | undefined): { needsTie: boolean; needsTopic: boolean } {
  const words = question.replace(NOTHING_MEANT, '');
  const [someone, something] = [SOMEONE.test(words), SOMETHING.test(words)];
  const inTopic = topic !== undefined && /\p{Lu}\p{Ll}+/u.test(topic);
  const told = bridge?.tie === 'own-words' ? bridge.sentence : bridge && 'person' in bridge ? bridge.person : '';
  const thing = LONG_NOUN.exec(told);
  const again = thing !== null && new RegExp(`\\b${thing[1]} ${thing[2]}\\b`, 'i').test(words);
  return {
    needsTie: again || ((someone || something) && !(someone && inTopic) && NAMES_SOMEONE.test(told)),
    needsTopic: topic !== undefined && (something || (someone && inTopic)),
  };
}

type Matter = Pick<SpeechParts, 'topic' | 'question' | 'context' | 'reason' | 'needsTie' | 'needsTopic' | 'minutes'>;

/** What the call is about; what was typed as its subject and is a sentence is told before the question. */
function matterOf({ topic, ...brief }: Brief): Matter {
  const { subject, told } = topic ? headingOf(topic) : {};
  const matter = askedMatter({ ...brief, ...(subject ? { topic: subject } : {}) });
  if (!told) return matter;
  return matter.question
    ? { ...matter, context: [sentence(told), matter.context].filter(Boolean).join(' '), needsTopic: matter.topic !== undefined }
    : { ...matter, question: toldOnly(told) };
}

/** What the call is about: a question that asks nothing is its subject, and one that asks for the call only is left to the ask. */
function askedMatter(brief: Brief): Matter {
  const topic = topicOf(brief);
  const typed = brief.question;
  const none = { needsTie: false, needsTopic: false };
  const bare = typed?.replace(/[.?!\s]+$/, '') ?? '';
  if (!typed || ASKS_FOR_CALL.test(bare) || ASKS_NOTHING.test(bare)) return topic ? { topic, ...none } : none;
  const talked = ASKS_TO_TALK.exec(bare)?.[1];
  if (talked && SUBJECT_LEAD.test(bare)) {
    const subject = NO_SUBJECT.test(talked) ? topic : topicOf({ ...brief, topic: talked });
    if (subject) return { topic: subject, ...none };
  }
  const role = `${brief.caller.role ?? ''} ${brief.caller.organisation ?? ''}`;
  const visit = visitIn(typed);
  if (visit) {
    const matter = askedMatter({ ...brief, question: visit.question });
    if (matter.question) return { ...matter, question: { ...matter.question, about: 'time' }, minutes: minutesInWords(visit.minutes) };
  }
  const read = readMatter(typed, role);
  const subjectOnly = topic ? { topic } : {};
  const list = listed(typed);
  if (list) return { ...subjectOnly, question: askedAsTyped(list), ...none };
  if (!read.sure)
    return { ...subjectOnly, question: saidAsTyped(read.orElse ? asTyped(withPause(typed)) : inSentences(typed, role)), ...none };
  const question = read.asked === undefined ? undefined : askedQuestion(read.asked);
  // Asked, and in no form that is known: said as it was typed.
  if (!question && read.asked?.endsWith('?')) return { ...subjectOnly, question: saidAsTyped(asTyped(typed)), ...none };
  // A subject beside the subject's own field is said as well, and so is what is no subject.
  const unsaid = topic ? !topic.toLowerCase().includes(bare.toLowerCase()) : !isSubject(bare) && read.subject === undefined;
  if (!question && read.told.length === 0 && unsaid)
    return { ...subjectOnly, question: saidAsTyped(asTyped(/ or /.test(typed) ? `${bare}?` : typed)), ...none };
  const told = read.told.map(({ clause }) => clause);
  const last = question ? undefined : told.pop();
  const [before, behind] = [told.slice(0, told.length - read.after), told.slice(told.length - read.after)];
  const inOrder = (some: readonly string[]) => some.map((clause) => sentence(clause)).join(' ');
  const about = read.subject ?? (question || last || !isSubject(typed.replace(/\?+$/, '')) ? undefined : typed);
  const subject = topic ?? (about && topicOf({ ...brief, topic: about }));
  return {
    ...(subject ? { topic: subject } : {}),
    ...(question ? { question } : last ? { question: toldOnly(last) } : {}),
    ...(before.length > 0 ? { context: inOrder(before) } : {}),
    ...(behind.length > 0 ? { reason: inOrder(behind) } : {}),
    ...(question || last ? leansOn(brief.question ?? '', subject, brief.bridge) : none),
  };
}

/** Reads a brief into the forms its parts take in speech. */
export function speechParts(given: Brief): SpeechParts {
  const brief = tidyBrief(given);
  const matter = matterOf(brief);
  const own = `${brief.question ?? ''} ${matter.topic ?? ''}`;
  const ofTheCall = brief.minutes !== undefined && matter.minutes === undefined && longerThan(brief.minutes, own);
  const forced = brief.deadline && orElse(brief.deadline.by);
  const deadline = brief.deadline && deadlineInWords(forced?.by ?? brief.deadline.by, brief.region);
  const day = deadline?.replace(/^(?:by|on|before) /, '').toLowerCase();
  const repeated =
    day !== undefined && ` ${own.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${day.replace(/[^\p{L}\p{N}]+/gu, ' ')} `);
  const email = brief.replyChannels.find(({ channel }) => channel === 'email')?.address;
  return {
    brief,
    say: speaker(brief.register),
    names: spokenNames(brief),
    isPerson: isPersonsName,
    tie: tieInRegister(brief, tieClauses),
    shortTie: tieInRegister(brief, shortTieClauses),
    numbers: brief.numbers.map((number) => ({
      said: numberAsTyped(number, brief.region),
      ...(number.label ? { label: number.label } : {}),
    })),
    ...matter,
    ...(brief.minutes && (ofTheCall || !NAMES_MINUTES.test(own)) ? { minutes: minutesInWords(brief.minutes) } : {}),
    ...(ofTheCall && matter.question ? { question: { ...matter.question, about: 'answer' as const } } : {}),
    ...(deadline && !repeated ? { deadline } : {}),
    ...(brief.deadline?.because
      ? { because: reasonInWords(brief.deadline.because) }
      : forced
        ? { because: { otherwise: forced.otherwise } }
        : {}),
    ...(email ? { email: sayAddress(email) } : {}),
  };
}
