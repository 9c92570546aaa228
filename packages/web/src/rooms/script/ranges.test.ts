import type { Rewrite } from '@ringback/core';
import { expect, test } from 'vitest';
import { carriedOver, type MarkedRange, piecesOf, rewriteAt } from './ranges.ts';

const range = (from: number, to: number, severity: MarkedRange['severity'] = 'improve'): MarkedRange => ({
  from,
  to,
  severity,
  tip: 'goal',
  finding: { message: '', evidence: '', fix: '', good: false },
});

test('pieces join to the text, and the worst shows where ranges overlap', () => {
  const text = 'pick your brain over coffee';
  const pieces = piecesOf(text, [range(0, 15), range(5, 9, 'fail')]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces).toEqual([
    { text: 'pick ', severity: 'improve' },
    { text: 'your', severity: 'fail' },
    { text: ' brain', severity: 'improve' },
    { text: ' over coffee', severity: null },
  ]);
});

test('ranges move with words that are typed before them, and those under the edit are let go', () => {
  const before = 'Hello. Pick your brain. Bye.';
  const marked = [range(0, 5), range(7, 22)];
  expect(carriedOver(marked, before, 'Hello Ann. Pick your brain. Bye.')).toMatchObject([
    { from: 0, to: 5 },
    { from: 11, to: 26 },
  ]);
  expect(carriedOver(marked, before, 'Hello. Pick my brain. Bye.')).toMatchObject([{ from: 0, to: 5 }]);
});

test('the finding that is selected is the one that is mended, wherever its edit lies; what has no edit mends nothing else', () => {
  const edit = (number: number, tip: Rewrite['tip'], charStart: number, charEnd: number): Rewrite => ({
    number,
    tip,
    finding: '',
    before: '',
    after: '',
    charStart,
    charEnd,
  });
  const marked = [
    { ...range(0, 10), tip: 'tone' as const },
    { ...range(5, 9), tip: 'request' as const },
    { ...range(20, 30), tip: 'bridge' as const },
  ];
  const edits = [edit(1, 'tone', 0, 10), edit(2, 'request', 40, 40)];
  expect(rewriteAt(edits, marked, 5, 9)?.number).toBe(2);
  expect(rewriteAt(edits, marked, 0, 10)?.number).toBe(1);
  expect(rewriteAt(edits, marked, 20, 30)).toBeUndefined();
  expect(rewriteAt(edits, marked, 35, 35)?.number).toBe(2);
});
