import type { Message, Move } from '../documents/message.ts';

/** A move of one kind. */
export type MoveOf<Kind extends Move['kind']> = Move & { kind: Kind };

/** The moves of one kind, in order. */
export function movesOf<Kind extends Move['kind']>(message: Message, kind: Kind): MoveOf<Kind>[] {
  return message.moves.filter((move): move is MoveOf<Kind> => move.kind === kind);
}

/** Longest topic, in words, that still fits into one short spoken question. */
const MAX_TOPIC_WORDS = 9;

const TOPIC = /(?<!\b(?:how|what|just)\s)\b(?:about|regarding|concerning|as regards|in connection with|in relation to)\s+([^.!?;,]+)/gi;

/** Words that start something new inside a topic: the topic ends before them. */
const TOPIC_END =
  /\s+(?:and\s+(?:I|we|would|could|please|wanted|was|hear|see|ask|whether)\b|so\b|but\b|if\b|when\b|because\b|as\s+soon\b|(?:on|at)\s+\+?\(?\d).*$/i;

/** Topics that only point at something and so say nothing on their own, and amounts ("about ten minutes"). */
const NO_TOPIC =
  /^(?:(?:it|that|this|them|things?|stuff|you|me|us|something|anything|everything|yourself)\b(?:\s+(?:all|else|soon|again))?$|to\s|\d|(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|half)\b)/i;

/** What the message is about in the caller's own words ("the invoice for March"), or null when it does not say. */
export function topicOf(message: Message, text: string): string | null {
  const order: Move['kind'][] = ['purpose', 'request', 'time-box', 'pitch'];
  const quotes = order.flatMap((kind) => movesOf(message, kind).map((move) => move.quote));
  for (const quote of [...quotes, text]) {
    const topic = topicIn(quote);
    if (topic !== null) return topic;
  }
  return null;
}

/** The first topic named in some words, or null. */
export function topicIn(words: string): string | null {
  for (const match of words.matchAll(TOPIC)) {
    const topic = match[1]?.replace(TOPIC_END, '').replace(/\s+/g, ' ').trim() ?? '';
    if (topic !== '' && !NO_TOPIC.test(topic) && topic.split(' ').length <= MAX_TOPIC_WORDS) return topic;
  }
  return null;
}

/** Something to say aloud. */
export function say(words: string): string {
  return `Say: “${words}”`;
}

/** A plain number of things: "1 word", "3 words". */
export function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? '' : 's'}`;
}
