import { describe, expect, it } from 'vitest';
import { parseBrief } from '../../brief/schema.ts';
import { trainedReader as reader } from '../../message/reader/trained.fixture.ts';
import { checkProposal, checkRewording } from './check-proposal.ts';

const brief = parseBrief({
  briefVersion: 1,
  objective: 'job',
  caller: { name: 'Nora Castell' },
  whom: { name: 'Martin Oyelaran', organisation: 'Harbour Foods' },
  bridge: { tie: 'referrer', person: 'Dana Whitfield' },
  question: 'Is the operations role still open?',
  minutes: 10,
  numbers: [{ number: '+14155550142' }],
  replyChannels: [{ channel: 'email', address: 'nora@example.com' }],
  goal: 'call-back',
  register: 'plain',
  region: 'US',
});
const GOOD =
  "Hello Martin, this is Nora Castell. Dana Whitfield suggested I call you. I have one question: is the operations role still open? It would take ten minutes. Please call me back at 415, 555, 0142. Or e-mail me at nora at example dot com. That's 415, 555, 0142. Thank you.";

describe('a script that someone else proposed', () => {
  it('is fit when it says what the brief says and passes the tips', () => {
    expect(checkProposal(GOOD, brief, reader)).toEqual({ text: GOOD, unsaid: [], missed: [], fit: true });
  });

  it.each([
    ['a fact', 'suggested I call you', 'suggested I call you after your promotion', ['promotion']],
    ['a name', 'Dana Whitfield', 'Kofi Mensah', ['Kofi', 'Mensah']],
    ['a count', 'ten minutes', 'fifteen minutes', ['fifteen']],
    ['a denial', 'still open', 'not open', ['not']],
    ['an address', 'nora at example dot com', 'nora at elsewhere dot com', ['elsewhere']],
  ])('is not fit when it says %s that the brief does not', (_what, said, other, words) => {
    const checked = checkProposal(GOOD.replace(said, other), brief, reader);
    expect(checked.fit).toBe(false);
    expect(checked.unsaid.join(' ')).toEqual(expect.stringContaining(words[0] ?? ''));
    for (const word of words) expect(checked.unsaid.join(' ')).toContain(word);
  });

  it('is not fit with another number, without what the tips want, or when it is nonsense', () => {
    expect(checkProposal(GOOD.replaceAll('415, 555, 0142', '415, 555, 0143'), brief, reader).unsaid).not.toEqual([]);
    expect(checkProposal('Hello Martin, this is Nora Castell. Please call me back.', brief, reader)).toMatchObject({
      unsaid: [],
      fit: false,
    });
    for (const text of ['', '{"error": "overloaded"}', 'a'.repeat(5_000), '我不知道']) {
      expect(checkProposal(text, brief, reader).fit).toBe(false);
    }
  });

  it('with a tie is not fit where the brief has none', () => {
    const { bridge: _none, ...without } = brief;
    expect(checkProposal(GOOD, without as typeof brief, reader).fit).toBe(false);
  });
});

describe('a rewording', () => {
  const script = "Hi Ms. Carter, it's Thomas Green. I'd love to pick your brain about the role some time. Call me at 617-555-0123.";

  it('is fit when it says nothing new and reads better', () => {
    const better = "Hi Ms. Carter, it's Thomas Green. Is the role still on your mind? Call me at 617, 555, 0123. That's 617, 555, 0123.";
    const checked = checkRewording(better.replace('still on your mind', 'one to call about'), script, reader);
    expect(checked.unsaid).toEqual([]);
    expect(checkRewording(better, script, reader).unsaid).toEqual(['still', 'mind']);
    expect(checkRewording(script, script, reader).fit).toBe(false);
  });
});
