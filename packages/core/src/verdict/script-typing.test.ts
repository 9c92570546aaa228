import { expect, it } from 'vitest';
import { TIP_IDS } from '../documents/review.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from './review.ts';
import { reviewWhileTyping } from './script-typing.ts';

const TEXT = 'Hello Ms. Bell, this is Omar Reyes. Ann Wu suggested I call you. Is the post still open? 617-555-0123.';

it('gives what a review of the whole text gives, after every word', () => {
  const type = reviewWhileTyping({ name: 'draft.txt' }, { reader });
  const words = TEXT.split(' ');
  for (let count = 1; count <= words.length; count++) {
    const text = words.slice(0, count).join(' ');
    expect(type(text).review).toEqual(review(scriptArtifacts(text, { name: 'draft.txt' }), { reader }));
  }
});

it('names the tips that changed, and only those', () => {
  const type = reviewWhileTyping({ name: 'draft.txt' }, { reader });
  const before = 'Hello Ms. Bell, this is Omar Reyes. Is the post still open?';
  expect(type(before).changed).toEqual([...TIP_IDS]);
  expect(type(`${before} Ring 617-555-0123, that is 617-555-0123.`).changed).toContain('number');
  expect(type(`${before} Ring 617-555-0123, that is 617-555-0123.  `).changed).toEqual([]);
});

it('gives the very same object for the same text', () => {
  const type = reviewWhileTyping({ name: 'draft.txt' }, { reader });
  expect(type(TEXT)).toBe(type(TEXT));
});

it('says why there is nothing to review, and goes on', () => {
  const type = reviewWhileTyping({ name: 'draft.txt' }, { reader });
  expect(type('')).toMatchObject({ review: null, reason: expect.stringMatching(/no word/) });
  expect(type(TEXT).review).not.toBeNull();
});
