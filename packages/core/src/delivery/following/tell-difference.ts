import type { ScriptDifference } from '../../documents/following.ts';
import type { Move, MoveKind } from '../../documents/message.ts';
import { piecesOf } from './pieces.ts';

/** How each part of a message is called to the person who left it out, the weightiest first. */
const PART_NAMES: readonly (readonly [MoveKind, string])[] = [
  ['request', 'what you ask for'],
  ['deadline', 'the deadline'],
  ['phone-number', 'your number'],
  ['bridge', 'what ties you to them'],
  ['caller-name', 'your name'],
  ['reply-option', 'the other way to answer'],
  ['time-box', 'how long it takes'],
  ['purpose', 'what it is about'],
  ['affiliation', 'where you call from'],
  ['pitch', 'what you offer'],
  ['greeting', 'the greeting'],
  ['thanks', 'the thanks'],
  ['sign-off', 'the goodbye'],
  ['flattery', 'the compliment'],
  ['apology', 'the apology'],
];

/** Share of a move that must lie in the words that were left out for it to be named. House rule. */
const MOST_OF_IT = 0.6;

/** The moves that the words from `charStart` to `charEnd` make, the weightiest first. */
export function movesIn(moves: readonly Move[], charStart: number, charEnd: number): MoveKind[] {
  const inside = moves.filter((move) => {
    const common = Math.min(charEnd, move.charEnd) - Math.max(charStart, move.charStart);
    return common >= MOST_OF_IT * (move.charEnd - move.charStart);
  });
  return PART_NAMES.flatMap(([kind]) => (inside.some((move) => move.kind === kind) ? [kind] : []));
}

/** The difference in one sentence to the person. */
export function tellDifference(
  kind: ScriptDifference['kind'],
  { script, heard }: Pick<ScriptDifference, 'script' | 'heard'>,
  moves: readonly MoveKind[],
): string {
  if (kind === 'added') return `You added “${bare(heard?.quote)}”.`;
  if (kind === 'otherwise') {
    const [said, written] = [bare(heard?.quote), bare(script?.quote)];
    return `You said “${writtenLike(written, said)}”; the script says “${written}”.`;
  }
  const part = PART_NAMES.find(([name]) => name === moves[0])?.[1];
  return part === undefined ? `You left out “${bare(script?.quote)}”.` : `You left out ${part}: “${bare(script?.quote)}”.`;
}

/** Digits that were said, in the groups in which the script has them; anything else as it was heard. */
function writtenLike(written: string, said: string): string {
  const pieces = piecesOf(said.split(' ').map((text) => ({ text })));
  const places = written.match(/\d/g)?.length ?? 0;
  if (pieces.length !== places || pieces.some(({ numeral }) => !numeral) || /\p{L}/u.test(written)) return said;
  let at = 0;
  return written.replace(/\d/g, () => pieces[at++]?.norm ?? '');
}

function bare(quote = ''): string {
  return quote.replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?!]+$/gu, '');
}
