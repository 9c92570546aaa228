import { describe, expect, it } from 'vitest';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan, type TypedPlan } from '../brief/typed/plan.ts';
import { planNotes } from '../brief/typed/plan-notes.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { composeScripts } from './compose.ts';
import { PLAN } from './typed-plan.fixture.ts';

const composed = (given: Partial<TypedPlan>) => {
  const plan = { ...PLAN, ...given };
  const composition = composeScripts(parseBrief(draftOfPlan(plan)), { reader });
  return {
    scripts: composition.scripts.map(({ text }) => text),
    fields: planNotes(plan, composition).map(({ field }) => field),
  };
};

const FULL: Partial<TypedPlan> = {
  callerName: 'Ines Ferro',
  callerOrganisation: 'owner of Ferro Tiles',
  whomName: 'Mr Dunmore',
  bridge: { tie: 'earlier-contact', how: 'met', event: 'the trade fair', when: 'in September' },
  topic: 'the order for the hotel bathrooms',
  question: 'Can you hold the price until the new year?',
  minutes: '10',
  deadline: 'Friday',
  because: 'my supplier closes for the winter',
  email: 'ines.ferro@example.com',
  assistant: 'Matteo',
};

/** Where each part of the plan stands in a script. */
const SAID: readonly (readonly [keyof TypedPlan, RegExp])[] = [
  ['callerOrganisation', /Ferro Tiles/],
  ['bridge', /trade fair in September/],
  ['topic', /hotel bathrooms/],
  ['minutes', /ten[ -]minute/i],
  ['deadline', /by Friday/],
  ['because', /supplier closes/],
  ['email', /ines dot ferro/],
  ['assistant', /Matteo/],
];

describe('what was typed is said in a script, or told beside its field, and not both', () => {
  const plans: readonly Partial<TypedPlan>[] = [
    FULL,
    { ...FULL, email: '' },
    { ...FULL, topic: '', because: '' },
    { ...FULL, goal: 'email-reply' },
    { ...FULL, register: 'formal', email: '', minutes: '' },
  ];
  it.each(plans.map((plan, at) => [at, plan] as const))('plan %i', (_, plan) => {
    const { scripts, fields } = composed(plan);
    for (const [field, said] of SAID) {
      if (!plan[field]) continue;
      expect(fields.includes(field), `${field}\n${scripts.join('\n')}`).toBe(!scripts.some((text) => said.test(text)));
    }
  });
});

describe('an address and somebody to speak to', () => {
  it('are both offered, where not in one script then in two', () => {
    const { scripts, fields } = composed({ ...FULL, bridge: { tie: 'shared-school', organisation: 'Marlow College' } });
    expect(scripts.some((text) => /Matteo can/.test(text))).toBe(true);
    expect(scripts.some((text) => /ines dot ferro/.test(text))).toBe(true);
    expect(fields).not.toContain('assistant');
  });
});

it('a post that nobody is greeted by is told beside the name', () => {
  expect(composed({ whomName: 'committee' }).fields).toContain('whomName');
  expect(composed({ whomName: 'Ms Alvarez' }).fields).not.toContain('whomName');
});
