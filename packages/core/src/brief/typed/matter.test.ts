import { expect, it } from 'vitest';
import { readAffiliation } from './affiliation.ts';
import { readMatter } from './matter.ts';
import { isPost } from './person.ts';

const told = (typed: string, role = '') => readMatter(typed, role).told.map(({ clause }) => clause);

it.each([
  ['both twins have chicken pox', ['both twins have chicken pox']],
  ['boiler still not working', ['the boiler is still not working']],
  ['found your phone in my car', ['I found your phone in my car']],
  ['rent will be 3 days late this month sorry', ['the rent will be 3 days late this month']],
  ['My flight arrives at 6 pm. Can somebody pick me up?', ['my flight arrives at 6 pm']],
  ['I hurt my ankle, can I freeze my membership', ['I hurt my ankle']],
  ['need new key, lock was changed', ['the lock was changed']],
  ['you need to bring your report to the appointment', ['you need to bring your report to the appointment']],
  ['your dad fell this morning but he is fine', ['your dad fell this morning but he is fine']],
  ['mould in bathroom again', ['there is mould in the bathroom again']],
  ['the role is still open', []],
  ['milo can switch reading groups', []],
  ['your first job was in sales', []],
])('what is told: %s', (typed, clauses) => expect(told(typed)).toEqual(clauses));

it.each([
  ['I cannot come Tuesday, I can come Wednesday?', 'I can come Wednesday?'],
  ['your Camry needs new pads, $340, ok to go ahead?', 'ok to go ahead?'],
  ['we were at yours in March. Has the council said yes?', 'Has the council said yes?'],
  ['the lift is not working since morning, when it will be repaired', 'when it will be repaired'],
  ['lesson moves to Thursday ok', 'is that all right?'],
])('what is asked after it: %s', (typed, asked) => {
  const matter = readMatter(typed, '');
  expect(matter.told.length).toBeGreaterThan(0);
  expect(matter.asked).toBe(asked);
});

it('a subject before the question is what the call is about', () => {
  expect(readMatter('my test results, are they back', '')).toMatchObject({ asked: 'are they back', subject: 'my test results' });
});

it.each(['committee', 'yoga studio', 'HOA', "Dr Ahmed's surgery", 'GP surgery', 'host family', 'art director', 'kennels'])(
  '%s is a post',
  (typed) => expect(isPost(typed)).toBe(true),
);
it.each(['Jan', 'Poppy', 'Coach', 'Father Tom', 'Faith Hill', 'TOM', 'Councilwoman Reyes', 'landlord Steve'])('%s is someone', (typed) =>
  expect(isPost(typed)).toBe(false),
);

it.each([
  ['bridesmaid', 'a bridesmaid'],
  ['Nail tech', 'a nail tech'],
  ['TENANT FLAT 4B', 'a tenant in flat 4b'],
  ['translator EN-UA', 'a translator'],
  ['Foreman @ Keystone Builders', 'a foreman at Keystone Builders'],
  ['chef de partie', 'a chef de partie'],
  ['Eagle Scout candidate', 'an Eagle Scout candidate'],
  ['neighbours at no 12', 'your neighbours at number 12'],
  ['treasurer', 'the treasurer'],
  ['widow of Harold Pike', "Harold Pike's widow"],
])('a role without a list: %s', (typed, said) => expect(readAffiliation(typed)).toEqual({ kind: 'role', said }));

it.each(['yoga', 'quilting', 'front of house'])('what could be a firm or a role is asked about: %s', (typed) =>
  expect(readAffiliation(typed)).toBeUndefined(),
);
it.each([
  ['Grace Methodist', 'Grace Methodist'],
  ['orchard growers', 'Orchard Growers'],
  ['removals, Two Men & a Van', 'Two Men & a Van'],
])('a firm: %s', (typed, said) => expect(readAffiliation(typed)).toEqual({ kind: 'firm', said }));
