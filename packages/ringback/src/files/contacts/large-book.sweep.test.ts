import { findBridges, readPerson } from '@ringback/core';
import { expect, it } from 'vitest';
import { contactsFromBytes } from './read-contacts.ts';

it('gives every one of 50,000 rows of an address book to the search', () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `Given${index},Family${index},,,Company ${index % 900} Ltd,Clerk,12 Mar 2024`);
  const text = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`;
  const book = contactsFromBytes(new TextEncoder().encode(text), 'Connections.csv');
  expect(book.contacts).toHaveLength(50_000);
  const report = findBridges({
    me: readPerson({ basics: { name: 'Nora Castell' } }, 'me.json'),
    to: readPerson({ name: 'Martin Oyelaran', organisation: 'Company 17' }, 'to.json'),
    contacts: book.contacts,
    today: '2026-11-23',
  });
  expect(report.ties).toHaveLength(56);
});
