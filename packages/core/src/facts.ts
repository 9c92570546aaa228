import type { Facts, Message, Move } from './documents/message.ts';
import { READ_DEFAULTS, type ReadOptions } from './message/moves/context.ts';

type RequestMove = Extract<Move, { kind: 'request' }>;

/** Fewest digits of a number that can be dialled somewhere (a local number in North America). */
const FEWEST_DIGITS = 7;

/** The yes-or-no facts of a message, from its moves alone. */
export function deriveFacts(message: Message, _text: string, options: Partial<ReadOptions> = {}): Facts {
  const bounds: ReadOptions = { ...READ_DEFAULTS, ...options };
  const has = (kind: Move['kind']): boolean => message.moves.some((move) => move.kind === kind);
  const requests = message.moves.filter((move) => move.kind === 'request').filter((request) => !isAnotherWay(request, message));
  const goal = isOneAsk(requests, bounds);
  const complete = message.phoneNumbers.filter((number) => number.e164 !== null || number.digits.length >= FEWEST_DIGITS);
  return {
    goal,
    bridge: message.moves.some((move) => move.kind === 'bridge' && move.tie !== 'false-tie' && move.confidence >= bounds.bridgeConfidence),
    brief: message.wordCount <= bounds.wordBudget,
    obsequious: grovelling(message) >= bounds.grovelling,
    narrowRequest: requests.some((request) => request.narrow) && !isPile(requests, bounds),
    timeBox: has('time-box'),
    deadline: has('deadline'),
    phone: complete.length > 0,
    phoneRepeated: complete.some((number) => number.mentions.length > 1),
    replyOption: has('reply-option'),
    callerName: message.people.caller !== null,
    recipientName: message.people.recipient !== null,
  };
}

/** Summed strength of flattery, self-abasement, pleading and apology. */
export function grovelling(message: Message): number {
  let sum = 0;
  for (const move of message.moves) if (move.kind === 'flattery' || move.kind === 'apology') sum += move.strength;
  return sum;
}

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
const isAnotherWay = (request: RequestMove, message: Message): boolean =>
  message.moves.some(
    (move) =>
      move.kind === 'reply-option' &&
      (move.channel === 'assistant' || move.channel === 'calendar') &&
      move.charStart < request.charEnd &&
      request.charStart < move.charEnd,
  ) && message.moves.some((other) => other.kind === 'request' && other !== request);

const isPile = (requests: readonly RequestMove[], { pileOfAsks }: ReadOptions): boolean => countAsks(requests) >= pileOfAsks;

const isOneAsk = (requests: readonly RequestMove[], bounds: ReadOptions): boolean => requests.length > 0 && !isPile(requests, bounds);
