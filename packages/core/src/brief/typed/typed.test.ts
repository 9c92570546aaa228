import { describe, expect, it } from 'vitest';
import { deadlineInWords } from '../../compose/grammar/deadline.ts';
import { questionForms } from '../../compose/grammar/question.ts';
import { reasonInWords } from '../../compose/grammar/reason.ts';
import { readAffiliation } from './affiliation.ts';
import { readAsked } from './asked.ts';
import { textCase } from './letter-case.ts';
import { readMinutes } from './minutes.ts';
import { addressOf, readName, readSomeone } from './person.ts';
import { askAboutNumber, completeNumber } from './phone.ts';
import { draftOfPlan, type TypedPlan } from './plan.ts';
import { planNotes } from './plan-notes.ts';
import { regionOfLocale } from './region.ts';
import { ownSentence, selfSentence } from './sentence.ts';

it.each([
  ['recent nursing graduate', 'role', 'a recent nursing graduate'],
  ['the registered nurse', 'role', 'a registered nurse'],
  ['Registered Nurse', 'role', 'a registered nurse'],
  ['phd student at tübingen', 'role', 'a PhD student at Tübingen'],
  ["nurse at st. mary's", 'role', "a nurse at St. Mary's"],
  ['CEO of alder labs', 'role', 'CEO of Alder Labs'],
  ['head of sales at Alder Labs', 'role', 'head of sales at Alder Labs'],
  ['ward manager, leeds general', 'role', 'a ward manager at Leeds General'],
  ['RN', 'role', 'an RN'],
  ["lena's mum", 'role', "Lena's mum"],
  ["Earl Lawson's daughter", 'role', "Earl Lawson's daughter"],
  ['mother of lena', 'role', "Lena's mother"],
  ['mother of two', 'role', 'a mother of two'],
  ['first year', 'role', 'a first-year student'],
  ['neighbor across the street', 'role', 'your neighbor across the street'],
  ['managing editor, journal of tides', 'role', 'managing editor of the Journal of Tides'],
  ['student, 3rd period', 'role', 'a student in 3rd period'],
  ['HR, Beacon Insurance', 'firm', 'HR at Beacon Insurance'],
  ['front desk at the palm hotel', 'firm', 'the front desk at the Palm Hotel'],
  ['your neighbour', 'role', 'your neighbour'],
  ["i'm a plumber", 'role', 'a plumber'],
  ['harbour foods', 'firm', 'Harbour Foods'],
  ['University of leeds', 'firm', 'University of Leeds'],
  ['the Orchard Trust', 'firm', 'the Orchard Trust'],
  ['a small bakery in Leeds', 'firm', 'a small bakery in Leeds'],
  ['Baker Tilly', 'firm', 'Baker Tilly'],
  ['eBay', 'firm', 'eBay'],
  ['kpmg', 'firm', 'KPMG'],
])('an organisation or role: %s is a %s, %s', (typed, kind, said) => {
  expect(readAffiliation(typed)).toEqual({ kind, said });
});

it.each(['retired', 'self-employed', 'none', ''])('names neither firm nor role: %j', (typed) => {
  expect(readAffiliation(typed)).toBeUndefined();
});

it.each([
  ['twenty', 20],
  ['half an hour', 30],
  ['quarter of an hour', 15],
  ['5-10', 10],
  ['ten to fifteen', 15],
  ['about 15 min.', 15],
  ['1.5 hours', 90],
  ['1h', 60],
  ['a minute', 1],
  ['5 minutes max', 5],
])('minutes: %s is %i', (typed, minutes) => {
  expect(readMinutes(typed)).toEqual({ minutes });
});

it.each(['a few', 'a couple of minutes', 'not long', 'quick chat', '500', '0'])('minutes: %s is asked about', (typed) => {
  expect(readMinutes(typed)).toHaveProperty('ask');
});

it.each([
  ['mr oyelaran', 'Mr Oyelaran', 'Mr Oyelaran'],
  ['Ms. Alvarez', 'Ms. Alvarez', 'Ms. Alvarez'],
  ['PROFESSOR NAKAMURA', 'Professor Nakamura', 'Professor Nakamura'],
  ['professor anders holm', 'Professor Holm', 'Professor Holm'],
  ['Dr. maria van der berg', 'Dr. van der Berg', 'Dr. van der Berg'],
  ['mr martin oyelaran', 'Mr Oyelaran', 'Martin'],
  ["pat o'brien", 'Pat', 'Pat'],
  ['Oyelaran, Martin', 'Martin', 'Martin'],
  ['Sir Ian Holt', 'Sir Ian', 'Sir Ian'],
  ['alum Pat Ray', 'Pat', 'Pat'],
  ['Elena Varga, MD', 'Dr Varga', 'Dr Varga'],
  ['Mr and Mrs Patel', 'Mr and Mrs Patel', 'Mr and Mrs Patel'],
  ['principal hayes', 'Principal Hayes', 'Principal Hayes'],
  ['my old boss Jim', 'Jim', 'Jim'],
  ['my old friend bill', 'Bill', 'Bill'],
  ['anna von Trapp', 'Anna', 'Anna'],
  ['mason reed', 'Mason', 'Mason'],
])('a name: %s is %s, casually %s', (typed, plain, casual) => {
  expect(addressOf(readName(typed))).toMatchObject({ plain, casual });
});

