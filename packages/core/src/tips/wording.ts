import type { Message, Move, ReadFact } from '../documents/message.ts';
import type { Concern, TipInput } from './tip.ts';

/** A move of one kind. */
export type MoveOf<Kind extends Move['kind']> = Move & { kind: Kind };

/** The moves of one kind, in order. */
export function movesOf<Kind extends Move['kind']>(message: Message, kind: Kind): MoveOf<Kind>[] {
  return message.moves.filter((move): move is MoveOf<Kind> => move.kind === kind);
}

/** A doubt told as one: what could not be told, and what to do if it is so. Costs as much as it is unlikely. */
export function doubtful(input: Pick<TipInput<unknown>, 'message'>, fact: ReadFact, what: string, mend: string): Concern {
  const chance = input.message.chances[fact] ?? 0;
  return {
    message: `We could not tell whether ${what}.`,
    evidence: 'The words can be read either way.',
    fix: `If so, say it plainer. ${mend}`,
    severity: 'improve',
    cost: 1 - chance,
    doubt: true,
  };
}

/** Chance from which a move may be quoted in a fix. House rule: a fix never rests on a guess. */
const SURE = 0.6;

/** The surest words of one kind, for a fix; undefined where none are sure. */
export function sureQuote(message: Message, kind: Move['kind']): string | undefined {
  const best = movesOf(message, kind).reduce<Move | undefined>(
    (a, b) => (a === undefined || b.confidence > a.confidence ? b : a),
    undefined,
  );
  return best !== undefined && best.confidence >= SURE ? best.quote : undefined;
}

/** Something to say aloud. */
export function say(words: string): string {
  return `Say: “${words}”`;
}

/** A plain number of things: "1 word", "3 words". */
export function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}

/** Words as a sentence of their own: with a capital in front and a stop behind. Quoted words stay as they were said. */
export function asSentence(words: string): string {
  const text = words.trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?”]$/.test(text) ? '' : '.'}`;
}
