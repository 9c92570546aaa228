import { describe, expect, it } from 'vitest';
import { allowedTips, missingParts } from '../brief/missing.ts';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan, type TypedPlan } from '../brief/typed/plan.ts';
import { planNotes } from '../brief/typed/plan-notes.ts';
import { tidyBrief } from '../brief/typed/tidy-brief.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { composeScripts } from './compose.ts';
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

describe('what was typed in one breath', () => {
  it.each([
    ['i have a parcel for you where can i leave it', /I have a parcel for you\..*where (?:can I|I can) leave it/i],
    [
      "when will the shelter be mended, it's been smashed since christmas",
      /When will the shelter be mended\? It's been smashed since Christmas\./,
    ],
    ['have you got the cake stall float, need it back by weds', /Have you got the cake stall float\? I need it back by Wednesday\./],
    [
      'you missed your slot, want to rebook or should i close the file',
      /You missed your slot\. Want to rebook or should I close the file\?/,
    ],
    ['she fell at practice, ice and rest, can someone pick her up by 5', /Ice and rest\. Can someone pick her up by 5\?/],
    [
      'good afternoon ma, the pump has failed again, please who is your mechanic',
      /The pump has failed again\..*who (?:is your mechanic|your mechanic is)/i,
    ],
    [
      'picking you up at nine, is that too early love',
      /I(?:'m| am) picking you up at nine\..*(?:is that too early|that is too early)[.?]/i,
    ],
    ['part is in, need the building empty, what day', /The part is in\. I need the building empty\..*what day\?/i],
    ['gig fell through, got anything else for the 21st', /The gig fell through\..*have (?:you )?got anything else for the 21st/i],
    ['he did not eat, should i call the doctor or will you come', /He did not eat\..*should I call the doctor,? or will you come\?/i],
    ['sprained my wrist cant do this week', /sprained my wrist\. .*(?:I )?can't do this week/i],
    [
      'leak in kitchen again, the tape is not holding, can you come before weekend',
      /There is a leak in the kitchen again\. The tape is not holding\..*come before the weekend/i,
    ],
    ['is tuesday still on and should i bring the crib', /Is Tuesday still on and should I bring the crib\?/],
    ['they liked you, tuesday or wednesday?', /They liked you\..*tuesday or wednesday\?/i],
    ['any bread going spare tonight we can collect after 8', /there is any bread going spare|is there any bread going spare/i],
    ['last fitting friday at 4 bring the shoes', /Last fitting Friday at 4 bring the shoes\./],
    ["i'm off from monday, who's covering", /I'm off from Monday\. .*who's covering\?/i],
    ["can you cover me tonight, kid's got a fever", /cover me tonight[?.] Kid's got a fever\./],
    ['got the hinge, can do it on friday', /I got the hinge\..*I can do it on Friday\./i],
    ['missed the bus gonna be late', /I missed the bus\..*I(?:'m| am) going to be late\./i],
    ["loose dog on road 9 it's been at my hens", /Loose dog on road 9\. It's been at my hens\./],
    ['please sir may i write it another day', /(?:may I|I may) write it another day[?.]/i],
    ['would 40 minutes suit you, we meet at 7', /(?:would 40 minutes|40 minutes would) suit you[?.] We meet at 7\./i],
    ['yours is done, closed sunday', /Yours is done/],
    ['Jayden is due for his flu shot. Want Monday or Thursday?', /(?:do|whether) you want Monday or Thursday/i],
    ['you down for the 9 to 1 or the 1 to 5?', /are you down for the 9 to 1|you are down for the 9 to 1/i],
  ])('%s', (question, said) => always({ question }, said));

  it('keeps its reason a sentence', () => {
    never({ deadline: 'Friday', because: 'the principal signs that day' }, /(?:for|because of) the principal/);
  });

  it('says hours as hours', () => never({ question: 'When may our man come to measure the pipes?', minutes: '2 hours' }, /120/));
});

describe('a visit', () => {
  const plan = { question: 'Would you look at three samples, 20 minute visit?', minutes: '20' };
  it('has minutes of its own, which are not those of the call', () => {
    never(plan, /on the phone|samples, 20/);
    always(plan, /would you look at three samples|you would look at three samples/i);
    always(plan, /twenty minutes/i);
    always({ question: 'can you come in after school, about half an hour' }, /after school[.?] .*half an hour/i);
  });
});

describe('a list without a verb', () => {
  it.each([
    ['budget, timing, next step', 'the garden wall', /I have three questions: the budget, (?:the )?timing, and the next step\./],
    ['colour or black, size, price?', 'the poster', /I have three questions: colour or black, the size, and the price\./],
  ])('“%s” is so many questions', (question, topic, said) => always({ question, topic }, said));

  it('is what somebody needs where it begins so', () =>
    always({ question: 'need the deed, two forms, and your id', topic: 'the sale' }, /I need the deed, two forms, and your ID\./));
});

describe('what stands behind the question', () => {
  it('is told behind it', () => {
    always({ question: "is he free to play sunday, we're short" }, /(?:free to play Sunday[.?]) We're short\./);
    always({ question: "is he free to play sunday we're short" }, /(?:free to play Sunday[.?]) We're short\./);
  });
  it('stands in its order where the question is said as typed', () =>
    always({ question: 'second message now, when will you come' }, /Second message now\. When will you come\?/));
});

it('what is asked beside a subject of its own is said', () =>
  always({ topic: 'Rufus', question: 'home check sat or sun' }, /Home check Saturday or Sunday\?/));

describe('a day with what happens otherwise', () => {
  const plan = { question: 'do you want it', deadline: 'friday or it goes to auction' };
  it('is a day, and then what happens', () => {
    always(plan, /by Friday\b(?! or)/);
    always(plan, /(?:Otherwise|If not,) it goes to auction\./);
  });
  it('a loss is what happens otherwise', () =>
    always({ deadline: '1 August', because: 'i lose my place' }, /(?:Otherwise|If not,) I lose my place\./));
});

it('the subject and the reason stay where shorter words make room for them', () => {
  const brief = parseBrief(
    draftOfPlan({
      ...PLAN,
      callerOrganisation: 'first gen college student',
      whomName: 'financial aid office',
      topic: 'verification',
      question: 'my file says incomplete but i sent everything twice',
      deadline: 'aug 1',
      because: 'i lose my spot in the dorm',
      number: '(559) 555-0160',
      email: 'xreyes@example.com',
      region: 'US',
    }),
  );
  for (const { text } of composeScripts(brief, { reader }).scripts) {
    expect(text).toMatch(/verification/);
    expect(text).toMatch(/I lose my spot in the dorm/);
  }
});

it('offices, halls and titles cut short are not greeted by their first word', () => {
  for (const whomName of ['parks dept', 'environmental health', 'site manager at Docklands', 'Ivy Rooftop'])
    always({ whomName }, /^(?:Hi|Hello)(?:\.|, )/);
  for (const whomName of ['the guy about the F-150', 'super at 400 W 9th']) always({ whomName }, /^(?:Hi|Hello)(?:\.|, )/);
  always({ whomName: 'James in the top room' }, /^(?:Hi|Hello) James\b/);
  always({ whomName: 'bride to be Anna' }, /^(?:Hi|Hello) Anna\b/);
  always({ whomName: 'Mr Kaplan upstairs' }, /^(?:Hi|Hello) Mr Kaplan\b/);
  always({ whomName: 'Engr. Danjuma' }, /^(?:Hi|Hello) Engineer Danjuma\b/);
  always({ whomName: 'Rose Wood' }, /^(?:Hi|Hello) Rose\b/);
});

it('a name in capitals, and a mother by her child’s', () => {
  always({ whomName: 'MR RAO' }, /^H\w+ Mr Rao\b/);
  always({ whomName: 'mom of Jayden Ortiz' }, /^(?:Hi|Hello)[,.] /);
});
