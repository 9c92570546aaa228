import { describe, expect, it } from 'vitest';
import type { TipId, TipResult } from '../documents/review.ts';
import { trainedReader as reader } from '../message/reader/trained.fixture.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from '../verdict/review.ts';
import { type HandReading, handInput } from './hand-read.fixture.ts';
import { type Judging, judgeTips } from './judge.ts';
import type { ReplyGoal } from './tip.ts';

const NOTHING: Judging = { thresholds: {}, waivers: [] };
const US = { e164: '+14155550142', digits: '4155550142' };
const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');
const callback = (quote: string) => ({ kind: 'request', quote, ask: 'callback', narrow: false, openBecause: 'no-topic' }) as const;

function judge(id: TipId, hand: HandReading): TipResult {
  const result = judgeTips(handInput(hand), NOTHING).find((tip) => tip.id === id);
  if (result === undefined) throw new Error(`no ${id}`);
  return result;
}

/** The tips of a whole text, as reviewed. */
const whole = (text: string) => {
  const { tips } = review(scriptArtifacts(text, { name: 'call.txt' }), { reader });
  return Object.fromEntries(tips.map((tip) => [tip.id, tip])) as Record<TipId, TipResult>;
};

describe('the reply the person chose', () => {
  const hand: HandReading = {
    text: 'Call me back on 415-555-0142, or I am at jo at example dot com.',
    moves: [callback('Call me back on 415-555-0142')],
    phones: [{ ...US, said: ['415-555-0142'] }],
    emails: [{ address: 'jo@example.com', said: 'jo at example dot com' }],
  };
  const goalTip = (goal: ReplyGoal) => {
    const input = handInput(hand);
    return judgeTips({ ...input, preferences: { ...input.preferences, goal } }, NOTHING).find((tip) => tip.id === 'goal');
  };

  it('is either by default', () => {
    expect(goalTip('either')?.status).toBe('pass');
    expect(goalTip('call-back')?.status).toBe('pass');
  });

  it('asks for the e-mail where that was chosen, with the caller’s own address', () => {
    expect(goalTip('email-reply')).toMatchObject({ status: 'improve', headline: 'It asks for a call, and you chose an e-mail reply.' });
    expect(goalTip('email-reply')?.findings[0]?.fix).toContain('jo at example dot com');
  });

  it('needs no number where an e-mail was chosen and there is an address', () => {
    const input = handInput({ ...hand, phones: [] });
    const tips = judgeTips({ ...input, preferences: { ...input.preferences, goal: 'email-reply' } }, NOTHING);
    expect(tips.find((tip) => tip.id === 'number')).toMatchObject({ status: 'notApplicable', score: null });
  });
});

describe('an extension alone', () => {
  it.each(['Ext 2210, please', 'I am at extension four four seven one.', "I'm on x 318."])('is no missing number: %s', (said) => {
    const { findings } = judge('number', { text: `Were you off on Thursday? ${said}`, moves: [] });
    expect(findings.map(({ message }) => message)).toEqual(['An extension is given, and no number before it.']);
    expect(findings[0]?.severity).toBe('improve');
  });

  it('is none where a word only begins like one', () => {
    const { findings } = judge('number', { text: 'The next 22 weeks are full. Are you in?', moves: [] });
    expect(findings.map(({ message }) => message)).toEqual(['There is no number to call.']);
  });
});

describe('a message without a number', () => {
  const mail = 'Could you e-mail me the order number at pay at example dot com?';
  it('needs none where it is answered by e-mail or by family', () => {
    expect(whole(mail).number.status).toBe('notApplicable');
    const home = whole("Hi Mum, it's Jo. What time do we eat on Sunday?");
    expect([home.number.status, home.bridge.status]).toEqual(['notApplicable', 'notApplicable']);
    expect(whole('Hi Grandma, it is me, I am in trouble. Can you send me the money today?').bridge.status).not.toBe('notApplicable');
    expect(whole(`Please call me back. ${mail}`).number.status).not.toBe('notApplicable');
  });

  it('gives no way to answer where it asks for no call either', () => {
    const says = (text: string) => whole(text)['reply-option'].findings[0]?.message;
    expect(says('Hello Mr Ives, this is Nora Castell from the clinic. Is Tuesday at nine still good for you?')).toBe(
      'It gives no way to answer.',
    );
    expect(says('Hello Mr Ives, this is Nora Castell. Please call me about Tuesday.')).toBe('Calling is the only way to answer.');
  });
});

describe('the number in what one may say', () => {
  it.each([
    ['+34944555012', '944555012', 'plus 34 944 555 012', 'plus 34 … '],
    ['+442079460123', '2079460123', '+44 20 7946 0123', 'plus 44 … 20 … 7946 … 0123'],
    ['+442079460123', '02079460123', '020 7946 0123', '“That’s 020 … 7946 … 0123.”'],
  ])('of %s keeps the country where it was said: %s as %s', (e164, digits, said, told) => {
    const hand = {
      text: `Please call me on ${said}. It is about the roof that we spoke of.`,
      moves: [],
      phones: [{ e164, digits, said: [said] }],
    };
    expect(
      judge('number', hand)
        .findings.map(({ fix }) => fix)
        .join(' '),
    ).toContain(told);
  });
});

describe('brevity at the speaker’s own pace', () => {
  it('gives a slow speaker fewer words and a quick one more, in the same seconds', () => {
    const text = words(40);
    const at = (paceWordsPerMinute: number) => {
      const input = handInput({ text, artifacts: () => scriptArtifacts(text, { name: 'call.txt', pace: paceWordsPerMinute }) });
      return judgeTips({ ...input, preferences: { ...input.preferences, paceWordsPerMinute } }, NOTHING).find(
        (tip) => tip.id === 'brevity',
      );
    };
    expect(at(180)?.status).toBe('pass');
    expect(at(80)?.status).toBe('fail');
    expect(at(80)?.findings[0]?.measure).toMatchObject({ expected: 'at most 30', unit: 's' });
    expect(at(80)?.findings[0]?.evidence).toContain('own 80 words a minute');
  });
});

describe('fixes', () => {
  it('group the caller’s own number', () => {
    const result = judge('number', { text: 'I am on 4155550142.', phones: [{ ...US, said: ['4155550142'] }] });
    expect(result.findings[0]?.fix).toContain('415 … 555 … 0142');
  });

  it('use the message’s own topic', () => {
    const hand: HandReading = {
      text: 'I am calling about the invoice for March. Call me.',
      moves: [{ kind: 'purpose', quote: 'I am calling about the invoice for March' }, callback('Call me')],
    };
    expect(judge('request', hand).findings[0]?.fix).toContain('You say “I am calling about the invoice for March”');
  });

  it('name what to cut and how long the rest is', () => {
    const pitch = `We ${words(30)}.`;
    const hand: HandReading = { text: `${words(36)}. ${pitch}`, moves: [{ kind: 'pitch', quote: pitch }] };
    expect(judge('brevity', hand).findings[0]?.fix).toMatch(/that leaves about 2[2-9] seconds\.$/);
  });
});
