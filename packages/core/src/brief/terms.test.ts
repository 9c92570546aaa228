import { expect, it } from 'vitest';
import { readPerson } from '../bridge/read-person.ts';
import { termsOfPerson } from '../bridge/terms.ts';
import { numberTerms, termsOfBrief } from './terms.ts';

it('the terms of a brief are its names, firms, numbers and addresses, as they would be said', () => {
  const terms = termsOfBrief({
    caller: { name: 'Joan Miller', organisation: 'Moorfield Hospital', role: 'a ward nurse' },
    whom: { name: 'Edgar Walters' },
    bridge: { tie: 'known-colleague', person: 'Ethan Brown', organisation: 'Delmar Clinic' },
    topic: 'the reference',
    numbers: [{ number: '(312) 555-0164' }],
    replyChannels: [
      { channel: 'email', address: 'joan@example.com' },
      { channel: 'assistant', name: 'Helen' },
    ],
  });
  const named = ['Joan Miller', 'Moorfield Hospital', 'Edgar Walters', 'Ethan Brown', 'Delmar Clinic', 'joan at example dot com', 'Helen'];
  expect(terms).toEqual([...named, '(312) 555-0164', '+13125550164']);
  expect(termsOfBrief({})).toEqual([]);
});

it('a number is said as in its country and with its code, and as it is where it is no whole one', () => {
  expect(numberTerms('020 7946 0018', 'GB')).toEqual(['020 7946 0018', '+442079460018']);
  expect(numberTerms('555-0164', 'US')).toEqual(['555-0164']);
});

it('the terms of a person are the own name, addresses and where the person works, studied and belongs', () => {
  const me = {
    name: 'Joan Miller',
    email: 'Joan@Example.com',
    organisation: 'Moorfield Hospital',
    schools: ['Lincoln College'],
    knows: ['Ann Ford'],
  };
  expect(termsOfPerson(readPerson(me, 'me.json'))).toEqual([
    'Joan Miller',
    'joan at example dot com',
    'Moorfield Hospital',
    'Lincoln College',
  ]);
});
