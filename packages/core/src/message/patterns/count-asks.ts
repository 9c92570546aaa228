import type { Move } from '../../documents/message.ts';

type RequestMove = Extract<Move, { kind: 'request' }>;

const CHANNELS = new Set<RequestMove['ask']>(['callback', 'email-reply', 'text-reply', 'other']);
/** Things named in one request from which it is a list of asks. */
const LIST_OF_ASKS = 4;
const QUESTION_WORD = /\b(?:tell|how|what)\b/i;
/** Most questions that still ask for one thing. */
const QUESTIONS_OF_ONE_ASK = 2;
/** Words of the longest item of such a list. */
const LONGEST_ITEM = 5;

/** How many different things are asked for: a choice of ways to answer is none, a talk and its slot are one, every item of a list counts. */
export function countAsks(requests: readonly RequestMove[]): number {
  let count = 0;
  let talks = 0;
  let questions = 0;
  for (const request of requests) {
    if (CHANNELS.has(request.ask)) continue;
    if (request.ask === 'meeting' || request.ask === 'talk') talks = 1;
    else if (request.ask === 'confirm') continue;
    else if (request.ask === 'answer') questions += request.narrow || QUESTION_WORD.test(request.quote) ? 1 : 0;
    else count++;
    const items = itemsOf(request.quote);
    if (items >= LIST_OF_ASKS) count += items - 1;
  }
  // A couple of questions about one thing are one ask; a list of them is not.
  return count + talks + (questions > QUESTIONS_OF_ONE_ASK ? questions : Math.min(questions, 1));
}

const itemsOf = (quote: string): number => {
  const items = quote.split(/,/).map((item) => item.trim().split(/\s+/).length);
  return items.slice(1).filter((words) => words <= LONGEST_ITEM).length + 1;
};

/** "You can also arrange a time with my assistant": another way to give the one reply, not another thing asked for. */
export const isAnotherWay = (request: RequestMove, options: readonly Move[]): boolean =>
  options.some(
    (move) =>
      move.kind === 'reply-option' &&
      (move.channel === 'assistant' || move.channel === 'calendar') &&
      move.charStart < request.charEnd &&
      request.charStart < move.charEnd,
  );
