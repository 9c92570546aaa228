import { describe, expect, it } from 'vitest';
import { expandContractions, tokenise } from '../tokens/index.ts';
import { durationAt } from './durations.ts';
import { pointAt } from './points.ts';

const tokensOf = (text: string) => expandContractions(tokenise(text, []));

describe('durations', () => {
  it.each([
    ['fifteen minutes', 15, 15, 2],
    ['15 minutes to half an hour', 15, 30, 6],
    ['ten to fifteen minutes', 10, 15, 4],
    ['15-30 minutes', 15, 30, 3],
    ['five or seven quick minutes', 5, 7, 5],
    ['half an hour', 30, 30, 3],
    ['three quarters of an hour', 45, 45, 5],
    ['an hour and a half', 90, 90, 5],
    ['twenty-five minutes', 25, 25, 3],
    ['a couple of minutes', 2, 2, 4],
    ['two and a half minutes', 2.5, 2.5, 5],
    ['10min', 10, 10, 1],
    ['twenty minutes, maybe even thirty minutes', 20, 30, 7],
    ['thirty seconds', 0.5, 0.5, 2],
    ['fifteen minutes at the least and thirty at the most', 15, 30, 10],
  ])('%s', (text, minMinutes, maxMinutes, length) => {
    expect(durationAt(tokensOf(text), 0)).toEqual({ minMinutes, maxMinutes, length });
  });

  it('takes both ends of "between five and seven minutes"', () => {
    expect(durationAt(tokensOf('between five and seven minutes'), 1)).toEqual({ minMinutes: 5, maxMinutes: 7, length: 4 });
    expect(durationAt(tokensOf('five and seven minutes'), 0)).toBeUndefined();
  });

  it.each(['fifteen people', 'an offer', 'half the price', 'hour', 'to five'])('%s is none', (text) => {
    expect(durationAt(tokensOf(text), 0)).toBeUndefined();
  });

  it('ends at a full stop', () => {
    expect(durationAt(tokensOf('ten minutes. Twenty minutes later'), 0)?.length).toBe(2);
  });
});

describe('points in time', () => {
  it.each([
    ['Thursday', 1],
    ['Thursday at five', 3],
    ['Friday afternoon', 2],
    ['the third of March', 0],
    ['third of March', 3],
    ['March third', 2],
    ['May 4', 2],
    ['half past two', 3],
    ['ten thirty am', 3],
    ['tomorrow morning', 2],
    ['5 pm on Friday', 4],
    ['4:30', 1],
    ['11/26', 1],
  ])('%s takes %d tokens', (text, length) => {
    expect(pointAt(tokensOf(text), 0)).toBe(length);
  });

  it.each([
    ['by the 12th.', 2, 1],
    ['on the ninth, with', 2, 1],
    ['by the first of the month', 2, 4],
    ['before two because we lock up', 1, 1],
    ['leaves at three', 2, 1],
    ['by half six', 1, 2],
    ['before five this afternoon', 1, 3],
    ['by close of business', 1, 3],
    ['if you sign this quarter', 3, 2],
  ])('"%s" has one at token %d, of %d', (text, at, length) => {
    expect(pointAt(tokensOf(text), at)).toBe(length);
  });

  it.each([
    ['by two people', 1],
    ['before three weeks', 1],
    ['the ninth floor', 1],
    ['at the first bell', 2],
    ['last week', 0],
    ['this offer', 0],
  ])('"%s" has none at token %d', (text, at) => {
    expect(pointAt(tokensOf(text), at)).toBe(0);
  });

  it.each(['may I ask', 'second thoughts', 'five people', 'march over'])('%s is none', (text) => {
    expect(pointAt(tokensOf(text), 0)).toBe(0);
  });
});
