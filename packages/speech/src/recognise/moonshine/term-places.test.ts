import { describe, expect, it } from 'vitest';
import { termPlaces } from './term-places.ts';

const words = (text: string, confidence = 0.6) => text.split(' ').map((word) => ({ text: word, confidence }));
const places = (text: string, terms: string[], confidence?: number, corrections: { heard: string; meant: string }[] = []) => {
  const heard = words(text, confidence);
  return termPlaces(heard, { terms, corrections }).map(({ heard: { from, to }, term }) => [
    heard
      .slice(from, to)
      .map((word) => word.text)
      .join(' '),
    term.join(' '),
  ]);
};

describe('where a known name may have been said', () => {
  it('is where something is written like it, in more words or fewer', () => {
    expect(places('this is Joan at Morph Field hospital.', ['Moorfield'])[0]).toEqual(['Morph Field', 'Moorfield']);
    expect(places('this is John Millar.', ['Joan Miller'])[0]).toEqual(['John Millar.', 'Joan Miller']);
    expect(places('you can write to Lina at example.com.', ['lena at example dot com'])[0]).toEqual([
      'Lina at example.com.',
      'lena at example dot com',
    ]);
  });

  it('is the part by which someone may be called alone', () => {
    expect(places('for Mr. Water, please', ['Edgar Walters'])[0]).toEqual(['Water,', 'Walters']);
  });

  it('is nowhere where nothing like it is written, where it was heard as it is, and where something else was heard clearly', () => {
    expect(places('please call me tomorrow', ['Moorfield', 'Joan Miller'])).toEqual([]);
    expect(places('this is Joan Miller', ['Joan Miller'])).toEqual([]);
    expect(places('this is Joan at Morph Field hospital.', ['Moorfield'], 0.95)).toEqual([]);
  });

  it('is where words are written that were put right before, however clearly and however unlike they are', () => {
    const corrections = [{ heard: 'win', meant: 'Nguyen' }];
    expect(places('this is Mai Win from Harbour Foods', [], 0.99, corrections)).toEqual([['Win', 'Nguyen']]);
    expect(places('we win from time to time', [], 0.99, [])).toEqual([]);
  });

  it('is never a number: those are heard by others', () => {
    expect(places('call 617-555-0128 now', ['617-555-0123'])).toEqual([]);
  });
});
