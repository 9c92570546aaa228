import { isNoun, isVerb } from './dictionary.ts';
import { type News, newsOf } from './news.ts';
import { isHeading, type Segment, segmentsOf } from './segments.ts';
import { isStatement } from './statement.ts';

/** What was typed in the field for the one question, by what each of its sentences does. */
export interface Matter {
  /** What is told, in order. */
  told: News[];
  /** How many of the told stand behind the question. */
  after: number;
  /** What is asked, in one text with its marks; absent where nothing is. */
  asked?: string;
  /** True where each piece is of a form that is surely read; what is not is better said as it was typed. */
  sure: boolean;
  /** A subject that stood before the question: "my test results, are they back". */
  subject?: string;
  /** It says what happens where nothing is done: "reply or you lose your place". */
  orElse?: true;
}

/** A sentence that a question or a request may be. */
const isAsked = (segment: Segment) => segment.marked || isStatement(segment.text) || ASKS.test(segment.text);
const ASKS =
  /^(?:(?:by|at|from|to|in|on|for|until|since|about|with) (?:what|which|when|whom|how)|can|could|would|will|do|does|did|are|is|was|were|have|has|should|shall|may|might|must|am|who|whom|whose|what|which|when|where|why|how|whether|if|any|ok|okay|possible|need|want|please|kindly|i|we|you)\b/i;
const QUESTION =
  /^(?:(?:by|at|from|to|in|on|for|until|since|about|with) (?:what|which|when|whom|how)|can|could|would|will|do|does|did|are|is|should|shall|may|who|what|which|when|where|why|how|please|kindly|ok|okay|need|want)\b/i;
const NEEDS = /^(?:need|want)\b/i;
/** Longest subject, in words: more is no noun with what belongs to it. House rule. */
const LONGEST_SUBJECT = 12;

/** "fitting Friday at 4pm bring the shoes": a deed or an hour in it makes it no subject. */
const doesSomething = (text: string): boolean =>
  / at \d/.test(text) ||
  [...text.matchAll(/(?<= )(\p{L}+) (?:the|my|your|it|him|her|them|us|me)\b/giu)].some(([, word = '']) => isVerb(word) && !isNoun(word));

/** Whether it names a subject: "I am calling about ..." could stand before it. */
export const isSubject = (text: string): boolean =>
  !/[,;?!]|^(?:thank|please|kindly|sorry|i|we|you|if|when|because|can|could)\b/i.test(text) &&
  text.split(' ').length <= LONGEST_SUBJECT &&
  !doesSomething(text) &&
  !isStatement(text);

/** A subject of someone's: "my test results". */
const OWNED = /^(?:my|your|our|his|her|their|the|this|that)\b/i;
/** Words that begin another clause where nothing joins it to the one before. */
const ANOTHER =
  /(?<!\b(?:and|or|but|so|that|if|when|what|where|who|why|how|which|because|before|after|until|while|as|than|since|said|think|know|hope|believe|sure|once|whether|,)) (?:I|we|he|she|they) (?:\p{L}+)\b/u;
const isOneBreath = (text: string): boolean =>
  !/[,;$£€?]/.test(text.replace(/, (?:but|and|so|because|unless) /gi, ' but ')) && !(ANOTHER.test(text) && !RELATIVE.test(text));
