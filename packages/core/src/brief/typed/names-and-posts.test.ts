import { expect, it } from 'vitest';
import { readAffiliation } from './affiliation.ts';
import { addressOf, readName } from './person.ts';

it.each([
  ['Mrs van der Merwe', 'Mrs van der Merwe'],
  ['Junior Engineer Shri Yadav', 'Shri Yadav'],
  ['Herr Professor Dr. Keller', 'Professor Keller'],
  ['Chief Emeka Nwosu', 'Chief Nwosu'],
  ["Msgr. O'Connell", "Monsignor O'Connell"],
  ['Sgt. Dale Worthington (ret.)', 'Sergeant Worthington'],
  ['Madam Beatrice', 'Madam Beatrice'],
])('%s is greeted as %s', (typed, formal) => expect(addressOf(readName(typed)).formal).toBe(formal));

it.each([
  ['next door at number 9', 'role', 'your neighbour at number 9'],
  ['they/them, barista applicant', 'role', 'a barista applicant'],
  ['University of Exeter, head of admissions', 'role', 'head of admissions at the University of Exeter'],
  ['recent grad, mechanical engineering', 'role', 'a recent grad in mechanical engineering'],
  ['father of Anaya Shetty, class 7B', 'role', 'father of Anaya Shetty in Class 7B'],
  ['Estate of Mary Quist (executor)', 'firm', 'Estate of Mary Quist'],
])('%s is a %s: %s', (typed, kind, said) => expect(readAffiliation(typed)).toEqual({ kind, said }));
