import { describe, expect, it } from 'vitest';
import type { ReadFact } from '../documents/message.ts';
import { judgeMessage } from '../verdict/judge-message.ts';
import { type HandReading, handRead } from './hand-read.fixture.ts';

const text =
  'Hi Ann, this is Ben Cole, we met in Leeds. You are kind. Could I have ten to thirty minutes on the lease by Friday? Text me. 415 555 0142.';

const HAND: HandReading = {
  text,
  caller: 'Ben Cole',
  recipient: 'Ann',
  moves: [
    { kind: 'caller-name', quote: 'Ben Cole' },
    { kind: 'bridge', quote: 'we met in Leeds', tie: 'shared-event' },
    { kind: 'flattery', quote: 'You are kind', strength: 0.6 },
    { kind: 'request', quote: 'Could I have ten to thirty minutes on the lease by Friday?', ask: 'talk', narrow: true },
    { kind: 'time-box', quote: 'ten to thirty minutes', minMinutes: 10, maxMinutes: 30 },
    { kind: 'deadline', quote: 'by Friday' },
    { kind: 'reply-option', quote: 'Text me', channel: 'text' },
  ],
  phones: [{ e164: '+14155550142', digits: '4155550142', said: ['415 555 0142'] }],
};

/** Words of ours that take a fact for true or for false. */
const TOLD: Readonly<Record<ReadFact, RegExp>> = {
  goal: /asks for one reply|never asks|more than one thing|not plainly/,
  bridge: /ties you to the listener\.$|could be said to anyone/,
  obsequious: /grovels\.|laid on\.|begs|apologises too|speaks as an equal/,
  narrowRequest: /^One limited|too open|no limit|what about|Nothing is asked/,
  timeBox: /no end to it|long talk|says how long|says neither/,
  deadline: /says neither/,
  replyOption: /also answer|only way to answer|also pick/,
  callerName: /say who you are|never say your name|name comes late/,
  recipientName: /by name|never say their name/,
};

describe('a fact in doubt', () => {
  it.each(Object.keys(TOLD) as ReadFact[])('%s: neither accuses nor praises, in findings, headlines and reasons', (fact) => {
    for (const chance of [0.35, 0.45, 0.55, 0.65]) {
      // Of minutes and a date either is a bound: for one to be in doubt the other must not be there.
      const facts = {
        [fact]: chance >= 0.5,
        ...(fact === 'timeBox' && { deadline: false }),
        ...(fact === 'deadline' && { timeBox: false }),
      };
      const { tips, notes, verdict } = judgeMessage(handRead({ ...HAND, facts, chances: { [fact]: chance } }));
      const findings = [...tips, ...notes].flatMap((tip) => tip.findings.map(({ message }) => message));
      const headlines = tips.map(({ headline }) => headline);
      for (const said of [...findings, ...headlines, ...verdict.reasons]) {
        if (!said.startsWith('We could not tell')) expect(said).not.toMatch(TOLD[fact]);
      }
    }
  });

  it('is told by one who is sure', () => {
    const { tips, notes } = judgeMessage(handRead(HAND));
    const findings = [...tips, ...notes].flatMap((tip) => tip.findings.map(({ message }) => message));
    expect(findings).toContain('The time asked for has no end to it.');
    expect(findings).toContain('You say who you are.');
  });
});

describe('what is held out as the ask', () => {
  const asked = (moves: HandReading['moves'], words: string) =>
    judgeMessage(handRead({ text: words, moves: moves ?? [], facts: { goal: true, narrowRequest: true } }))
      .tips.filter(({ id }) => id === 'goal' || id === 'request')
      .flatMap(({ findings }) => findings.filter(({ good }) => good === true).map(({ evidence }) => evidence));

  it('is what is wanted, not how to answer', () => {
    const words = 'Text me on this. Could you lend me the ladder?';
    const moves = [
      { kind: 'request', quote: 'Text me on this', ask: 'text-reply', narrow: true },
      { kind: 'request', quote: 'Could you lend me the ladder?', ask: 'favour', narrow: true },
    ] as const;
    expect(asked([...moves], words)).toEqual(['“Could you lend me the ladder?”', '“Could you lend me the ladder?”']);
  });

  it('is never a sentence that asks for nothing', () => {
    expect(asked([{ kind: 'request', quote: 'We go to print at six', ask: 'answer', narrow: true }], 'We go to print at six.')).toEqual([]);
  });
});

describe('the caller’s name', () => {
  it('is shown where it is theirs', () => {
    const { notes } = judgeMessage(
      handRead({
        text: 'Fergal, it is Siobhan in flat twelve.',
        caller: 'Siobhan',
        moves: [
          { kind: 'caller-name', quote: 'Fergal' },
          { kind: 'caller-name', quote: 'Siobhan' },
        ],
      }),
    );
    expect(notes.flatMap(({ findings }) => findings).find(({ good }) => good)?.evidence).toBe('“Siobhan”');
  });
});
