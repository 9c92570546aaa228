import { isWord } from '../../brief/typed/dictionary.ts';
import { isStatement } from '../../brief/typed/statement.ts';
import { type QuestionForms, questionForms } from './question.ts';

/** A question with what it takes to ask it well. */
export interface AskedQuestion extends QuestionForms {
  /** "one question", "two questions", "one request". */
  lead: { plain: string; noun: 'question' | 'request'; several: boolean };
  /** `time` where a meeting or a free hour is asked for: minutes are those of the meeting then. */
  about: 'time' | 'answer';
  /** It asks for a deed or a thing and not for an answer: nobody would like to "know" it. */
  requests: boolean;
  /** The thing to be sent, as a pronoun. */
  sends?: 'it' | 'them';
  /** Nothing is asked: `clause` is what the listener is told. */
  tells?: true;
  /** Said as it was typed, and hung on nothing: what it asks or tells is not sure enough to be turned round. */
  asIs?: true;
}

const SENDS =
  /^(?:could|can|would|will) you (?:please )?(?:send|e-?mail|forward|share|mail)(?: (?:me|us))? ((?:the|your|a|an|my|our|that|those|some|all|their|his|her)\b.+?)(?: to (?:me|us))?\?$/i;
const TO_SOMEONE = / to \p{L}+/u;
const HEAD_ENDS = / (?:of|for|from|on|about|in|at|with|by|to|before|after|that|which|you|we|as)\b/i;
const REQUESTS =
  /^(?:could|can|would|will) you (?:please |kindly )?(?:send|e-?mail|give|sign|check|confirm|review|introduce|forward|look|explain|put|recommend|share|hold|bring|approve|extend|lend|write|book|return|ship|deliver|quote|change|cancel|move|reschedule|pass|fix|help|let|show|mail|drop|leave|pick|call|take|fill|speak|talk|reply|have)\b|^could you (?:please |kindly )?(?!be|come|join|meet|make it|tell|attend|manage|consider|see|imagine)\p{L}|^(?:could|can|may) (?:i|we) \p{L}/iu;
const FOR_A_TIME =
  /^(?:could|can|may|might|shall|are|would|do|when|(?:which|what) (?:day|date|time))\b(?=.*\b(?:we|you|i)\b).*\b(?:meet|get together|sit down|catch up|have (?:time|a (?:meeting|call|chat|coffee|word|look)|coffee|lunch)|free|available|come (?:in|by|over|round|and see|out)|stop by|stop in|drop by|drop in|pop (?:in|by|over|round)|swing by|visit|talk|speak|chat)\b/i;
/** A talk that is given lasts as long as it does, and the minutes are those of the call. */
const GIVES =
  /\b(?:give|hold|do|run|lead|teach|play|offer|put on) .*\b(?:talk|lecture|lesson|speech|workshop|class|demo|tour|concert|performance|reading|session)\b/i;
const WH = 'who|whom|whose|what|which|when|where|why|how';
const AUX = 'is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must';
/** "and have a look" goes on with what was asked, "and have you paid" asks anew. */
const JOINT = new RegExp(`,? and (?=(?:(?!(?:have|do) (?!(?:i|we|you|they|he|she|it)\\b))(?:${AUX}) (?!not\\b)|(?:${WH})\\b))`, 'gi');
const WORDS = ['', 'one', 'two', 'three'];

function countOf(inside: string): number {
  return 1 + (inside.match(JOINT) ?? []).length;
}

function pronounOf(thing: string): 'it' | 'them' {
  const head = thing.slice(0, HEAD_ENDS.exec(thing)?.index ?? thing.length);
  return / and /.test(head) || /[^siu]s$/i.test(head) ? 'them' : 'it';
}

/** What is told and asks nothing, as the clause after "that". */
export const toldOnly = (clause: string): AskedQuestion => ({
  direct: '',
  inside: '',
  clause,
  lead: { plain: 'one thing', noun: 'question', several: false },
  about: 'answer',
  requests: false,
  tells: true,
});

/** A capital that only began the sentence. */
function begunSmall(text: string): string {
  const first = text.split(/[ ’',]/)[0] ?? '';
  return OPENS_ASKING.test(text) || (isWord(first) && first !== 'I') ? text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : text;
}
const OPENS_ASKING = new RegExp(`^(?:${AUX}|${WH}|any|you|y[’']all|ye|yous|by|at|from|in|on|for|to|until|since|about|with)\\b`, 'i');

/** One question, which can follow "one question:"; what has two sentences, or tells before it asks, cannot. */
const isOneAsked = (text: string): boolean =>
  /^[^.!?]+\?$/.test(text) &&
  !new RegExp(
    `(?:,| and|,? or) (?:(?:${AUX}|${WH})\\b|(?:who|what|where|when|how)['’]s\\b)(?<! or (?:is|are|was|were|do|does|did|can|could|will|would|should|shall|has|have))`,
    'i',
  ).test(text) &&
  (OPENS_ASKING.test(text) || !(text.includes(',') || isStatement(text)));

/** What was typed and asks, as sentences of its own: `text` with its closing mark. */
export const askedAsTyped = (text: string): AskedQuestion => ({
  direct: text,
  inside: isOneAsked(text) ? begunSmall(text) : '',
  lead: { plain: 'one question', noun: 'question', several: false },
  about: 'answer',
  requests: false,
  asIs: true,
});

/** What was typed, as sentences of its own: told where no mark at its end asks. */
export const saidAsTyped = (text: string): AskedQuestion => ({
  ...askedAsTyped(text),
  ...(text.endsWith('?') ? {} : { tells: true as const, clause: text }),
});

/** Reads the person's question with its kind; undefined for what asks nothing. */
export function askedQuestion(typed: string): AskedQuestion | undefined {
  const forms = questionForms(typed);
  if (!forms) return undefined;
  const { inside } = forms;
  const count = countOf(inside || (forms.clause ?? ''));
  const requests = REQUESTS.test(inside);
  const thing = SENDS.exec(inside)?.[1];
  const noun = requests && count === 1 && /^\w+ you|^\w+ (?:i|we) (?:have|get|borrow)\b/i.test(inside) ? 'request' : 'question';
  const plain = count > 1 ? `${WORDS[count] ?? 'a few'} ${noun}s` : `one ${noun}`;
  const told = { ...forms, inside: inside.replace(JOINT, ', and '), direct: forms.direct.replace(JOINT, ', and ') };
  return {
    ...told,
    // Two questions in one clause would need both turned round.
    ...(count > 1 && inside ? { clause: '' } : {}),
    lead: { plain, noun, several: count > 1 },
    about: FOR_A_TIME.test(inside) && !GIVES.test(inside) ? 'time' : 'answer',
    requests,
    ...(thing && !TO_SOMEONE.test(thing.replace(/ to (?:me|us)$/, '')) ? { sends: pronounOf(thing) } : {}),
  };
}
