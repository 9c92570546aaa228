import { expect, it } from 'vitest';
import { findEmails } from './find-emails.ts';
import { findWebAddresses } from './find-web-addresses.ts';

it.each([
  'at '.repeat(350_000),
  'dot '.repeat(250_000),
  'slash '.repeat(160_000),
  'a'.repeat(1_000_000),
  '@'.repeat(1_000_000),
  '/'.repeat(1_000_000),
  'a.'.repeat(500_000),
  'a@'.repeat(500_000),
  'a-'.repeat(500_000),
])('finds no address in a megabyte of anything (case %#)', (text) => {
  expect(findEmails({ text, words: [] })).toEqual([]);
  expect(findWebAddresses({ text, words: [] })).toEqual([]);
});
