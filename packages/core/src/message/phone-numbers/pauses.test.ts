import { expect, it } from 'vitest';
import type { Word } from '../../documents/transcript.ts';
import { findPhoneNumbers } from './find-phone-numbers.ts';

/** Digits said one by one, half a second apart; "|" is a pause of `pause` seconds. */
function said(line: string, pause: number) {
  const words: Word[] = [];
  let text = '';
  let time = 0;
  for (const word of line.split(' ')) {
    if (word === '|') {
      time += pause;
      continue;
    }
    if (text !== '') text += ' ';
    words.push({
      text: word,
      charStart: text.length,
      charEnd: text.length + word.length,
      start: time,
      end: time + 0.3,
      confidence: 1,
      method: 'aligned',
    });
    text += word;
    time += 0.4;
  }
  return { text, words };
}

const FIRST = 'two seven two | zero nine zero | five seven two four';

it('tells two times a number was said apart by the longest pause, also where they differ', () => {
  const { mentions, digits } = findPhoneNumbers(said(`${FIRST} | | two seven two | zero nine zero | five seven two four`, 0.5))[0] ?? {
    mentions: [],
  };
  expect(digits).toBe('2720905724');
  expect(mentions).toHaveLength(2);
  const other = findPhoneNumbers(said(`${FIRST} | | two seven two | zero nine zero | five seven one four`, 0.5));
  expect(other.map((number) => number.digits)).toEqual(['2720905724', '2720905714']);
});

it('never joins a number over its repetition', () => {
  for (const pause of [0.2, 0.5, 1]) {
    for (const number of findPhoneNumbers(said(`${FIRST} | | | ${FIRST}`, pause))) expect(number.digits).toBe('2720905724');
  }
});

it('leaves the groups of one number together', () => {
  const [number] = findPhoneNumbers(said('four one five | | five five five | oh one four two', 0.8));
  expect(number?.e164).toBe('+14155550142');
});

it('cuts no number at the commas of a row that is written with one after every digit', () => {
  const rows: [string, string][] = [
    ['Four, zero, four, five, five, five, zero, one, two, four.', '+14045550124'],
    ['Two, zero, six, five, five, five, zero, one, three, zero.', '+12065550130'],
    ['Four, one, five, five five, five, zero, one, four, two.', '+14155550142'],
  ];
  for (const [row, e164] of rows) expect(findPhoneNumbers(said(row, 0)).map((number) => number.e164)).toEqual([e164]);
});

it('still hears groups where commas stand between them alone', () => {
  expect(findPhoneNumbers(said('four one five, five five five, oh one four two', 0))[0]?.e164).toBe('+14155550142');
});

it('reads digits that a recogniser took for a decimal', () => {
  expect(findPhoneNumbers(said('9.075550182', 0)).map(({ e164 }) => e164)).toEqual(['+19075550182']);
  expect(findPhoneNumbers(said('it is 3.1415926 or 12.50 or 9.0755', 0))).toEqual([]);
});

it('lets no number go over the pause between two times it was said', () => {
  // Each time a digit was lost; what stands on both sides of the pause would make a number of ten.
  const row = 'one, two, five, five, five, zero, one, zero, eight,';
  const found = findPhoneNumbers(said(`${row} | | | one, two, five, five, five, zero, one, zero, six.`, 0.4));
  expect(found.map(({ digits }) => digits)).toEqual(['125550108', '125550106']);
});