it.each([
  ['my friend ana', 'my friend Ana'],
  ['my husband', 'my husband'],
  ['my sister ana', 'my sister Ana'],
  ['dana from accounts', 'Dana from accounts'],
  ['dana at harbour foods', 'Dana at Harbour Foods'],
  ['prof. lee', 'Professor Lee'],
])('someone: %s is %s', (typed, said) => {
  expect(readSomeone(typed)).toBe(said);
});

it.each([
  ['the role is still open', 'Is the role still open?', 'whether the role is still open'],
  ['The role is still open?', 'Is the role still open?', 'whether the role is still open'],
  ['role still open?', 'Is the role still open?', 'whether the role is still open'],
  ['i want to know if you are hiring', 'Are you hiring?', 'whether you are hiring'],
  ['when the parcel will arrive', 'When will the parcel arrive?', 'when the parcel will arrive'],
  ['how many seats you have', 'How many seats do you have?', 'how many seats you have'],
  ['you have ten minutes on friday', 'Do you have ten minutes on Friday?', 'whether you have ten minutes on Friday'],
  ['please send me the slides', 'Could you send me the slides?', 'whether you could send me the slides'],
  ['i want to visit the plant', 'Could I visit the plant?', 'whether I could visit the plant'],
  ['I would like to meet you next week', 'Could we meet next week?', 'whether we could meet next week'],
  ['would love your feedback', 'Could I have your feedback?', 'whether I could have your feedback'],
  ['any news on my application', 'Is there any news on my application?', 'whether there is any news on my application'],
  ['free on friday', 'Are you free on Friday?', 'whether you are free on Friday'],
  [
    'have my assistant schedule the call',
    'Could I have my assistant schedule the call?',
    'whether I could have my assistant schedule the call',
  ],
  ['have my papers arrived', 'Have my papers arrived?', undefined],
  ['who leads the team', 'Who leads the team?', undefined],
  ['is it open? and who decides?', 'Is it open, and who decides?', undefined],
  ['want to swap shifts on friday?', 'Do you want to swap shifts on Friday?', 'whether you want to swap shifts on Friday'],
  ['coming to my graduation', 'Are you coming to my graduation?', 'whether you are coming to my graduation'],
  ['tryouts still on for saturday', 'Are tryouts still on for Saturday?', 'whether tryouts are still on for Saturday'],
  ['speak at our demo day', 'Could you speak at our demo day?', 'whether you could speak at our demo day'],
  ['please return the ladder', 'Could you return the ladder?', 'whether you could return the ladder'],
  [
    '15 minutes to show you the planner',
    'Could I have 15 minutes to show you the planner?',
    'whether I could have 15 minutes to show you the planner',
  ],
  ['what do i bring to the audition', 'What do I bring to the audition?', undefined],
  [
    'heard anything about the analyst job',
    'Have you heard anything about the analyst job?',
    'whether you have heard anything about the analyst job',
  ],
  ['you still need a hand with the hay', 'Do you still need a hand with the hay?', 'whether you still need a hand with the hay'],
  ['why Tyler got detention', '', 'why Tyler got detention'],
  ['need a price on gravel', 'Could I have a price on gravel?', 'whether I could have a price on gravel'],
  ['r u still selling the bike', 'Are you still selling the bike?', 'whether you are still selling the bike'],
  ['the lift is fixed by monday', 'Will the lift be fixed by Monday?', 'whether the lift will be fixed by Monday'],
  ['you wrote a reference for Luca', '', 'whether you wrote a reference for Luca'],
])('a question: %s', (typed, direct, clause) => {
  const forms = questionForms(textCase(typed));
  expect(forms?.direct).toBe(direct);
  expect(forms?.clause).toBe(clause);
});

it.each([
  ['I wonder whether the lab has space', { question: 'whether the lab has space', saysOnlyOfOneself: false }],
  ['I am interested in the job.', { topic: 'the job', saysOnlyOfOneself: true }],
  ['I wonder about your data set', { topic: 'your data set', saysOnlyOfOneself: true }],
  ["I'm curious about the grant", { topic: 'the grant', saysOnlyOfOneself: true }],
  ["I'm a nurse from Leeds", { saysOnlyOfOneself: true }],
  ['I have a question about the job', { question: 'I have a question about the job', saysOnlyOfOneself: false }],
  ['I was wondering if I could visit', { question: 'I was wondering if I could visit', saysOnlyOfOneself: false }],
  ['Am I still in time?', { question: 'Am I still in time?', saysOnlyOfOneself: false }],
])('the field for the question: %s', (typed, asked) => {
  expect(readAsked(typed)).toEqual(asked);
});

