import type { Brief, BriefBridge } from '../../brief/brief.ts';
import { articleOf } from '../../typed/person-nouns.ts';
import { saysOnlyWhoCalls } from '../../typed/sentence.ts';
import { tidyBrief } from '../../typed/tidy-brief.ts';
import { sayAddress } from '../spoken-address.ts';
import { saidNumber } from '../spoken-number.ts';
import { deadlineInWords, reasonInWords } from './deadline.ts';
import { type SpokenNames, spokenNames } from './names.ts';
import { ASKS_NOTHING, type QuestionForms, questionForms } from './question.ts';
import { contract, type Say, speaker, withArticle } from './speech.ts';
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
  question?: QuestionForms;
  /** "five minutes", "a five-minute". */
  minutes?: { amount: string; adjective: string };
  /** "by Thursday at noon", "within two days". */
  deadline?: string;
  /** "I have to answer another offer that day". */
  because?: string;
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
  60: 'sixty',
};

function minutesInWords(minutes: number): { amount: string; adjective: string } {
  const word = SMALL[minutes] ?? TENS[minutes] ?? String(minutes);
  return { amount: `${word} ${minutes === 1 ? 'minute' : 'minutes'}`, adjective: `${articleOf(word)} ${word}-minute` };
}

/** The tie's clauses run together as the register does; the person's own sentence stays as it is. Who calls is no tie. */
function tieInRegister({ bridge, register }: Brief, clausesOf: (bridge: BriefBridge) => string[]): string[] {
  if (!bridge || (bridge.tie === 'own-words' && saysOnlyWhoCalls(bridge.sentence))) return [];
  const clauses = clausesOf(bridge);
  return bridge.tie === 'own-words' ? clauses : clauses.map((clause) => contract(clause, register));
}

/** Minutes and days that the person's own question or subject names already are not said twice. */
const NAMES_MINUTES =
  /\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|half an?|few|couple of|some) ?-?(?:minutes?|mins?|hours?)\b/i;
/** A question for the call itself: every script asks that anyway. */
const ASKS_FOR_CALL =
  /^(?:(?:can|could|would|will) you )?(?:please )?(?:call|ring|phone|text|e-?mail|contact|get back to|give) (?:me|us)(?: a (?:call|ring|shout))?(?: back)?(?: please)?$/i;

const TOPIC_LEAD_IN =
  /^(?:(?:it|this)(?:['’]s| is) )?(?:about|regarding|concerning|re:?|on the subject of|i['’]?m calling about|i am calling about|to (?:talk|speak|ask) about)\s+/i;

/** "translation of the manual": one doing of something, which takes its article. */
const TAKES_THE = /^(?:\p{Ll}+(?:tion|sion|ment)|review|sale|purchase|cost|price|date|future|status|start|end|renewal|rest) of /u;

/** "ten minutes about the lab": the minutes have a field of their own. */
const MINUTES_LEAD_IN = /^(?:[\w-]+ ){1,3}(?:minutes?|mins?) (?:about|on|for|of|to (?:talk|speak) about) /i;

function topicOf({ topic, objective, whom }: Brief): string | undefined {
  const bare = topic
    ?.replace(/[.?!\s]+$/, '')
    .replace(TOPIC_LEAD_IN, '')
    .replace(MINUTES_LEAD_IN, '')
    .replace(/^(?:The|A|An|My|Your|Our|This|That|Their|His|Her)\b/, (word) => word.toLowerCase())
    .replace(TAKES_THE, 'the $&');
  // A job is told from others by where it is.
  if (!bare || objective !== 'job' || !whom.organisation || /\b(?:at|with|your|in)\b/i.test(bare)) return bare || undefined;
  const firm = whom.organisation.replace(/^the /, '');
  return bare.toLowerCase().includes(firm.toLowerCase()) ? bare : `${bare} at ${withArticle(whom.organisation)}`;
}

/** What the call is about: a question that asks nothing is its subject, and one that asks for the call only is left to the ask. */
function matterOf(brief: Brief): Pick<SpeechParts, 'topic' | 'question'> {
  const topic = topicOf(brief);
  const typed = brief.question;
  const bare = typed?.replace(/[.?!\s]+$/, '') ?? '';
  if (!typed || ASKS_FOR_CALL.test(bare) || ASKS_NOTHING.test(bare)) return topic ? { topic } : {};
  const question = questionForms(typed);
  const subject = topic ?? (question ? undefined : topicOf({ ...brief, topic: typed }));
  return { ...(subject ? { topic: subject } : {}), ...(question ? { question } : {}) };
}

/** Reads a brief into the forms its parts take in speech. */
export function speechParts(given: Brief): SpeechParts {
  const brief = tidyBrief(given);
  const { topic, question } = matterOf(brief);
  const own = `${brief.question ?? ''} ${topic ?? ''}`;
  const deadline = brief.deadline && deadlineInWords(brief.deadline.by);
  const repeated = deadline !== undefined && own.toLowerCase().includes(deadline.replace(/^(?:by|on|before) /, '').toLowerCase());
  const email = brief.replyChannels.find(({ channel }) => channel === 'email')?.address;
  return {
    brief,
    say: speaker(brief.register),
    names: spokenNames(brief),
    tie: tieInRegister(brief, tieClauses),
    shortTie: tieInRegister(brief, shortTieClauses),
    numbers: brief.numbers.map((number) => ({
      said: saidNumber(number, brief.region),
      ...(number.label ? { label: number.label } : {}),
    })),
    ...(topic ? { topic } : {}),
    ...(question ? { question } : {}),
    ...(brief.minutes && !NAMES_MINUTES.test(own) ? { minutes: minutesInWords(brief.minutes) } : {}),
    ...(deadline && !repeated ? { deadline } : {}),
    ...(brief.deadline?.because ? { because: reasonInWords(brief.deadline.because) } : {}),
    ...(email ? { email: sayAddress(email) } : {}),
  };
}
