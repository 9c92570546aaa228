import type { Brief } from '../../brief/brief.ts';
import { sayAddress } from '../spoken-address.ts';
import { groupForEar, sayNumber } from '../spoken-number.ts';
import { type SpokenNames, spokenNames } from './names.ts';
import { type QuestionForms, questionForms } from './question.ts';
import { contract, type Say, speaker } from './speech.ts';
import { tieClauses } from './tie.ts';

/** A brief in the forms in which its parts enter a sentence. Worked out once for all scripts. */
export interface SpeechParts {
  brief: Brief;
  say: Say;
  names: SpokenNames;
  tie: string[];
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
  const article = /^(?:eight|eleven|8|11\b|18\b)/.test(word) ? 'an' : 'a';
  return { amount: `${word} ${minutes === 1 ? 'minute' : 'minutes'}`, adjective: `${article} ${word}-minute` };
}

const HAS_PREPOSITION = /^(?:by|before|within|in|no later than|until|today|tonight|tomorrow|this|on|at|ahead of)\b/i;

function deadlineInWords(by: string): string {
  const plain = by.replace(/[.\s]+$/, '');
  const lowered = plain.replace(/^(?:By|Before|Within|In|No|Until|Today|Tonight|Tomorrow|This|On|At|The|Ahead)\b/, (word) =>
    word.toLowerCase(),
  );
  // "until Thursday" is how long there is, "by Thursday" when the answer is needed.
  const phrase = lowered.replace(/^until\b/, 'by');
  return HAS_PREPOSITION.test(phrase) ? phrase : `by ${phrase}`;
}

/** The tie's clauses run together as the register does; the person's own sentence stays as it is. */
function tieInRegister({ bridge, register }: Brief): string[] {
  if (!bridge) return [];
  const clauses = tieClauses(bridge);
  return bridge.tie === 'own-words' ? clauses : clauses.map((clause) => contract(clause, register));
}

/** Reads a brief into the forms its parts take in speech. */
export function speechParts(brief: Brief): SpeechParts {
  const topic = brief.topic
    ?.replace(/[.?!\s]+$/, '')
    .replace(/^(?:The|A|An|My|Your|Our|This|That|Their|His|Her)\b/, (word) => word.toLowerCase());
  const because = brief.deadline?.because?.replace(/^(?:because|since|as)\s+/i, '').replace(/[.\s]+$/, '');
  const email = brief.replyChannels.find(({ channel }) => channel === 'email')?.address;
  return {
    brief,
    say: speaker(brief.register),
    names: spokenNames(brief),
    tie: tieInRegister(brief),
    numbers: brief.numbers.map((number) => ({
      said: sayNumber(groupForEar(number, brief.region)),
      ...(number.label ? { label: number.label } : {}),
    })),
    ...(topic ? { topic } : {}),
    ...(brief.question ? { question: questionForms(brief.question) } : {}),
    ...(brief.minutes ? { minutes: minutesInWords(brief.minutes) } : {}),
    ...(brief.deadline ? { deadline: deadlineInWords(brief.deadline.by) } : {}),
    ...(because ? { because: because.replace(/^(?:The|My|Our|We|You|They|It|There)\b/, (word) => word.toLowerCase()) } : {}),
    ...(email ? { email: sayAddress(email) } : {}),
  };
}
