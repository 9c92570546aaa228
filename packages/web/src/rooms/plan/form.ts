import type { BriefBridge, BriefDraft, CallGoal, Objective, Register } from '@ringback/core';

/** Which tie the person chose; the empty one is none. */
export type TieChoice =
  | ''
  | 'referrer'
  | 'mutual-contact'
  | 'shared-organisation'
  | 'shared-school'
  | 'shared-event'
  | 'own-words'
  | 'found';

/** The brief as fields on the page: every one a text, so that half an answer is no fault. */
export interface PlanForm {
  objective: Objective;
  callerName: string;
  callerOrganisation: string;
  whomName: string;
  whomOrganisation: string;
  tie: TieChoice;
  tieName: string;
  tieWhen: string;
  /** A tie that the finder found, as it is. */
  foundTie: BriefBridge | null;
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
}

/** An empty plan. */
export const EMPTY_PLAN: PlanForm = {
  objective: 'other',
  callerName: '',
  callerOrganisation: '',
  whomName: '',
  whomOrganisation: '',
  tie: '',
  tieName: '',
  tieWhen: '',
  foundTie: null,
  topic: '',
  question: '',
  minutes: '',
  deadline: '',
  because: '',
  number: '',
  email: '',
  assistant: '',
  goal: 'call-back',
  register: 'plain',
};

const LONGEST_TALK_MIN = 240;
const FEWEST_DIGITS = 6;

const said = (text: string): string | undefined => text.trim() || undefined;

/** Leaves out what was not answered. */
function given<T extends object>(parts: T): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}

/** The brief that the fields say so far; what is half an answer is left out. */
export function draftOf(form: PlanForm): BriefDraft {
  const minutes = Number.parseInt(form.minutes, 10);
  const deadline = said(form.deadline);
  const because = said(form.because);
  const bridge = bridgeOf(form);
  const topic = said(form.topic);
  const question = said(form.question);
  return {
    briefVersion: 1,
    objective: form.objective,
    caller: given({ name: said(form.callerName), organisation: said(form.callerOrganisation) }) as NonNullable<BriefDraft['caller']>,
    whom: given({ name: said(form.whomName), organisation: said(form.whomOrganisation) }) as NonNullable<BriefDraft['whom']>,
    numbers: (form.number.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS ? [{ number: form.number.trim() }] : [],
    replyChannels: channelsOf(form),
    goal: form.goal,
    register: form.register,
    region: 'US',
    ...(bridge && { bridge }),
    ...(topic && { topic }),
    ...(question && { question }),
    ...(minutes >= 1 && minutes <= LONGEST_TALK_MIN && { minutes }),
    ...(deadline && { deadline: { by: deadline, ...(because && { because }) } }),
  };
}

function channelsOf({ email, assistant }: PlanForm): NonNullable<BriefDraft['replyChannels']> {
  const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? email.trim() : null;
  const name = said(assistant);
  return [...(address ? [{ channel: 'email' as const, address }] : []), ...(name ? [{ channel: 'assistant' as const, name }] : [])];
}

function bridgeOf({ tie, tieName, tieWhen, foundTie }: PlanForm): BriefBridge | undefined {
  const name = said(tieName);
  const when = said(tieWhen);
  const dated = when ? { when } : {};
  if (tie === 'found') return foundTie ?? undefined;
  if (!name) return undefined;
  switch (tie) {
    case 'referrer':
    case 'mutual-contact':
      return { tie, person: name };
    case 'shared-organisation':
    case 'shared-school':
      return { tie, organisation: name, ...dated };
    case 'shared-event':
      return { tie, event: name, ...dated };
    case 'own-words':
      return { tie, sentence: name };
    default:
      return undefined;
  }
}
