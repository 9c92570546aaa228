import { expect, it } from 'vitest';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { readMessage } from './read-message.ts';
import { trainedReader as reader } from './reader/trained.fixture.ts';

function read(text: string) {
  const { transcript } = scriptArtifacts(text, { name: 'call.txt' });
  if (!transcript.ok) throw new Error('a script always has words');
  return readMessage(transcript.value, { reader });
}

it.each([
  ['Hi Jonas, this is Greta. I studied at the University of Leeds too. Please call me back.', 'shared-school'],
  ['Hi Jonas, this is Greta. You and I both worked for Harbour Foods. Please call me back.', 'shared-organisation'],
  ['Hi Jonas, this is Greta. Like you, I served in the coast guard. Please call me back.', 'shared-organisation'],
  ['Hi Jonas, this is Greta. I think we both know Dana Whitfield. Please call me back.', 'mutual-contact'],
])('what both share is a tie: %s', (text, tie) => {
  const { moves, chances } = read(text);
  expect(moves.flatMap((move) => (move.kind === 'bridge' ? [move.tie] : []))).toContain(tie);
  expect(chances.bridge).toBeGreaterThanOrEqual(0.9);
});

it.each([
  'Hi Jonas, this is Greta. We both know that it is late in the day. Please call me back.',
  'Hi Jonas, this is Greta. I worked at a bank. Please call me back.',
])('what is no place or person of both is none: %s', (text) => expect(read(text).chances.bridge).toBeLessThan(0.5));
