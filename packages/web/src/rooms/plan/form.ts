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

/** Longest name and longest sentence a field takes, characters; the server refuses longer ones. */
export const LONGEST = { name: 100, sentence: 300 } as const;

/** Fields whose answer cannot be used, each with what to write there. */
export type FieldFaults = Partial<Record<keyof PlanForm, string>>;

const LONGEST_TALK_MIN = 240;
const FEWEST_DIGITS = 6;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What stands at a number that nobody could call. */
export const NO_NUMBER = 'That is no whole number yet: write all its digits, with the country code if it is abroad, as in +1 415 555 0142.';

const said = (text: string): string | undefined => text.trim() || undefined;

/** Leaves out what was not answered. */
function given<T extends object>(parts: T): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}

/** Minutes as people write them besides figures. */
const IN_WORDS: Readonly<Record<string, number>> = {
  'half an hour': 30,
  'quarter of an hour': 15,
  'an hour': 60,
  'forty-five': 45,
  thirty: 30,
  'twenty-five': 25,
  twenty: 20,
  fifteen: 15,
  twelve: 12,
  ten: 10,
  nine: 9,
  eight: 8,
  seven: 7,
  six: 6,
  five: 5,
  four: 4,
  three: 3,
  two: 2,
  one: 1,
};

function minutesOf(text: string): number | undefined {
  const figure = /\d+/.exec(text)?.[0];
  const word = Object.keys(IN_WORDS).find((one) => text.toLowerCase().replace(/\s+/g, ' ').includes(one));
  const minutes = figure === undefined ? word && IN_WORDS[word] : Number(figure);
  return minutes !== undefined && minutes !== '' && minutes >= 1 && minutes <= LONGEST_TALK_MIN ? minutes : undefined;
}

const hasNumber = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= FEWEST_DIGITS;

/** What is answered and cannot be used; everything else of the brief is used all the same. */
export function faultsOf({ minutes, number, email }: PlanForm): FieldFaults {
  return given({
    minutes: said(minutes) && minutesOf(minutes) === undefined ? `Write the minutes as a figure from 1 to ${LONGEST_TALK_MIN}.` : undefined,
    number: said(number) && !hasNumber(number) ? NO_NUMBER : undefined,
    email: said(email) && !ADDRESS.test(email.trim()) ? 'An address looks like nora@example.com.' : undefined,
  }) as FieldFaults;
}

/** The brief that the fields say so far; what is half an answer is left out. `region` is where numbers are read. */
export function draftOf(form: PlanForm, region: string): BriefDraft {
  const minutes = minutesOf(form.minutes);
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
    numbers: hasNumber(form.number) ? [{ number: form.number.trim() }] : [],
    replyChannels: channelsOf(form),
    goal: form.goal,
    register: form.register,
    region,
    ...(bridge && { bridge }),
    ...(topic && { topic }),
    ...(question && { question }),
    ...(minutes !== undefined && { minutes }),
    ...(deadline && { deadline: { by: deadline, ...(because && { because }) } }),
  };
}

function channelsOf({ email, assistant }: PlanForm): NonNullable<BriefDraft['replyChannels']> {
  const address = ADDRESS.test(email.trim()) ? email.trim() : null;
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

/** The fields of a brief that was kept. */
export function formOf(draft: BriefDraft): PlanForm {
  const { caller, whom, bridge, numbers, replyChannels } = draft;
  return {
    ...EMPTY_PLAN,
    ...given({ objective: draft.objective, goal: draft.goal, register: draft.register, topic: draft.topic, question: draft.question }),
    callerName: caller?.name ?? '',
    callerOrganisation: caller?.organisation ?? '',
    whomName: whom?.name ?? '',
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