it.each([
  'I need to know this by Friday',
  'a reference for Ana',
  'your advice on visas',
  'the offer on your boat',
  'your kind offer to chair the appeal',
])('no question but a subject: %s', (typed) => {
  expect(questionForms(typed)).toBeUndefined();
});

it.each([
  ['friday', 'by Friday'],
  ['asap', 'as soon as you can'],
  ['end of week', 'by the end of the week'],
  ['two days', 'within two days'],
  ['5th', 'by the 5th'],
  ['tomorrow', 'tomorrow'],
  ['tomorow', 'tomorrow'],
  ['dec 1', 'by December 1'],
  ['cob today', 'by the close of business today'],
  ['cob thursday', 'by the close of business on Thursday'],
  ['no rush', undefined],
])('a date: %s is %s', (typed, said) => {
  expect(deadlineInWords(textCase(typed), 'US')).toBe(said);
});

it.each([
  ['because of the audit', { thing: 'the audit', purpose: 'the audit' }],
  ['another offer', { thing: 'another offer' }],
  ['because my lease ends', { clause: 'my lease ends' }],
  ['prices go up tonight', { clause: 'prices go up tonight' }],
  ['got another offer', { clause: 'I got another offer' }],
  ['so I can load the truck', { clause: 'that way I can load the truck' }],
])('a reason: %s is %s', (typed, said) => {
  expect(reasonInWords(typed)).toEqual(said);
});

it.each([
  ['07700 900123', 'GB', '+447700900123'],
  ['0046 70 174 06 05', 'US', '+46701740605'],
  ['(415) 555-0142', 'US', '+14155550142'],
])('a number: %s in %s is %s', (typed, region, e164) => {
  expect(completeNumber(typed, region)?.number).toBe(e164);
  expect(askAboutNumber(typed, region)).toBeUndefined();
});

it.each([
  ['555-0123', 'US', /area code/],
  ['07700 900123', 'US', /Which country/],
  ['415-555-014', 'US', /whole/],
])('a number: %s in %s is asked about', (typed, region, ask) => {
  expect(askAboutNumber(typed, region)).toMatch(ask);
});

it('tells the country of a browser’s language', () => {
  expect([regionOfLocale('en-GB'), regionOfLocale('de'), regionOfLocale('?')]).toEqual(['GB', 'DE', undefined]);
});

it.each([
  [ownSentence, 'met at the summit last year', 'We met at the summit last year.'],
  [ownSentence, 'dana whitfield suggested I call', 'Dana Whitfield suggested I call.'],
  [selfSentence, 'A ward nurse moving to Leeds in March.', 'I am a ward nurse moving to Leeds in March.'],
  [selfSentence, 'I ran the Leeds depot', 'I ran the Leeds depot.'],
])('a sentence with words left out: %o %s', (whole, typed, said) => {
  expect(whole(typed)).toBe(said);
});

describe('a plan', () => {
  const plan: TypedPlan = {
    objective: 'job',
    callerName: 'sarah kim',
    callerOrganisation: 'recent nursing graduate',
    whomName: 'Ms. Alvarez',
    whomOrganisation: '',
    topic: '',
    question: 'the role is still open',
    minutes: 'half an hour',
    deadline: '',
    because: '',
    number: '07700 900123',
    email: 'sarah@example.com',
    assistant: '',
    goal: 'call-back',
    register: 'plain',
    region: 'GB',
  };

  it('that is understood has no notes, and gives the brief', () => {
    expect(planNotes(plan)).toEqual([]);
    expect(draftOfPlan(plan)).toMatchObject({ minutes: 30, region: 'GB', numbers: [{ number: '07700 900123' }] });
  });

  it('says beside each field what it did not understand, and blocks nothing', () => {
    const odd: TypedPlan = {
      ...plan,
      minutes: 'a few',
      number: '555-0123',
      region: 'US',
      email: 'sarah',
      callerOrganisation: 'retired',
      question: 'a reference for Ana',
      deadline: 'no rush',
      bridge: { tie: 'own-words', sentence: "I'm calling from Harbour Foods" },
    };
    expect(planNotes(odd).map(({ field }) => field)).toEqual([
      'minutes',
      'number',
      'email',
      'callerOrganisation',
      'question',
      'deadline',
      'bridge',
    ]);
    expect(draftOfPlan(odd).numbers).toEqual([{ number: '555-0123' }]);
  });
});
