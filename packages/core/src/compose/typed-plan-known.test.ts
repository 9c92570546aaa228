import { describe, expect, it } from 'vitest';
import { always, never, sayings } from './typed-plan.fixture.ts';

describe('a subject that is a sentence', () => {
  const question = 'when will somebody come';
  it.each([
    ['the heating is broken since saturday and we have a baby', /The heating is broken since Saturday and we have a baby\. /],
    ['we want to close Mill Lane for two hours', /We want to close Mill Lane for two hours\. /],
    ['your apple trees are in', /Your apple trees are in\. /],
    ['my car broke down', /My car broke down\. /],
    ['appointment for my mother, she speak only Somali', /She speaks only Somali\. /],
    ['boiler has failed', /The boiler has failed\. /],
  ])('%s', (topic, said) => {
    always({ topic, question }, said);
    never({ topic, question }, /about (?:the heating is|we want|the we|your apple trees are|my car broke|the boiler has)|, she speak/);
  });

  it('is told where nothing is asked', () => always({ topic: 'your apple trees are in', question: '' }, /[Yy]our apple trees are in\./));

  it('keeps the subject before it', () =>
    always({ topic: 'appointment for my mother, she speaks only Somali', question: 'do you have a form?' }, /appointment for my mother/));

  it.each(['the invoice you sent', 'the house we are selling', 'getting the keys you have', 'a role in Austin, hybrid, up to 190k'])(
    'is none where the verb belongs to a noun: %s',
    (topic) => expect(sayings({ topic, question: 'Could we talk?' }).some((text) => text.includes(`about ${topic}`))).toBe(true),
  );
});

describe('a subject and its article', () => {
  it.each([
    ["Biscuit's appt tmrw", /about Biscuit's appointment tomorrow/],
    ["dad's fall last night", /about my dad's fall last night/],
    ['borrowing the trailer', /about borrowing the trailer/],
    ['welding job on the notice board', /about the welding job on the notice board/],
    ['bake sale + gym floor fund', /about the bake sale and the gym floor fund/],
    ['claim 88-1034 denied', /about claim 88-1034, which was denied/],
  ])('%s', (topic, said) => {
    expect(sayings({ topic, question: 'Could we talk?' }).some((text) => said.test(text))).toBe(true);
    never({ topic }, /about the (?:Biscuit|dad|borrowing)|about welding/);
  });

  it('is the quote that the question asks about', () =>
    never({ topic: 'quote for the roof', question: 'is the quote ok?' }, /about a quote/));
});

describe('what the caller is to somebody who knows them', () => {
  it.each([
    [{ callerName: 'Dave', callerOrganisation: 'plumber', register: 'casual' }, /Dave(?: here)?, the plumber\./],
    [{ callerOrganisation: 'wedding photographer', topic: 'your album' }, /your wedding photographer\./],
    [{ callerOrganisation: 'landlord', whomName: 'Tasha', topic: 'rent' }, /your landlord\./],
    [{ callerOrganisation: 'upstairs neighbor' }, /your upstairs neighbor\./],
    [{ callerName: 'Joyce', callerOrganisation: 'library volunteer', whomName: 'Pat' }, /from the library\./],
    [{ callerOrganisation: 'tenant, unit 4C' }, /the tenant in unit 4C\./],
  ] as const)('%s', (plan, said) => {
    expect(sayings(plan).some((text) => said.test(text))).toBe(true);
    never(plan, /\ban? (?:plumber|wedding|landlord|upstairs|library|tenant)/);
  });

  it('is one of its kind to a stranger', () => {
    never({ callerOrganisation: 'welder', objective: 'job', topic: 'your welding job' }, /the welder/);
    never({ callerOrganisation: 'landlord', whomName: 'the council', whomOrganisation: 'Leeds Council' }, /your landlord/);
  });
});

describe('who else can be spoken to', () => {
  it('takes the answer where no time is asked for', () => {
    always(
      { question: 'Have you signed the contract?', assistant: 'Moira in our office' },
      /Moira in our office can (?:also )?(?:take|pass on) your answer\b/,
    );
    never({ question: 'Have you signed the contract?', assistant: 'Moira in our office' }, /find a time|set up a time/);
    always({ objective: 'meeting', question: 'Could we meet?', assistant: 'Moira' }, /Moira can (?:\w+) (?:\w+ )?(?:a time|a call)/);
  });

  it('is of the listener where it says so', () => {
    always({ objective: 'meeting', question: 'Could we meet?', assistant: 'her EA Lucas' }, /Lucas, your EA, can (?:also )?.* with me\b/);
    always({ assistant: 'your wife' }, /[Yy]our wife can/);
    always({ assistant: 'any nurse' }, /[Aa]ny nurse can/);
    always({ assistant: 'reception' }, /[Rr]eception can (?:also )?(?:take|pass on) your/);
  });
});
