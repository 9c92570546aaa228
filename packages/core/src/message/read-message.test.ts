import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../facts.ts';
import { scriptArtifacts } from '../script/script-artifacts.ts';
import { readMessage } from './read-message.ts';

const read = (text: string) => {
  const { transcript } = scriptArtifacts(text, { name: 'script.txt' });
  if (!transcript.ok) throw new Error(transcript.reason);
  const message = readMessage(transcript.value);
  return { message, facts: deriveFacts(message, text), text: transcript.value.text };
};

describe('readMessage', () => {
  it('reads a referral with one bounded ask and a deadline', () => {
    const { message, facts } = read(
      'Hello Dr. Marsh, this is Owen Tait from Larch Surveyors. Your colleague Beth Quinn suggested I call you. Could you spare ten minutes to look at one drawing, and let me know by Friday? I am on 303-555-0144.',
    );
    expect(message.people).toEqual({ caller: 'Owen Tait', recipient: 'Dr. Marsh' });
    expect(facts).toMatchObject({
      goal: true,
      bridge: true,
      narrowRequest: true,
      timeBox: true,
      deadline: true,
      obsequious: false,
      phone: true,
    });
    expect(message.moves.find((move) => move.kind === 'bridge')?.quote).toMatch(/colleague Beth Quinn/);
  });

  it('quotes the text exactly', () => {
    const { message, text } = read(
      'hi amy its ravi from larch surveyors could you um call me back on 303-555-0144 thanks so much for the chat on monday bye',
    );
    expect(message.moves.length).toBeGreaterThan(2);
    for (const move of message.moves) expect(text.slice(move.charStart, move.charEnd)).toBe(move.quote);
  });
});
