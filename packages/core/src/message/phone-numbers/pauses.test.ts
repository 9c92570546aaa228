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
