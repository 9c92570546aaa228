import { describe, expect, it } from 'vitest';
import type { BriefBridge } from '../brief/brief.ts';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan } from '../brief/typed/plan.ts';
import { planNotes } from '../brief/typed/plan-notes.ts';
import { always, never, PLAN, sayings } from './typed-plan.fixture.ts';

describe('a tie and its words', () => {
  it.each([
    [{ tie: 'earlier-contact', how: 'wrote', event: 'the roof survey' }, /exchanged messages about the roof survey/],
    [{ tie: 'earlier-contact', how: 'wrote', event: 'LinkedIn' }, /exchanged messages on LinkedIn/],
    [{ tie: 'earlier-contact', how: 'worked', event: 'the harbour mural' }, /worked together on the harbour mural/],
    [{ tie: 'earlier-contact', how: 'worked', event: 'Harbour Foods' }, /worked together at Harbour Foods/],
    [
      { tie: 'earlier-contact', how: 'worked', event: 'the brochure', when: 'since 2019' },
      /(?:We(?:'ve)?|You and I(?: have)?) worked together on the brochure(?! since)|(?:We've|You and I have) worked[^.]* since 2019/,
    ],
    [{ tie: 'earlier-contact', how: 'spoke', event: 'the pump valves' }, /(?:spoke|talked) about the pump valves/],
    [{ tie: 'earlier-contact', how: 'spoke', event: 'the open day' }, /(?:spoke|talked) at the open day/],
    [{ tie: 'earlier-contact', how: 'met', event: 'the Packaging Expo' }, /met at the Packaging Expo/],
    [{ tie: 'shared-school', organisation: 'Ridgeway High class of 91' }, /both in the Ridgeway High class of 91/],
    [{ tie: 'shared-school', organisation: 'Ridgeway High' }, /went to Ridgeway High/],
    [{ tie: 'shared-school', organisation: 'University of Leeds' }, /(?:studied at|went to) the University of Leeds/],
    [{ tie: 'shared-organisation', organisation: "St Luke's Church" }, /been part of St Luke's Church/],
    [{ tie: 'shared-organisation', organisation: 'Teamsters Local 70' }, /been part of Teamsters Local 70/],
    [{ tie: 'shared-organisation', organisation: 'the Royal Navy' }, /served in the Royal Navy/],
    [{ tie: 'shared-organisation', organisation: 'Harbour Foods' }, /worked at Harbour Foods/],
    [
      { tie: 'known-colleague', person: 'my cousin Petra', organisation: 'Lupin Press' },
      /[Mm]y cousin Petra (?:works with you )?at Lupin Press/,
    ],
    [{ tie: 'known-colleague', person: 'your deputy Mo', organisation: 'Lupin Press' }, /I know your deputy Mo at Lupin Press/],
    [{ tie: 'known-colleague', person: 'Petra Lind', organisation: 'your third floor' }, /on your third floor/],
    [
      { tie: 'referrer', person: 'my aunt Vera who runs the bakery next door' },
      /[Mm]y aunt Vera, who runs the bakery next door,? (?:suggested|recommended)/,
    ],
    [{ tie: 'own-words', sentence: 'my mother Ana Ruiz taught at your school' }, /My mother Ana Ruiz taught at your school/],
  ] satisfies [BriefBridge, RegExp][])('%j', (bridge, said) => always({ bridge }, said));

  it('of a pupil still there is no past', () => {
    const bridge = { tie: 'shared-school', organisation: 'Brandeis' } as const;
    always(
      { bridge, callerOrganisation: 'sophomore at Brandeis' },
      /I'm a sophomore at Brandeis, (?:where you went too|and I know you went there)/,
    );
    always({ bridge, callerOrganisation: 'a nurse' }, /(?:studied at|went to) Brandeis/);
  });

  it('with somebody in it is a sentence, and a thing alone is none', () => {
    const noted = (sentence: string) =>
      planNotes({ ...PLAN, bridge: { tie: 'own-words', sentence } }).some(({ field }) => field === 'bridge');
    expect(noted('our neighbour Joan worked in your office')).toBe(false);
    expect(noted('your retired colleague')).toBe(true);
  });

  it('names a house whole where its name begins as another does', () => {
    const bridge = { tie: 'known-colleague', person: 'Beth Lowe', organisation: 'St. Clare' } as const;
    never({ bridge, topic: 'the ward job at St. Clare Infirmary' }, /there Infirmary/);
  });
});

describe('names', () => {
  it.each([
    ['Superintendent Boyle', 'Superintendent Boyle'],
    ['Revd Anne Marsh', 'Reverend Marsh'],
    ['Big Tony', 'Big Tony'],
    ['Anil sir', 'Anil sir'],
    ['our Tracy', 'Tracy'],
    ['Head of Sales Joanna Reid', 'Joanna'],
    ['Karen at the gate', 'Karen'],
    ['Joan and Peter Marlow', 'Joan and Peter'],
    ['Rose Wood', 'Rose'],
  ])('%s is greeted as %s', (whomName, greeted) => always({ whomName }, new RegExp(`^H\\w+ ${greeted}(?=[,.!])`)));

  it('of a park is no person’s', () =>
    never({ topic: 'the lamps in Jenny Park', question: 'Who mends the lamps in Jenny Park?' }, /in Jenny(?! Park)/));

  it('of hours are no department', () => {
    always({ deadline: 'Friday', because: 'it is a 3 hr flight' }, /a 3-hour flight/);
    never({ question: 'does hr have my form' }, /hour/i);
  });
});

describe('days', () => {
  it.each([
    ['tomorrow lunchtime', /by tomorrow lunchtime/],
    ['tomorrow suppertime', /by tomorrow suppertime/],
    ['EGM on Sunday', /by the EGM on Sunday/],
    ['board meeting', /by the board meeting/],
    ['tomorrow', /(?<!by )tomorrow/],
  ])('%s', (deadline, said) => always({ deadline }, said));

  it('of an occasion are not those of the answer', () => {
    never({ question: 'Could you bake the cake for our wedding?', deadline: 'Palm Sunday' }, /wedding by/);
    expect(sayings({ question: 'Could you send the form?', deadline: 'Friday' }).some((text) => /send the form by Friday/.test(text))).toBe(
      true,
    );
  });

  it('that a reason points at stand right before it', () => {
    const plan = { question: 'Can you lend us the hall for the 14th?', deadline: 'month end', minutes: '5' };
    always({ ...plan, because: 'the grant only comes in then' }, /by (?:the )?month end[.?] (?:The grant|I'm asking because the grant)/);
  });
});

it('nobody in North America is “speaking”', () => {
  never({ register: 'formal', region: 'US' }, /speaking/);
  expect(sayings({ register: 'formal' }).some((text) => /Nora Castell speaking/.test(text))).toBe(true);
});

it('“friendly” is casual', () => expect(parseBrief({ ...draftOfPlan(PLAN), register: 'friendly' }).register).toBe('casual'));
