import { describe, expect, it } from 'vitest';
import { allowedTips, missingParts } from '../brief/missing.ts';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan } from '../brief/typed/plan.ts';
import { planNotes } from '../brief/typed/plan-notes.ts';
import { tidyBrief } from '../brief/typed/tidy-brief.ts';
import { always, never, PLAN, sayings } from './typed-plan.fixture.ts';

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
    ['+491705550123', 'DE', /plus 49, 170, 555, 0123/],
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

describe('articles and houses', () => {
  it.each([
    ['head of admissions, university of Exeter', /head of admissions at the University of Exeter/],
    ['grad student in biology, UC Davis', /a grad student in biology at UC Davis/],
    ['refugee from Kharkiv, accountant', /a refugee from Kharkiv and an accountant/],
    ['Gulf Marine Supplies LLC, procurement manager', /a procurement manager at Gulf Marine Supplies LLC/],
    ['HOD CHEMISTRY, DPS SCHOOL', /head of chemistry at (?:the )?DPS School/],
    ['Brittany Choir Exchange', /from the Brittany Choir Exchange/],
    ['Station 12 fire dept', /from the Station 12 Fire Department/],
    ['PTA treasurer', /the PTA treasurer/],
    ['daughter of Mr Lim Boon Keng, ward 5', /Mr Lim Boon Keng's daughter/],
    ['downstairs', /your neighbour from downstairs/],
    ['wife of Bill Sutter', /Bill Sutter's wife/],
    ['mum of tyler year 4', /mum of Tyler in Year 4/],
    ['year 13', /a student in Year 13/],
    ['dog rescue', /from the dog rescue/],
    ['refugee, was a dentist in Odesa', /a refugee[,.]/],
    ['returning citizen, forklift certified', /a returning citizen[,.]/],
    ['MSc student, Cairo Uni', /an MSc student at Cairo Uni/],
    ['foster carer', /a foster carer/],
    ['Thai restaurant', /from the Thai restaurant/],
    ['head of year 9', /head of year 9/i],
    ['daughter of Mrs Kovac room 12', /Mrs Kovac's daughter/],
    ['kebab shop, Mill Road', /from the kebab shop on Mill Road/],
    ['B&B, Skye', /from a B&B in Skye/],
    ['a bride and groom, 14 September', /a bride and groom[,.]/],
    ['u12s coach', /a U12s coach/],
    ['Cave Bertrand, wine merchant', /from Cave Bertrand/],
  ])('%s', (callerOrganisation, said) => {
    const texts = sayings({ callerOrganisation });
    expect(
      texts.some((text) => said.test(text)),
      texts[0],
    ).toBe(true);
  });

  it.each(['pub quiz', '84, lives alone', 'Grandma', 'mother in law', 'they run the pantry'])(
    '%s is asked about, and not said',
    (callerOrganisation) => {
      never({ callerOrganisation }, /quiz|84|lives alone|grandma|in-law|pantry/i);
      expect(planNotes({ ...PLAN, callerOrganisation })).toContainEqual({ field: 'callerOrganisation', says: expect.any(String) });
    },
  );

  it.each([
    ['room in your house', /about the room in your house/],
    ['mould in my flat', /about the mould in my flat/],
    ['claim 4471', /about claim 4471/],
    ['pancake breakfast', /about the pancake breakfast/],
    ['your X-ray', /about your X-ray/],
    ['volunteering at your shelter', /about volunteering at your shelter/],
    ['weeds on your plot', /about weeds on your plot/],
  ])('about %s', (topic, said) => {
    expect(sayings({ topic, question: 'Could we talk?' }).some((text) => said.test(text))).toBe(true);
  });
});
