import { expect } from 'vitest';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan, type TypedPlan } from '../brief/typed/plan.ts';
import { namedOnce } from './grammar/named-once.ts';
import { speechParts } from './grammar/parts.ts';
import { mannersFor, planScript } from './manners.ts';

export const PLAN: TypedPlan = {
  objective: 'other',
  callerName: 'Nora Castell',
  callerOrganisation: '',
  whomName: 'Ms Alvarez',
  whomOrganisation: '',
  topic: '',
  question: 'Is the hall free?',
  minutes: '',
  deadline: '',
  because: '',
  number: '07700 900123',
  email: '',
  assistant: '',
  goal: 'call-back',
  register: 'plain',
  region: 'GB',
};

/** Every wording of every manner of a plan, each in some whole script. */
export function sayings(given: Partial<TypedPlan>): string[] {
  const parts = speechParts(parseBrief(draftOfPlan({ ...PLAN, ...given })));
  return mannersFor(parts).flatMap((manner) => {
    const slots = planScript(manner, parts).map(({ options, short = [] }) => [...options, ...short]);
    const longest = Math.max(...slots.map(({ length }) => length));
    return Array.from({ length: longest }, (_, turn) => namedOnce(slots.map((options) => options[turn % options.length]).join(' '), parts));
  });
}
/** Every saying of the plan has the pattern, or none. */
export const always = (plan: Partial<TypedPlan>, pattern: RegExp) => {
  for (const text of sayings(plan)) expect(text).toMatch(pattern);
};
export const never = (plan: Partial<TypedPlan>, pattern: RegExp) => {
  for (const text of sayings(plan)) expect(text).not.toMatch(pattern);
};
