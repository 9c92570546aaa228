import { describe, expect, it } from 'vitest';
import { parseBrief } from '../brief/schema.ts';
import { draftOfPlan } from '../brief/typed/plan.ts';
import { planNotes } from '../brief/typed/plan-notes.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { composeScripts } from './compose.ts';
import { always, never, PLAN } from './typed-plan.fixture.ts';

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
  always({ topic: 'Rufus', question: 'home check sat or sun' }, /[Hh]ome check Saturday or Sunday\?/));

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

describe('what thirty seconds have no room for', () => {
  const plan = {
    ...PLAN,
    callerName: 'Bea Lindqvist',
    callerOrganisation: 'the Courier-Post',
    whomName: 'Councilman Ortega',
    topic: 'story on the bridge repair money',
    question: 'did you know about the overrun before the vote, and who signed off',
    deadline: '5:30 pm today',
    because: 'we go to print at 7',
    number: '856 555 0108',
    email: 'bea@example.com',
    register: 'formal' as const,
    region: 'US',
  };
  const composition = composeScripts(parseBrief(draftOfPlan(plan)), { reader });
  const scripts = composition.scripts.map(({ text }) => text);
  const notes = planNotes(plan, composition).map(({ field }) => field);

  it.each([
    ['callerOrganisation', /from the Courier-Post/],
    ['topic', /bridge repair money/],
    ['because', /[Ww]e go to print at 7/],
  ] as const)('%s is said in a script, or told beside its field', (field, said) => {
    expect(scripts.some((text) => said.test(text)) || notes.includes(field)).toBe(true);
  });

  it('is told of no part that is said', () => {
    const shorter = { ...plan, email: '', question: 'did you know about the overrun' };
    const room = composeScripts(parseBrief(draftOfPlan(shorter)), { reader });
    expect(planNotes(shorter, room).map(({ field }) => field)).not.toContain('topic');
    expect(notes.length).toBeGreaterThan(0);
  });
});

describe('questions in two halves and of other forms', () => {
  it.each([
    ['do we need a permit and how long it takes', /do we need a permit,? and how long does it take\?/i],
    ["how many tables you have and if there's parking for the bus", /how many tables do you have, and is there parking for the bus\?/i],
    ['I want to know if I need the card before I apply', /do I need the card before I apply\?|whether I need the card before I apply/i],
    ['whether the draft will be ready for the 9th', /will the draft be ready|whether the draft will be ready/i],
    ['normal that its a bit red?', /is it normal that it's|whether it is normal that it's/i],
    ['deliver or collect?', /(?<!could you )deliver or collect\?/i],
    ['if you got my email', /did you get my email|whether you got my email/i],
    ['when am I getting it back / why was some deducted', /getting it back, and why was some deducted\?/i],
    ["can we shift it to Wednesday, 14 o'clock?", /2 o'clock/],
  ])('%s', (question, said) => always({ question, deadline: 'Friday' }, said));
});

describe('days, hours and reasons', () => {
  it('an hour alone is one, and is not taken for a part of a year', () => {
    always({ topic: 'your 2014 Civic', deadline: '2', because: 'we close at 3' }, /by 2 o'clock/);
    never({ deadline: 'this morning' }, /by this morning/);
  });
  it('a fee is what happens otherwise', () =>
    always({ deadline: 'by Fri or late fee' }, /by Friday\b(?! or).*(?:Otherwise|If not,) there will be a late fee\./));
  it.each([
    ['slates going up 12% on the 1st', /slates are going up 12% on the 1st/i],
    ['court timetable', /because of the court timetable/],
    ['our new numbers contradict the fiscal note', /(?<!for )our new numbers contradict the fiscal note/i],
    ['truck is leaving tomorrow morning', /the truck is leaving tomorrow morning/i],
  ])('because %s', (because, said) => always({ deadline: 'Friday', because }, said));
});

it('nobody answers a question with “Or write to me”', () =>
  never({ email: 'nora@example.com', question: 'Is the hall free?' }, /free\? Or (?:write|e-mail|send)/));

it('names and houses in short', () => {
  always({ whomName: 'Mehta ji', region: 'IN', number: '+91 99999 00123' }, /^H\w+ Mehta ji\b/i);
  always({ whomName: 'Brookside Property Mgmt' }, /^(?:Hi|Hello)[,.] /);
  never({ callerName: 'Joe', callerOrganisation: 'Joe from the garden centre' }, /from Joe/);
  never({ topic: "Jaylen's SAT prep", question: 'Would Monday suit?' }, /Saturday/);
  never({ callerOrganisation: 'Univ. of Arizona' }, /Univ\./);
});
