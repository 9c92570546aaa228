import { finiteAt, wholeStatement } from '../../brief/typed/statement.ts';

/** Words behind which a verb belongs to a noun and not to the sentence: "the invoice you sent", "the dog that bit me". */
const RELATIVE = /^(?:who|whom|whose|that|which|what|how|where|when|why|whether|if|I|i|we|you|they|he|she|it)$/;
const SUBJECT = /^(?:I|we|you|he|she|it|they|there|nobody|everyone|someone|somebody)$/i;
const AUX =
  /^(?:is|are|am|was|were|has|have|had|can|cannot|could|will|would|must|does|do|did|(?:is|are|was|were|has|have|had|ca|wo|does|do|did)n['’]t)$/i;
/** Verbs of the past that are no participle: nothing could be "the boiler broke". */
const PAST = /^(?:broke|went|came|fell|ran|began|froze|died|stopped|arrived|failed|happened|burst)$/i;

/** Whether it is surely a whole sentence, with a subject and what is said of it. */
function isClause(text: string): boolean {
  const words = text.split(/\s+/);
  const [first = ''] = words;
  if (/^(?:if|whether|that|who|what|which|when|where|why|how|\p{L}+ing)$/iu.test(first)) return false;
  const at = finiteAt(words);
  if (at === 0) return false;
  if (SUBJECT.test(first) || /^(?:I|we|you|he|she|it|they|there)['’]/i.test(first)) return words.length > 2;
  const verb = words[at] ?? '';
  return (AUX.test(verb) || PAST.test(verb)) && !words.slice(1, at).some((word) => RELATIVE.test(word)) && words.length > at + 1;
}

/** What a decision or an accident did to a thing that is told apart by its number: "claim 4471 denied". */
const DECIDED =
  /^(?!.* (?:is|are|was|were|be|been|not|got|being|which|that) )(.+ #?\p{L}{0,3}-?\d[\w-]*) ((?:denied|rejected|refused|declined|disputed|cancelled|canceled|postponed|delayed|suspended|disconnected|returned|lost|damaged|stolen)\b.*)$/iu;

/** "she speak only Somali": the ending left out. */
const inflected = (clause: string) =>
  clause.replace(
    /^(he|she|it) (speak|need|want|live|work|know|say|look|feel|take|come)(?= )/i,
    (_, who: string, verb: string) => `${who} ${verb}s`,
  );

const told = (clause: string) => wholeStatement(inflected(clause.replace(/[.!\s]+$/, '')), true);

/**
 * What was typed as the subject, by what can stand behind "about" and what is a sentence of its own: "the heating is broken" is told, and of
 * "appointment for my mother, she needs an interpreter" the first half is the subject.
 */
export function headingOf(typed: string): { subject?: string; told?: string } {
  const text = typed.trim().replace(/\s[+&]\s(?=\p{Ll})/gu, ' and ');
  if (isClause(text)) return { told: told(text) };
  const [, subject = '', rest = ''] = /^(.+?)(?:,| [-–—]|[.;]) +(.+)$/u.exec(text) ?? [];
  if (rest !== '' && isClause(rest)) return { subject, told: told(rest) };
  return { subject: text.replace(DECIDED, '$1, which was $2') };
}
