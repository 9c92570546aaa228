import { describe, expect, it } from 'vitest';
import { judgeMessage } from '../verdict/judge-message.ts';
import { type HandReading, handRead } from './hand-read.fixture.ts';

const findingsOf = (reading: HandReading) => {
  const { tips } = judgeMessage(handRead(reading));
  return tips.flatMap((tip) => tip.findings.map((finding) => ({ tip: tip.id, ...finding })));
};

const of = (reading: HandReading, tip: string) => findingsOf(reading).filter((finding) => finding.tip === tip);

describe('fixes and evidence', () => {
  it('a doubtful ask is shown, and no call proposed that stands there already', () => {
    const [finding] = of(
      {
        text: 'Ann, it is Ben. Please call me back on Monday. 415 555 0142.',
        moves: [{ kind: 'request', quote: 'Please call me back on Monday', ask: 'callback', narrow: false, openBecause: 'no-topic' }],
        phones: [{ e164: '+14155550142', digits: '4155550142', said: ['415 555 0142'] }],
        chances: { goal: 0.6 },
        facts: { goal: true },
      },
      'goal',
    );
    expect(finding?.evidence).toContain('Please call me back on Monday');
    expect(finding?.fix).not.toContain('Could you call me back');
  });

  it('an ask with a topic is not told to say what it is about', () => {
    const [finding] = of(
      {
        text: 'Ann, it is Ben. I would like to talk with you about the water authority.',
        moves: [
          {
            kind: 'request',
            quote: 'I would like to talk with you about the water authority',
            ask: 'talk',
            narrow: false,
            openBecause: 'no-bound',
          },
        ],
      },
      'request',
    );
    expect(finding?.message).toBe('The ask has a topic, but no limit.');
    expect(finding?.fix).not.toContain('Say what it is about');
  });

  it('a range without an end is told which number to name', () => {
    const [finding] = of(
      {
        text: 'Could I have fifteen to thirty minutes on your plans?',
        moves: [
          {
            kind: 'request',
            quote: 'Could I have fifteen to thirty minutes on your plans?',
            ask: 'talk',
            narrow: false,
            openBecause: 'open-range',
          },
          { kind: 'time-box', quote: 'fifteen to thirty minutes', minMinutes: 15, maxMinutes: 30 },
        ],
      },
      'request',
    );
    expect(finding?.fix).toBe('Name one number of minutes, the smaller: “15 minutes”.');
  });

  it('praise that is to be left out leaves the tie', () => {
    const text = 'Your leadership is a miracle and we all admire you. You shook my hand at homecoming. Help me.';
    const [finding] = of(
      {
        text,
        moves: [
          { kind: 'flattery', quote: 'Your leadership is a miracle and we all admire you. You shook my hand at homecoming', strength: 1 },
          { kind: 'bridge', quote: 'You shook my hand at homecoming', tie: 'earlier-contact' },
        ],
        facts: { obsequious: true, bridge: true },
      },
      'tone',
    );
    expect(finding?.evidence).toBe('“Your leadership is a miracle and we all admire you”');
  });

  it('an apology behind the ask is not told to come before it', () => {
    const [finding] = of(
      {
        text: 'Could you lend me the ladder? Sorry again, I am so very sorry.',
        moves: [
          { kind: 'request', quote: 'Could you lend me the ladder?', ask: 'favour', narrow: true },
          { kind: 'apology', quote: 'Sorry again, I am so very sorry', strength: 1 },
        ],
        facts: { obsequious: true },
      },
      'tone',
    );
    expect(finding?.fix).not.toContain('begin with');
  });

  it('a scrap is not told to be left out, and the same words are told once', () => {
    const text = 'My please forgive me, Ann.';
    const quotes = of(
      {
        text,
        moves: [
          { kind: 'apology', quote: 'My', strength: 0.9 },
          { kind: 'apology', quote: 'please forgive me', strength: 0.9 },
        ],
        pleas: [{ kind: 'begging', quote: 'please forgive me' }],
        facts: { obsequious: true },
      },
      'tone',
    ).map(({ evidence }) => evidence);
    expect(quotes).toEqual(['“please forgive me”']);
  });

  it('kin and neighbours are named, and nothing unsure is', () => {
    const tie = (quote: string) =>
      of(
        { text: `Pete, it is ${quote}.`, moves: [{ kind: 'bridge', quote, tie: 'earlier-contact' }], facts: { bridge: true } },
        'bridge',
      )[0]?.message;
    expect(tie('your cousin Roy')).toBe('You are family: that ties you to the listener.');
    expect(tie('Bea Lind, your cousin from Rhyl')).toBe('You are family: that ties you to the listener.');
    expect(tie('your aunt Hester’s solicitor')).toBe('Earlier contact ties you to the listener.');
    expect(tie('about what your sister Britt told me')).toBe('Earlier contact ties you to the listener.');
    expect(tie('Bev next door')).toBe('You are neighbours: that ties you to the listener.');
    expect(tie('Lee who fixed your gate')).toBe('Earlier contact ties you to the listener.');
  });

  it('an apology is no tie in name only', () => {
    const quote = 'I am so sorry to disturb you';
    const [finding] = of(
      {
        text: `${quote}, Ann.`,
        moves: [
          { kind: 'bridge', quote, tie: 'false-tie' },
          { kind: 'apology', quote, strength: 0.2 },
        ],
      },
      'bridge',
    );
    expect(finding?.message).toBe('Nothing ties you to the listener.');
  });
});
