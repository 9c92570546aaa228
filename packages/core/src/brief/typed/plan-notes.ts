import { datesInWords } from '../../compose/grammar/dates.ts';
import { deadlineInWords } from '../../compose/grammar/deadline.ts';
import { questionForms } from '../../compose/grammar/question.ts';
import type { SparePart } from '../../compose/said-parts.ts';
import type { Brief } from '../brief.ts';
import { readAffiliation } from './affiliation.ts';
import { readAsked } from './asked.ts';
import { textCase } from './letter-case.ts';
import { readMatter } from './matter.ts';
import { readMinutes } from './minutes.ts';
import { askAboutNumber } from './phone.ts';
import { ADDRESS, type TypedPlan } from './plan.ts';
import { saysNoTie, saysOnlyWhoCalls } from './sentence.ts';

/** What to say beside a field: what was not understood, and how to put it. */
export interface FieldNote {
  field: keyof TypedPlan;
  says: string;
}

/** What scripts did not say; a composition tells it. */
export interface Unsaid {
  unsaid: readonly SparePart[];
}

/**
 * Notes beside the fields: nothing that was typed is dropped in silence, and nothing blocks the scripts. What has no room is told of the
 * scripts that are shown, `composed`.
 */
export function planNotes(plan: TypedPlan, composed?: Unsaid | null): FieldNote[] {
  const notes: FieldNote[] = [];
  const note = (field: keyof TypedPlan, says: string | false | undefined) => says && notes.push({ field, says });
  const minutes = readMinutes(plan.minutes);
  note('minutes', minutes && 'ask' in minutes && minutes.ask);
  note('number', plan.number.trim() !== '' && askAboutNumber(plan.number, plan.region));
  note(
    'email',
    plan.email.trim() !== '' && !ADDRESS.test(plan.email.trim()) && 'An address has an @ and a dot after it, as in jo@example.com.',
  );
  const works = plan.callerOrganisation.trim();
  note(
    'callerOrganisation',
    works !== '' &&
      !readAffiliation(works) &&
      'Is it a firm or what you are? “From Alder Labs” or “a ward nurse” would tell; until then no script says it.',
  );
  const asked = readAsked(plan.question);
  note(
    'question',
    asked.saysOnlyOfOneself && 'This says something of you. What do you want to know from them? For example “Is the role still open?”',
  );
  note('question', asked.question !== undefined && askAboutQuestion(asked.question, works));
  note('deadline', plan.deadline.trim() !== '' && askAboutDay(plan.deadline, plan.region));
  note('because', plan.because.trim() !== '' && plan.deadline.trim() === '' && 'A reason is said with its date: by when?');
  const bridge = plan.bridge;
  note('bridge', bridge?.tie === 'own-words' && askAboutTie(bridge.sentence));
  for (const part of composed?.unsaid ?? []) {
    const field = FIELDS[part];
    if (!notes.some((one) => one.field === field)) note(field, noRoom(part, plan));
  }
  return notes;
}

/** Where each part is typed. */
const FIELDS: Readonly<Record<SparePart, keyof TypedPlan>> = {
  whom: 'whomName',
  topic: 'topic',
  callerOrganisation: 'callerOrganisation',
  deadline: 'deadline',
  because: 'because',
  bridge: 'bridge',
  tieInFull: 'bridge',
  minutes: 'minutes',
  email: 'email',
  assistant: 'assistant',
};

/** What to say of a part that no script says. */
function noRoom(part: SparePart, { email }: TypedPlan): string {
  if (part === 'whom') return 'Nobody is greeted by a post: with a name, as in “Karen Li”, the scripts would greet them by it.';
  const what = part === 'tieInFull' ? 'when and where it was' : 'this';
  const other = email.trim() !== '' && part !== 'email' ? ', or no e-mail,' : '';
  return `Thirty seconds have no room for ${what} beside the rest: a shorter question${other} would make some.`;
}

/** What to ask about a day that no script can say; undefined for one that can be said. */
function askAboutDay(typed: string, region: string): string | undefined {
  if (!datesInWords(typed, region)) return 'Which day is it? Write its month as a word, as in “4 May”; until then no script says it.';
  return deadlineInWords(typed, region) ? undefined : 'This is no date, so no script says one.';
}

/** What to ask about a tie in the person's own words; undefined for one that can be said. */
function askAboutTie(sentence: string): string | undefined {
  if (saysOnlyWhoCalls(sentence)) return 'This says who you are. A tie is something the two of you share.';
  return saysNoTie(sentence) ? 'Put it as a sentence, such as “You gave to our winter appeal”.' : undefined;
}

/** What to ask about the field for the one question; undefined where it asks, or surely tells. */
function askAboutQuestion(typed: string, works: string): string | undefined {
  const { asked, told } = readMatter(textCase(typed), works);
  if (asked !== undefined && questionForms(asked)) return undefined;
  if (asked !== undefined || told.length === 0)
    return 'This is a subject and no question yet: what about it do you want to know? For example “Is the role still open?”';
  return told.every(({ sure }) => sure)
    ? undefined
    : 'This is told as it stands. If you want to know it from them, end it with a question mark.';
}

/** The same notes for a brief that was written as a document; minutes are a number there. */
export function briefNotes(
  { caller, whom, bridge, topic, question, deadline, numbers, replyChannels, ...rest }: Brief,
  composed?: Unsaid,
): FieldNote[] {
  const plan: TypedPlan = {
    objective: rest.objective,
    goal: rest.goal,
    register: rest.register,
    region: rest.region,
    callerName: caller.name,
    callerOrganisation: caller.organisation ?? '',
    whomName: whom.name,
    whomOrganisation: whom.organisation ?? '',
    topic: topic ?? '',
    question: question ?? '',
    minutes: '',
    deadline: deadline?.by ?? '',
    because: deadline?.because ?? '',
    number: numbers[0]?.number ?? '',
    email: replyChannels.find(({ channel }) => channel === 'email')?.address ?? '',
    assistant: '',
    ...(bridge ? { bridge } : {}),
  };
  return planNotes(plan, composed);
}
