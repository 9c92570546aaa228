import type { Facts, Message, Move } from './documents/message.ts';
import { READ_DEFAULTS, type ReadOptions } from './message/moves/context.ts';

type RequestMove = Extract<Move, { kind: 'request' }>;

/** Fewest digits of a number that can be dialled somewhere (a local number in North America). */
const FEWEST_DIGITS = 7;

/** The yes-or-no facts of a message, from its moves alone. */
export function deriveFacts(message: Message, _text: string, options: Partial<ReadOptions> = {}): Facts {
  const bounds: ReadOptions = { ...READ_DEFAULTS, ...options };
  const has = (kind: Move['kind']): boolean => message.moves.some((move) => move.kind === kind);
  const requests = message.moves.filter((move) => move.kind === 'request');
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

const CHANNELS = new Set<RequestMove['ask']>(['callback', 'email-reply', 'text-reply', 'answer', 'confirm']);

/** How many different things are asked for: a choice of ways to answer is one, and so are a talk and its slot. */
export function countAsks(requests: readonly RequestMove[]): number {
  const things = requests.filter((request) => !CHANNELS.has(request.ask));
  const talks = things.filter((request) => request.ask === 'meeting' || request.ask === 'talk').length;
  const others = things.length - talks;
  return others + (talks > 0 ? 1 : 0);
}

const isPile = (requests: readonly RequestMove[], { pileOfAsks }: ReadOptions): boolean => {
  const questions = requests.filter((request) => request.ask === 'answer' && request.narrow).length;
  return Math.max(countAsks(requests), questions) >= pileOfAsks;
};

const isOneAsk = (requests: readonly RequestMove[], bounds: ReadOptions): boolean => requests.length > 0 && !isPile(requests, bounds);
