import { describe, expect, it } from 'vitest';
import { allowedTips, missingParts } from '../brief/missing.ts';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan, type TypedPlan } from '../brief/typed/plan.ts';
import { planNotes } from '../brief/typed/plan-notes.ts';
import { tidyBrief } from '../brief/typed/tidy-brief.ts';
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

describe('what happens otherwise', () => {
  const threat = {
    question: 'i need to hear from you or you lose your place',
    deadline: '1 July',
    because: 'the room must be booked by Friday',
  };

  it('is said as it was typed, and its reason with it', () => {
    always(threat, /I need to hear from you, or you lose your place\./);
    always(threat, /the room must be booked by Friday\./i);
    always(
      { question: 'clear the weeds by the 20th or the plot goes to the next on the list' },
      /Clear the weeds by the 20th, or the plot goes to the next on the list\./,
    );
  });

  it('is no narrow ask, and told as no subject', () => {
    const plan = { ...PLAN, ...threat };
    expect(allowedTips(draftOfPlan(plan))).not.toContain('request');
    expect(planNotes(plan)).toContainEqual({ field: 'question', says: expect.stringContaining('told as it stands') });
  });

  it('is no choice', () => never({ question: 'are you coming or will your brother' }, /coming, or/));
});

describe('a plan that knows only the place', () => {
  const place = { whomName: '', whomOrganisation: 'kerry walking tours', callerOrganisation: 'a tourist from Sweden' };

  it('is for whoever answers there', () => {
    expect(missingParts(draftOfPlan({ ...PLAN, ...place })).filter(({ needed }) => needed)).toEqual([]);
    expect(sayings(place).some((text) => /^(?:Hi|Hello), .*whoever can help at Kerry Walking Tours\./.test(text))).toBe(true);
    never(place, /^(?:Hi|Hello) (?:Kerry|kerry)|Thanks?(?: you)?, Kerry/);
    expect(sayings({ ...place, whomOrganisation: 'Flat 6, Alma Court' }).some((text) => /whoever is (?:in )?at Flat 6/.test(text))).toBe(
      true,
    );
  });

  it('stays one when it was tidied', () => {
    const tidy = tidyBrief(parseBrief(draftOfPlan({ ...PLAN, ...place })));
    expect(tidyBrief(tidy)).toEqual(tidy);
    expect(tidy.whom).toEqual({ name: 'Kerry Walking Tours', organisation: 'Kerry Walking Tours' });
  });
});
