import type { Message } from '../documents/message.ts';
import { inDoubt } from '../facts/index.ts';
import { isToKin } from '../message/no-reply.ts';
import { noticeOf } from './notice.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Strength, Threshold, Tip, TipInput } from './tip.ts';
import { type MoveOf, movesOf } from './wording.ts';

const thresholds = {
  lateNameShare: {
    default: 0.5,
    unit: 'share of the message',
    source: 'house rule; callers name themselves early (Jansche & Abney 2002)',
    description: 'How far into the message the caller’s name may come.',
  },
} as const satisfies Record<string, Threshold>;

const COST_NO_CALLER = 0.6;
const COST_NO_RECIPIENT = 0.3;
const COST_LATE = 0.2;

/** Are the caller's and the called person's names said? */
export const identity: Tip<'identity', typeof thresholds> = {
  id: 'identity',
  question: 'Does it say who calls whom?',
  thresholds,
  judge(input) {
    const own = ownName(input.message);
    const strengths: Strength[] =
      own !== undefined && input.facts.callerName && !inDoubt(input.message, 'callerName')
        ? [{ message: 'You say who you are.', evidence: quoted(own.quote), ...placeOf(own) }]
        : [];
    return { kind: 'judged', headline: headlineOf(input), strengths, concerns: concernsOf(input) };
  },
};

/** No more than is known: both names, or the caller's. */
function headlineOf({ facts, message }: TipInput<unknown>): string {
  const says = (fact: 'callerName' | 'recipientName'): boolean => facts[fact] && !inDoubt(message, fact);
  if (says('callerName')) return says('recipientName') ? 'It says who calls whom.' : 'It says who calls.';
  return says('recipientName') ? 'It says who is called.' : 'No name in it could be told for sure.';
}

/** Where the caller's name is said first; other names may have been taken for it. */
function ownName(message: Message): MoveOf<'caller-name'> | undefined {
  const names = movesOf(message, 'caller-name');
  const { caller } = message.people;
  const parts = caller?.split(' ') ?? [];
  return names.find(({ quote }) => caller !== null && quote.includes(caller)) ?? names.find(({ quote }) => parts.includes(quote));
}

function concernsOf(input: TipInput<{ lateNameShare: number }>): Concern[] {
  const concerns: Concern[] = [];
  const { facts, message, transcript, options } = input;
  const isNotice = noticeOf(input) !== undefined;
  if (isNotice && isToKin(transcript.text)) return concerns;
  if (!facts.callerName && !inDoubt(message, 'callerName')) {
    concerns.push({
      message: 'You never say your name.',
      evidence: 'Your name is not in it.',
      fix: 'Say your first and last name right after the greeting.',
      severity: 'improve',
      cost: COST_NO_CALLER,
    });
  }
  if (!facts.recipientName && !inDoubt(message, 'recipientName') && !isNotice) {
    concerns.push({
      message: 'You never say their name.',
      evidence: 'Their name is not in it.',
      fix: 'Begin with their name: it is the one word everyone hears.',
      severity: 'improve',
      cost: COST_NO_RECIPIENT,
    });
  }
  const own = ownName(message);
  if (inDoubt(message, 'callerName')) return concerns;
  if (own !== undefined && transcript.text.length > 0 && own.charStart / transcript.text.length > options.lateNameShare) {
    concerns.push({
      message: 'Your name comes late.',
      evidence: `${quoted(own.quote)} begins ${Math.round((100 * own.charStart) / transcript.text.length)} % into the message.`,
      fix: 'Say your name in the first sentence.',
      severity: 'improve',
      cost: COST_LATE,
      ...placeOf(own),
    });
  }
  return concerns;
}
