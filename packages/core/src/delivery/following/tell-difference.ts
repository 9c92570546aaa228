import type { ScriptDifference } from '../../documents/following.ts';
import type { Move, MoveKind } from '../../documents/message.ts';
import { withOtherDigits } from './other-digits.ts';

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

/** The difference in one sentence to the person. `dim`: what was said is not clear enough to be quoted. */
export function tellDifference(
  kind: ScriptDifference['kind'],
  { script, heard }: Pick<ScriptDifference, 'script' | 'heard'>,
  moves: readonly MoveKind[],
  dim = false,
): string {
  if (kind === 'added') return `You added “${bare(heard?.quote)}”.`;
  if (kind === 'otherwise') {
    const [said, written] = [bare(heard?.quote), bare(script?.quote)];
    if (dim) return `You did not say “${written}”, which the script has there; what you said instead was not clear.`;
    return `You said “${withOtherDigits(written, said) ?? said}”; the script says “${written}”.`;
  }
  const part = PART_NAMES.find(([name]) => name === moves[0])?.[1];
  return part === undefined ? `You left out “${bare(script?.quote)}”.` : `You left out ${part}: “${bare(script?.quote)}”.`;
}

/** That it is in doubt whether these words were said, in one sentence to the person. */
export const tellDoubt = (written: string): string => `It could not be told whether you said “${bare(written)}”.`;

function bare(quote = ''): string {
  return quote.replace(/\s+/g, ' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?!]+$/gu, '');
}
