import { datesInWords } from '../../compose/grammar/dates.ts';
import { deadlineInWords } from '../../compose/grammar/deadline.ts';
import { speechParts } from '../../compose/grammar/parts.ts';
import { questionForms } from '../../compose/grammar/question.ts';
import { partsWithoutRoom } from '../../compose/room.ts';
import type { Brief } from '../brief.ts';
import { missingParts } from '../missing.ts';
import { briefSchema } from '../schema.ts';
import { readAffiliation } from './affiliation.ts';
import { readAsked } from './asked.ts';
import { textCase } from './letter-case.ts';
import { readMatter } from './matter.ts';
import { readMinutes } from './minutes.ts';
import { askAboutNumber } from './phone.ts';
import { ADDRESS, draftOfPlan, type TypedPlan } from './plan.ts';
import { saysNoTie, saysOnlyWhoCalls } from './sentence.ts';

/** What to say beside a field: what was not understood, and how to put it. */
export interface FieldNote {
  field: keyof TypedPlan;
  says: string;
}

/** Notes beside the fields: nothing that was typed is dropped in silence, and nothing blocks the scripts. */
export function planNotes(plan: TypedPlan): FieldNote[] {
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
  for (const part of leftOut(plan)) if (!notes.some(({ field }) => field === part)) note(part, NO_ROOM);
  return notes;
}

const NO_ROOM = 'Thirty seconds have no room for this beside the rest: a shorter question, or no e-mail, would make some.';

/** What was typed and no script has room for; nothing while the plan lacks a part. */
function leftOut(plan: TypedPlan): readonly (keyof TypedPlan)[] {
  const draft = draftOfPlan(plan);
  if (missingParts(draft).some(({ needed }) => needed)) return [];
  const read = briefSchema.safeParse(draft);
  return read.success ? partsWithoutRoom(speechParts(read.data)) : [];
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
export function briefNotes({ caller, whom, bridge, topic, question, deadline, numbers, replyChannels, ...rest }: Brief): FieldNote[] {
  return planNotes({
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
  });
}
