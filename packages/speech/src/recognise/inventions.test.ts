import { scriptArtifacts } from '@ringback/core';
import { expect, test } from 'vitest';
import { isMadeUp, withoutInventions } from './inventions.ts';

function heard(text: string): string {
  const { transcript } = scriptArtifacts(text, { name: 'a' });
  return transcript.ok ? withoutInventions(transcript.value).text : '';
}

test.each(['© transcript Emily Beynon', 'Subtitles by the Amara.org community.', 'Thanks for watching!'])('nobody says: %s', (text) => {
  expect(heard(text)).toBe('');
  expect(heard(`Call me back. ${text}`)).toBe('Call me back.');
});

test('a line that goes round and round is kept once', () => {
  expect(heard('I will call you. I will call you. I will call you. I will call you.')).toBe('I will call you.');
  expect(heard('oh oh oh oh oh oh oh oh oh.')).toBe('oh');
});

test.each([
  'Call me back. Call me back. Thank you.',
  'No no no, that is all right. Bye bye bye.',
  'My number is 4 4 4, 4 4 4, 4 4 4 4. Again: 4 4 4, 4 4 4, 4 4 4 4.',
  'I left the transcript by the door. Thanks for watching the office.',
])('what people say stays: %s', (text) => {
  expect(heard(text).split(' ').length).toBeGreaterThanOrEqual(text.includes('watching') ? 7 : text.split(' ').length);
});

test('signs and letters of other scripts are no English', () => {
  expect(['♪♪♪', '2-3ตวบนลาง 01/01', '...'].map(isMadeUp)).toEqual([true, true, true]);
  expect(['Müller here.', '617', 'Łukasz'].map(isMadeUp)).toEqual([false, false, false]);
});
