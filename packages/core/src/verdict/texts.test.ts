import { expect, it } from 'vitest';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from './review.ts';
import { DELETED, RETURNED } from './texts.fixture.ts';

const verdictOf = (text: string) => review(scriptArtifacts(text, { name: 'call.txt' }), { reader }).verdict;

it('never deletes a good message nor returns a bad one', () => {
  expect(RETURNED.filter((text) => verdictOf(text).decision === 'delete')).toEqual([]);
  expect(DELETED.filter((text) => verdictOf(text).decision === 'return')).toEqual([]);
});

it('ranks good messages above bad ones', () => {
  const [good, bad] = [RETURNED.map((text) => verdictOf(text).score), DELETED.map((text) => verdictOf(text).score)];
  const right = good.flatMap((g) => bad.map((b) => (g > b ? 1 : g === b ? 0.5 : 0)));
  expect(right.reduce((sum: number, value) => sum + value, 0) / right.length).toBeGreaterThanOrEqual(0.93);
});
