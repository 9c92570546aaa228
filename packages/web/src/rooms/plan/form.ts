import type { BriefBridge, BriefDraft, CallGoal, FieldNote, Objective, Register, TypedPlan } from '@ringback/core';

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
  /** Empty until it is said. */
  objective: Objective | '';
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
  objective: '',
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

/** Longest name and longest sentence a field takes, characters; the server refuses longer ones. */
export const LONGEST = { name: 100, sentence: 300 } as const;

/** Notes beside the fields: what was not understood there, and how to put it. */
export type FieldFaults = Partial<Record<keyof PlanForm, string>>;

/** Notes by the field of the page that they stand at. */
export const faultsOf = (notes: readonly FieldNote[]): FieldFaults =>
  Object.fromEntries(notes.map(({ field, says }) => [field === 'bridge' ? 'tieName' : field, says]));

const said = (text: string): string | undefined => text.trim() || undefined;

/** Leaves out what was not answered. */
function given<T extends object>(parts: T): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}

/** The fields as core reads them. `region` is the person's own country. */
export function planOf({ tie, tieName, tieWhen, foundTie, ...fields }: PlanForm, region: string): TypedPlan {
  const bridge = bridgeOf({ tie, tieName, tieWhen, foundTie });
  return { ...fields, objective: fields.objective || 'other', region, ...(bridge && { bridge }) };
}

function bridgeOf({
  tie,
  tieName,
  tieWhen,
  foundTie,
}: Pick<PlanForm, 'tie' | 'tieName' | 'tieWhen' | 'foundTie'>): BriefBridge | undefined {
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

/** The fields of a brief that was kept. */
export function formOf(draft: BriefDraft): PlanForm {
  const { caller, whom, bridge, numbers, replyChannels } = draft;
  return {
    ...EMPTY_PLAN,
    ...given({ objective: draft.objective, goal: draft.goal, register: draft.register, topic: draft.topic, question: draft.question }),
    callerName: caller?.name ?? '',
    callerOrganisation: caller?.organisation ?? '',
    whomName: whom?.name && whom.name !== whom.organisation ? whom.name : '',
    whomOrganisation: whom?.organisation ?? '',
    minutes: draft.minutes === undefined ? '' : String(draft.minutes),
    deadline: draft.deadline?.by ?? '',
    because: draft.deadline?.because ?? '',
    number: numbers?.[0]?.number ?? '',
    email: replyChannels?.find(({ channel }) => channel === 'email')?.address ?? '',
    assistant: replyChannels?.find(({ channel }) => channel === 'assistant')?.name ?? '',
    ...(bridge && tieOf(bridge)),
  } as PlanForm;
}

function tieOf(bridge: BriefBridge): Pick<PlanForm, 'tie' | 'tieName' | 'tieWhen' | 'foundTie'> {
  const plain = { tieWhen: ('when' in bridge && bridge.when) || '', foundTie: null };
  switch (bridge.tie) {
    case 'referrer':
    case 'mutual-contact':
      return { ...plain, tie: bridge.tie, tieName: bridge.person };
    case 'shared-organisation':
    case 'shared-school':
      return { ...plain, tie: bridge.tie, tieName: bridge.organisation };
    case 'shared-event':
      return { ...plain, tie: bridge.tie, tieName: bridge.event };
    case 'own-words':
      return { ...plain, tie: bridge.tie, tieName: bridge.sentence };
    default:
      return { ...plain, tie: 'found', tieName: 'the tie that was found', foundTie: bridge };
  }
}
