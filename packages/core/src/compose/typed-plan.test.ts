import { describe, expect, it } from 'vitest';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan, type TypedPlan } from '../brief/typed/plan.ts';
import { planNotes } from '../brief/typed/plan-notes.ts';
import { namedOnce } from './grammar/named-once.ts';
import { speechParts } from './grammar/parts.ts';
import { mannersFor, planScript } from './manners.ts';

const PLAN: TypedPlan = {
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
function sayings(given: Partial<TypedPlan>): string[] {
  const parts = speechParts(parseBrief(draftOfPlan({ ...PLAN, ...given })));
  return mannersFor(parts).flatMap((manner) => {
    const slots = planScript(manner, parts).map(({ options, short = [] }) => [...options, ...short]);
    const longest = Math.max(...slots.map(({ length }) => length));
    return Array.from({ length: longest }, (_, turn) => namedOnce(slots.map((options) => options[turn % options.length]).join(' '), parts));
  });
}
const always = (plan: Partial<TypedPlan>, pattern: RegExp) => {
  for (const text of sayings(plan)) expect(text).toMatch(pattern);
};
const never = (plan: Partial<TypedPlan>, pattern: RegExp) => {
  for (const text of sayings(plan)) expect(text).not.toMatch(pattern);
};

describe('a deadline', () => {
  it('of tomorrow is one to answer by', () => {
    never({ deadline: 'tomorrow evening' }, /(?<!by )tomorrow evening/);
    never({ deadline: 'tomorrow morning' }, /(?<!by )tomorrow morning/);
  });

  it('in figures that could be either of two days is asked about, and no script says it', () => {
    const plan = { ...PLAN, deadline: '4/5', region: 'CA' };
    never(plan, /4\/5/);
    expect(planNotes(plan)).toContainEqual({ field: 'deadline', says: expect.stringContaining('Write its month as a word') });
  });
});

describe('a number typed with its country’s code', () => {
  it.each([
    ['+49 170 555 0123', 'DE', /plus 49, 170, 555, 0123/],
    ['+33261910123', 'FR', /plus 33, 2, ?61|plus 33, 261|plus 33, 2/],
    ['0044 7700 900123', 'GB', /plus 44, 7700, 900, 123/],
    ['+1 415 555 0142', 'US', /\b415, 555, 0142/],
    ['07700 900123', 'GB', /\b07700, 900, 123/],
  ])('%s in %s is said so that it can be dialled', (number, region, said) => {
    always({ number, region }, said);
  });
});

describe('a reason', () => {
  it('is no sentence that hangs on nothing', () => never({ deadline: 'Friday', because: 'ours runs out' }, /[.?!] Ours runs out/));
});
