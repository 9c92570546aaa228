import { describe, expect, it } from 'vitest';
import { parseBrief } from '../../brief/schema.ts';
import { countWords } from '../../compose/words.ts';
import { trainedReader as reader } from '../../message/reader/trained.fixture.ts';
import { addOutcome } from '../call.ts';
import { callOn, day } from '../calls.fixture.ts';
import { followUpCalendar } from './calendar.ts';
import { FOLLOW_UP_RULE, nextTries } from './rule.ts';
import { composeSecond } from './second-message.ts';

const dateOf = (moment: string) => moment.slice(0, 10);
const tries = (...calls: Parameters<typeof nextTries>[0]) => nextTries(calls, FOLLOW_UP_RULE, dateOf);
const whom = { name: 'Ada Example' };

describe('when to try again', () => {
  it('passes over the weekend', () => {
    // 5 November 2026 is a Thursday.
    expect(tries(callOn(5))).toMatchObject([{ date: '2026-11-10', time: '10:00', attempt: 2 }]);
  });

  it('waits longer after the second message, ends after the third, and at any answer', () => {
    const [first, second, third] = [callOn(2, { whom }), callOn(5, { whom }), callOn(12, { whom })];
    expect(tries(first, second)).toMatchObject([{ callId: second.id, date: '2026-11-12', attempt: 3 }]);
    expect(tries(first, second, third)).toEqual([]);
    expect(tries(addOutcome(first, 'declined', day(3), day(3)), second)).toEqual([]);
  });
});

describe('the calendar', () => {
  const call = callOn(5, { whom: { name: 'Ada, Ünïcode; Example of the rather long name of a person and their many titles' } });

  it('is iCalendar: folded lines, escaped text, floating times, ids that stay', () => {
    const calendar = followUpCalendar(tries(call), [call], day(6));
    expect(calendar).toContain(`UID:${call.id}-2@ringback.invalid\r\n`);
    expect(calendar).toContain('DTSTART:20261110T100000\r\n');
    expect(calendar.replaceAll('\r\n ', '')).toContain('SUMMARY:Call Ada\\, Ünïcode\\; Example');
    for (const line of calendar.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
});

describe('the second message', () => {
  const brief = parseBrief({
    objective: 'job',
    caller: { name: 'Nora Castell', about: 'I ran the night shift at Harbour Foods for six years.' },
    whom: { name: 'Martin Oyelaran' },
    bridge: { tie: 'referrer', person: 'Dana Whitfield' },
    topic: 'the operations manager role',
    question: 'Is the role still open?',
    numbers: [{ number: '+14155550142' }],
    replyChannels: [{ channel: 'email', address: 'nora@example.com' }],
  });

  it('refers to the first, is shorter, asks in another way, and passes the tips that it can', () => {
    const first = 'word '.repeat(70);
    const { scripts, brief: second } = composeSecond(callOn(5, { brief }), { reader, day: 'Thursday', first });
    expect(second.goal).toBe('email-reply');
    expect(scripts.length).toBeGreaterThan(0);
    for (const { text, unmet, review } of scripts) {
      expect(text).toContain('I left you a message on Thursday');
      expect(text).toMatch(/Dana Whitfield suggested/);
      expect(text).not.toMatch(/night shift/);
      expect(countWords(text)).toBeLessThan(70);
      expect(unmet).toEqual([]);
      expect(review.tips.filter(({ status }) => status === 'fail')).toEqual([]);
      expect(review.verdict.decision).not.toBe('delete');
    }
  });

  it('asks for the brief where there is none', () => {
    expect(() => composeSecond(callOn(5), { reader, day: 'Thursday' })).toThrow(/without its brief/);
  });
});