/** "the Steinbeck you reserved", "the key we left": what belongs to a noun. */
const RELATIVE = /^(?:the|a|an|my|your|our|all|both|two|some|\p{Lu}\p{L}*) /u;
/** A choice that begins anew: "come down or should I go". */
const CHOICE = /(?<=\S )(?:or|and) (?:can|could|would|will|do|does|did|are|is|should|shall|may) \p{L}/iu;
/** Someone else's question: "mum wants to know if". */
const RELAYED =
  /^(?!(?:i|we)\b)[\p{L}’' ]+ (?:wants?|asked|asks|would like|was wondering|is wondering|wonders) (?:me |us )?(?:to (?:know|ask)|whether|if)\b/iu;
/** Words before a question that a comma parts from it. */
const OPENS = /^(?:(?:just |only )?(?:one|a|my|quick) (?:quick |small )?question|so|well|ok|okay|please|hi|hello|also|quick one),? /i;
/** Parts of a question that lie behind a comma and belong to it. */
const TAGGED = /,? (?:please|thanks|thank you|or not|instead|too|if possible|if so|by any chance|right|then|and if so, [^,]+)$/i;
const isPlainlyAsked = ({ text }: Segment): boolean =>
  !RELAYED.test(text) &&
  (QUESTION.test(text) || !/ (?:so|because|but) /i.test(text)) &&
  !CHOICE.test(text) &&
  !/[;$£€?]/.test(text) &&
  !/, (?!and (?:what|when|where|who|how)\b)/.test(text.replace(TAGGED, '').replace(OPENS, ''));

/** "reply or you lose your place": what happens where nothing is done, and no choice. */
const OR_ELSE =
  /^(?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|who|what|when|where|which|why|how|whether|if|any)\b)[^?]*?,? (?:or|otherwise|or else) (?:(?:you|we|I|they|he|she|it|this|that)(?:['’]ll)? (?!or\b)\p{L}|(?:the|your|our|my) [\p{L} ]+? (?:goes|will|is|gets|has|must)\b)/iu;

/** "should I call the doctor or will you come": a choice behind what was told. */
const ASKED_CHOICE = /[,.] (?:and |so |but )?(?:should|shall|can|could|do|will|would|is|are|may) (?:I|we|you|he|she|it|they)\b[^,.]* or /i;

/** Reads what was typed for the one question. `role`: what the caller is. */
export function readMatter(typed: string, role: string): Matter {
  if (OR_ELSE.test(typed) && !ASKED_CHOICE.test(typed))
    return { told: [{ clause: typed.replace(/[.!\s]+$/, ''), sure: false }], after: 0, sure: false, orElse: true };
  const segments = segmentsOf(typed);
  // Beside a question with its mark, "need one more" says why.
  const some = segments.some(({ text, marked }) => marked || (QUESTION.test(text) && !NEEDS.test(text)));
  const asks = segments.filter(({ text, marked }) => marked || (QUESTION.test(text) && !(some && NEEDS.test(text))));
  const read = segments.map((segment) => ({
    segment,
    news: newsOf(segment, role, segments.length > 1 && !asks.includes(segment)),
  }));
  const told = read.flatMap(({ news }) => news ?? []);
  const left = read.flatMap(({ segment, news }) => (news ? [] : [segment]));
  // Of several pieces those that ask nothing are what it is about.
  const leads = left.length === 1 && told.length > 0 && left[0] === segments[0] && isSubject(left[0]?.text ?? '');
  const asking = left.length > 1 || leads ? left.filter(isAsked) : left;
  const subject = left.find((segment) => !asking.includes(segment) && isSubject(segment.text));
  const lost = left.some(
    (segment) =>
      !asking.includes(segment) &&
      (segment !== subject || !(OWNED.test(segment.text) || (segment === segments[0] && isHeading(segment.text)))),
  );
  const sure =
    !lost &&
    told.every(({ clause }) => isOneBreath(clause)) &&
    (asking.length <= 1 || asking.every(({ text, marked }) => marked || QUESTION.test(text))) &&
    asking.every(isPlainlyAsked);
  const asked = asking.map(({ text, marked }, index) => (marked || index < asking.length - 1 ? `${text}?` : text)).join(' ');
  const lastAsked = read.findLastIndex(({ segment }) => asking.includes(segment));
  const after = lastAsked < 0 ? 0 : read.filter(({ news }, index) => news && index > lastAsked).length;
  return { told, after, sure, ...(asked === '' ? {} : { asked }), ...(subject ? { subject: subject.text } : {}) };
}
