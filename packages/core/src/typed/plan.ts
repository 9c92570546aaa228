import type { Brief, BriefBridge, BriefDraft, BriefReplyChannel, CallGoal, Objective, Register } from '../brief/brief.ts';
import { deadlineInWords } from '../compose/grammar/deadline.ts';
import { questionForms } from '../compose/grammar/question.ts';
import { readAffiliation } from './affiliation.ts';
import { textCase } from './letter-case.ts';
import { readMinutes } from './minutes.ts';
import { askAboutNumber } from './phone.ts';
import { saysOnlyWhoCalls } from './sentence.ts';

/** A plan as fields on a page: every one a text, so that half an answer is no fault. */
export interface TypedPlan {
  objective: Objective;
  callerName: string;
  /** The firm or the role. */
  callerOrganisation: string;
  whomName: string;
  whomOrganisation: string;
  bridge?: BriefBridge;
  topic: string;
  question: string;
  minutes: string;
  deadline: string;
  because: string;
  number: string;
  email: string;
  assistant: string;
  goal: CallGoal;
  register: Register;
  /** The person's own country, "GB"; see {@link regionOfLocale}. */
  region: string;
}

/** What to say beside a field: what was not understood, and how to put it. */
export interface FieldNote {
  field: keyof TypedPlan;
  says: string;
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const FEWEST_DIGITS = 6;
/** Longest text of one field, characters, as the brief's schema has it. */
const LONGEST = { part: 300, name: 100 } as const;

const said = (text: string, longest: number = LONGEST.name) => text.trim().slice(0, longest) || undefined;

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
  note('callerOrganisation', works !== '' && !readAffiliation(works) && 'This names neither a firm nor a role, so no script says it.');
  note(
    'question',
    plan.question.trim() !== '' &&
      !questionForms(textCase(plan.question)) &&
      'This is a subject and no question yet: what about it do you want to know? For example “Is the role still open?”',
  );
  note('deadline', plan.deadline.trim() !== '' && !deadlineInWords(plan.deadline) && 'This is no date, so no script says one.');
  note('because', plan.because.trim() !== '' && plan.deadline.trim() === '' && 'A reason is said with its date: by when?');
  const bridge = plan.bridge;
  note(
    'bridge',
    bridge?.tie === 'own-words' && saysOnlyWhoCalls(bridge.sentence) && 'This says who you are. A tie is something the two of you share.',
  );
  return notes;
}

function channelsOf({ email, assistant }: TypedPlan): BriefReplyChannel[] {
  const name = said(assistant);
  return [
    ...(ADDRESS.test(email.trim()) ? [{ channel: 'email' as const, address: email.trim() }] : []),
    ...(name ? [{ channel: 'assistant' as const, name }] : []),
  ];
}

/** The brief that the fields say so far, as they were typed; the composer reads names, roles and sentences in it as they were meant. */
export function draftOfPlan(plan: TypedPlan): BriefDraft {
  const minutes = readMinutes(plan.minutes);
  const [deadline, because] = [said(plan.deadline), said(plan.because, LONGEST.part)];
  const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
    (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
  return {
    briefVersion: 1,
    objective: plan.objective,
    caller: { ...optional('name', said(plan.callerName)), ...optional('organisation', said(plan.callerOrganisation)) } as NonNullable<
      BriefDraft['caller']
    >,
    whom: { ...optional('name', said(plan.whomName)), ...optional('organisation', said(plan.whomOrganisation)) } as NonNullable<
      BriefDraft['whom']
    >,
    numbers: (plan.number.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS ? [{ number: plan.number.trim().slice(0, LONGEST.name) }] : [],
    replyChannels: channelsOf(plan),
    goal: plan.goal,
    register: plan.register,
    region: plan.region,
    ...(plan.bridge ? { bridge: plan.bridge } : {}),
    ...(said(plan.topic) ? { topic: said(plan.topic, LONGEST.part) } : {}),
    ...(said(plan.question) ? { question: said(plan.question, LONGEST.part) } : {}),
    ...(minutes && 'minutes' in minutes ? { minutes: minutes.minutes } : {}),
    ...(deadline ? { deadline: { by: deadline, ...(because ? { because } : {}) } } : {}),
  } as BriefDraft;
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
