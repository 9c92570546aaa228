import type { BriefBridge, BriefDraft, BriefReplyChannel, CallGoal, Objective, Register } from '../brief.ts';
import { readAsked } from './asked.ts';
import { readMinutes } from './minutes.ts';

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

/** An e-mail address, as far as anyone can tell from its shape. */
export const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const FEWEST_DIGITS = 6;
/** Longest text of one field, characters, as the brief's schema has it. */
const LONGEST = { part: 300, name: 100 } as const;

const said = (text: string, longest: number = LONGEST.name) => text.trim().slice(0, longest) || undefined;

function channelsOf({ email, assistant }: TypedPlan): BriefReplyChannel[] {
  const name = said(assistant);
  return [
    ...(ADDRESS.test(email.trim()) ? [{ channel: 'email' as const, address: email.trim() }] : []),
    ...(name ? [{ channel: 'assistant' as const, name }] : []),
  ];
}

/**
 * The number as it was typed. One in a row behind its country's code is parted before its last four digits: who types the code wants it
 * dialled, where a program that writes E.164 says nothing of that. Without the plans of numbers, which would be an eighth of the page's
 * first load.
 */
function numberOf({ number }: TypedPlan): string {
  return number.trim().replace(/^((?:\+|00)\d{4,})(\d{4})$/, '$1 $2');
}

/**
 * The brief that the fields say so far, as they were typed; the composer reads names, roles and sentences in it as they were meant.
 * Where only a place is known it stands for whoever answers there.
 */
export function draftOfPlan(plan: TypedPlan): BriefDraft {
  const minutes = readMinutes(plan.minutes);
  const asked = readAsked(plan.question);
  const topic = said(plan.topic, LONGEST.part) ?? said(asked.topic ?? '', LONGEST.part);
  const question = said(asked.question ?? '', LONGEST.part);
  const [deadline, because] = [said(plan.deadline), said(plan.because, LONGEST.part)];
  const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
    (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
  return {
    briefVersion: 1,
    objective: plan.objective,
    caller: { ...optional('name', said(plan.callerName)), ...optional('organisation', said(plan.callerOrganisation)) } as NonNullable<
      BriefDraft['caller']
    >,
    whom: {
      ...optional('name', said(plan.whomName) ?? said(plan.whomOrganisation)),
      ...optional('organisation', said(plan.whomOrganisation)),
    } as NonNullable<BriefDraft['whom']>,
    numbers: (plan.number.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS ? [{ number: numberOf(plan).slice(0, LONGEST.name) }] : [],
    replyChannels: channelsOf(plan),
    goal: plan.goal,
    register: plan.register,
    region: plan.region,
    ...(plan.bridge ? { bridge: plan.bridge } : {}),
    ...optional('topic', topic),
    ...optional('question', question),
    ...(minutes && 'minutes' in minutes ? { minutes: minutes.minutes } : {}),
    ...(deadline ? { deadline: { by: deadline, ...(because ? { because } : {}) } } : {}),
  } as BriefDraft;
}
