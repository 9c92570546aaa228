import { describe, expect, it } from 'vitest';
import type { Artifacts } from '../documents/artifacts.ts';
import type { TipId, TipResult, TipStatus } from '../documents/review.ts';
import { type HandReading, handInput } from './hand-read.fixture.ts';
import { type Judging, judgeTips } from './judge.ts';

const NOTHING: Judging = { thresholds: {}, waivers: [] };

function judge(id: TipId, hand: HandReading, judging = NOTHING): TipResult {
  const result = judgeTips(handInput(hand), judging).find((tip) => tip.id === id);
  if (result === undefined) throw new Error(`no ${id}`);
  return result;
}

const lasting = (durationSec: number) => (made: Artifacts) => ({ ...made, source: { ...made.source, durationSec } });
const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');
const callback = (quote: string) => ({ kind: 'request', quote, ask: 'callback', narrow: false, openBecause: 'no-topic' }) as const;
const question = (quote: string) => ({ kind: 'request', quote, ask: 'answer', narrow: true }) as const;
const US = { e164: '+14155550142', digits: '4155550142' };

interface Row {
  hand: HandReading;
  status: TipStatus;
  says?: RegExp;
}

const TABLE: Record<TipId, Row[]> = {
  goal: [
    { status: 'pass', hand: { text: 'Call me back on this.', moves: [callback('Call me back')] } },
    { status: 'fail', says: /never asks/, hand: { text: 'We sell roofs.' } },
    {
      status: 'improve',
      says: /could not tell/,
      hand: { text: 'Call me, or do something.', moves: [callback('Call me')], chances: { goal: 0.6 } },
    },
    {
      status: 'fail',
      says: /more than one thing/,
      hand: {
        text: 'Send me the plans. Call my brother.',
        moves: [
          { ...callback('Send me the plans'), ask: 'information' },
          { ...callback('Call my brother'), ask: 'favour' },
        ],
      },
    },
    {
      status: 'improve',
      says: /whole pitch/,
      hand: {
        text: 'Our roofs last a century and cost half of others. Call me.',
        moves: [{ kind: 'pitch', quote: 'Our roofs last a century and cost half of others.' }, callback('Call me')],
      },
    },
  ],
  bridge: [
    {
      status: 'pass',
      hand: { text: 'Ann Lee sent me.', moves: [{ kind: 'bridge', quote: 'Ann Lee sent me', tie: 'referrer', via: 'Ann Lee' }] },
    },
    { status: 'fail', says: /Nothing ties/, hand: { text: 'I sell roofs.' } },
    {
      status: 'fail',
      says: /said to anyone/,
      hand: { text: 'Executives like yourself call us.', moves: [{ kind: 'bridge', quote: 'Executives like yourself', tie: 'false-tie' }] },
    },
    {
      status: 'improve',
      says: /could not tell whether anything ties/,
      hand: {
        text: 'A friend sent me.',
        moves: [{ kind: 'bridge', quote: 'A friend sent me', tie: 'referrer' }],
        chances: { bridge: 0.4 },
      },
    },
  ],
  brevity: [
    { status: 'pass', hand: { text: words(30) } },
    { status: 'pass', hand: { text: words(75), artifacts: lasting(30) } },
    { status: 'improve', says: /About 31 seconds, where 30/, hand: { text: words(75), artifacts: lasting(30.2) } },
    { status: 'improve', says: /About 44 seconds/, hand: { text: words(20), artifacts: lasting(44) } },
    { status: 'fail', says: /About 46 seconds/, hand: { text: words(20), artifacts: lasting(46) } },
  ],
  tone: [
    { status: 'pass', hand: { text: 'Thanks for your time.' } },
    {
      status: 'fail',
      says: /praise/,
      hand: { text: 'You are a god to me.', moves: [{ kind: 'flattery', quote: 'You are a god to me', strength: 0.9 }] },
    },
    {
      status: 'pass',
      hand: { text: 'Your talk on reefs was clear.', moves: [{ kind: 'flattery', quote: 'Your talk on reefs was clear', strength: 0.2 }] },
    },
    {
      status: 'fail',
      says: /apologises/,
      hand: {
        text: 'So sorry, so very sorry to bother you.',
        moves: [{ kind: 'apology', quote: 'So sorry, so very sorry to bother you', strength: 0.9 }],
      },
    },
    {
      status: 'fail',
      says: /begs/,
      hand: { text: 'I beg you on my knees.', pleas: [{ kind: 'begging', quote: 'I beg you on my knees' }] },
    },
    { status: 'fail', says: /presses/, hand: { text: 'Last warning.', pleas: [{ kind: 'pressure', quote: 'Last warning' }] } },
  ],
  request: [
    { status: 'pass', hand: { text: 'Is the post open?', moves: [question('Is the post open?')] } },
    { status: 'fail', says: /what about/, hand: { text: 'Call me.', moves: [callback('Call me')] } },
    {
      status: 'improve',
      says: /no limit/,
      hand: { text: 'Call me about the roof.', moves: [{ ...callback('Call me about the roof'), openBecause: 'no-bound' }] },
    },
    { status: 'fail', says: /Nothing is asked/, hand: { text: 'We sell roofs.' } },
    {
      status: 'fail',
      says: /too open/,
      hand: {
        text: 'I want to pick your brain.',
        moves: [{ kind: 'request', quote: 'pick your brain', ask: 'talk', narrow: false, openBecause: 'vague' }],
      },
    },
    {
      status: 'fail',
      says: /no end/,
      hand: {
        text: 'Could we talk about a move, fifteen minutes to an hour?',
        moves: [
          question('Could we talk about a move'),
          { kind: 'time-box', quote: 'fifteen minutes to an hour', minMinutes: 15, maxMinutes: 60 },
        ],
      },
    },
  ],
  number: [
    {
      status: 'pass',
      hand: { text: 'I am on 415-555-0142. Again, 415-555-0142.', phones: [{ ...US, said: ['415-555-0142', '415-555-0142'] }] },
    },
    { status: 'fail', says: /no number/, hand: { text: 'Call me.' } },
    {
      status: 'fail',
      says: /not complete/,
      hand: { text: 'It is 415 something.', phones: [{ e164: null, digits: '415', said: ['415'] }] },
    },
    { status: 'fail', says: /at the very end/, hand: { text: 'Call me on 415-555-0142.', phones: [{ ...US, said: ['415-555-0142'] }] } },
    {
      status: 'improve',
      says: /only once/,
      hand: { text: 'I am on 415-555-0142. I hope your week goes well.', phones: [{ ...US, said: ['415-555-0142'] }] },
    },
    {
      status: 'improve',
      says: /one run/,
      hand: { text: 'I am on 4155550142, that is 4155550142.', phones: [{ ...US, said: ['4155550142', '4155550142'] }] },
    },
    {
      status: 'improve',
      says: /any plan/,
      hand: {
        text: 'It is 272-090-5724, 272-090-5724.',
        phones: [{ e164: null, digits: '2720905724', said: ['272-090-5724', '272-090-5724'] }],
      },
    },
    {
      status: 'improve',
      says: /at the wheel/,
      hand: {
        text: 'It is 1-800-555-FLOW, 1-800-555-FLOW. Call me any day.',
        phones: [{ e164: '+18005553569', digits: '18005553569', said: ['1-800-555-FLOW', '1-800-555-FLOW'] }],
      },
    },
    {
      status: 'improve',
      says: /area code/,
      hand: { text: 'It is 555-0142, 555-0142.', phones: [{ e164: null, digits: '5550142', said: ['555-0142', '555-0142'] }] },
    },
    {
      status: 'notApplicable',
      hand: {
        text: 'E-mail me at jo at example dot com.',
        moves: [{ kind: 'request', quote: 'E-mail me', ask: 'email-reply', narrow: false }],
        emails: [{ address: 'jo@example.com', said: 'jo at example dot com' }],
      },
    },
  ],
  'reply-option': [
    { status: 'pass', hand: { text: 'Or text me.', moves: [{ kind: 'reply-option', quote: 'text me', channel: 'text' }] } },
    { status: 'fail', says: /only way/, hand: { text: 'Call me.' } },
    {
      status: 'improve',
      says: /cannot be written down/,
      hand: {
        text: 'Or mail jay drip at example.com.',
        moves: [{ kind: 'reply-option', quote: 'mail jay drip at example.com', channel: 'email' }],
        emails: [{ address: 'jaydrip@example.com', said: 'jay drip at example.com', confidence: 0.3 }],
      },
    },
  ],
};

