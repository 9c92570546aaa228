import { type News, newsOf } from './news.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { isStatement } from './statement.ts';

/** What was typed in the field for the one question, by what each of its sentences does. */
export interface Matter {
  /** What is told, in order. */
  told: News[];
  /** What is asked, in one text with its marks; absent where nothing is. */
  asked?: string;
  /** A subject that stood before the question: "my test results, are they back". */
  subject?: string;
}

/** A sentence that a question or a request may be. */
const isAsked = (segment: Segment) => segment.marked || isStatement(segment.text) || ASKS.test(segment.text);
const ASKS =
  /^(?:can|could|would|will|do|does|did|are|is|was|were|have|has|should|shall|may|might|must|am|who|whom|whose|what|which|when|where|why|how|whether|if|any|ok|okay|possible|need|want|please|kindly|i|we|you)\b/i;
const QUESTION =
  /^(?:can|could|would|will|do|does|did|are|is|should|shall|may|who|what|which|when|where|why|how|please|kindly|ok|okay|need|want)\b/i;
/** Longest subject, in words: more is no noun with what belongs to it. House rule. */
const LONGEST_SUBJECT = 12;

/** Whether it names a subject: "I am calling about ..." could stand before it. */
export const isSubject = (text: string): boolean =>
  !/[,;?!]|^(?:thank|please|kindly|sorry|i|we|you|if|when|because|can|could)\b/i.test(text) &&
  text.split(' ').length <= LONGEST_SUBJECT &&
  !isStatement(text);

/** Reads what was typed for the one question. `role`: what the caller is. */
export function readMatter(typed: string, role: string): Matter {
  const segments = segmentsOf(typed);
  const asks = segments.filter(({ text, marked }) => marked || QUESTION.test(text));
  const read = segments.map((segment) => ({
    segment,
    news: newsOf(segment, role, segments.length > 1 && asks.length > 0 && !asks.includes(segment)),
  }));
  const told = read.flatMap(({ news }) => news ?? []);
  const left = read.flatMap(({ segment, news }) => (news ? [] : [segment]));
  // Of several pieces those that ask nothing are what it is about.
  const asking = left.length > 1 ? left.filter(isAsked) : left;
  const subject = left.find((segment) => !asking.includes(segment) && isSubject(segment.text));
  const asked = asking.map(({ text, marked }, index) => (marked || index < asking.length - 1 ? `${text}?` : text)).join(' ');
  return { told, ...(asked === '' ? {} : { asked }), ...(subject ? { subject: subject.text } : {}) };
}