describe.each(Object.entries(TABLE) as [TipId, Row[]][])('%s', (id, rows) => {
  it.each(rows.map((row) => [row.status, row.hand.text.slice(0, 60), row] as const))('is %s for "%s"', (status, _text, row) => {
    const result = judge(id, row.hand);
    expect(result.status).toBe(status);
    if (row.says !== undefined) expect(result.headline).toMatch(row.says);
    if (status === 'notApplicable') return expect(result.score).toBeNull();
    for (const finding of result.findings) {
      expect(finding.evidence).not.toBe('');
      expect(finding.fix === '').toBe(finding.good);
    }
    if (status === 'pass') expect(result.score).toBe(1);
    else expect(result.score).toBeLessThan(1);
  });
});

describe('what every tip owes', () => {
  it('quotes the words at the place it points to', () => {
    for (const [id, rows] of Object.entries(TABLE) as [TipId, Row[]][]) {
      for (const { hand } of rows) {
        for (const { charStart, charEnd, evidence } of judge(id, hand).findings) {
          if (charStart === undefined || id === 'brevity') continue;
          const [firstWord = ''] = hand.text.slice(charStart, charEnd).split(' ');
          expect(evidence).toContain(firstWord);
        }
      }
    }
  });

  it('lists all seven in the order of the contract', () => {
    expect(judgeTips(handInput({ text: 'Hello.' }), NOTHING).map((tip) => tip.id)).toEqual([
      'goal',
      'bridge',
      'brevity',
      'tone',
      'request',
      'number',
      'reply-option',
    ]);
  });

  it('takes another threshold and refuses an unknown one', () => {
    const hand = { text: words(80), artifacts: lasting(34) };
    expect(judge('brevity', hand, { ...NOTHING, thresholds: { brevity: { warnSec: 35 } } }).status).toBe('pass');
    expect(() => judge('brevity', hand, { ...NOTHING, thresholds: { brevity: { words: 90 } } })).toThrow(/threshold/);
  });

  it('lets a waiver pass a finding, and shows it', () => {
    const waived = judge('bridge', { text: 'I sell roofs.' }, { ...NOTHING, waivers: [{ tip: 'bridge', reason: 'she knows my voice' }] });
    expect(waived).toMatchObject({ status: 'pass', score: 1, headline: 'Waived: she knows my voice' });
    expect(waived.findings[0]?.waived).toBe('she knows my voice');
  });

  it('waives only the finding that holds the quote', () => {
    const hand: HandReading = {
      text: 'You are a god. You are a saint.',
      moves: [
        { kind: 'flattery', quote: 'You are a god', strength: 0.9 },
        { kind: 'flattery', quote: 'You are a saint', strength: 0.9 },
      ],
    };
    const result = judge('tone', hand, { ...NOTHING, waivers: [{ tip: 'tone', reason: 'a joke', quote: 'a saint' }] });
    expect(result.status).toBe('fail');
    expect(result.findings.map((finding) => finding.waived)).toEqual([undefined, 'a joke']);
  });
});
