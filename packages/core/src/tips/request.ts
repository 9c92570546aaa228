import type { Message } from '../documents/message.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Strength, Threshold, ThresholdValues, Tip, TipInput } from './tip.ts';
import { type MoveOf, movesOf, say, topicIn, topicOf } from './wording.ts';

const thresholds = {
  maxMinutes: {
    default: 20,
    unit: 'min',
    source: 'house rule',
    description: 'Longest talk that still reads as a small favour.',
  },
  maxSpreadMinutes: {
    default: 10,
    unit: 'min',
    source: 'house rule: “fifteen minutes to half an hour” has no end',
    description: 'Widest range of minutes that still counts as a bound.',
  },
} as const satisfies Record<string, Threshold>;

type Options = ThresholdValues<typeof thresholds>;
type Request = MoveOf<'request'>;
type TimeBox = MoveOf<'time-box'>;

const COST_NO_ASK = 1;
const COST_OPEN_RANGE = 0.6;
const COST_LONG = 0.3;

interface OpenAsk {
  message: string;
  severity: 'improve' | 'fail';
  cost: number;
}

const OPEN: Readonly<Record<NonNullable<Request['openBecause']>, OpenAsk>> = {
  'no-topic': { message: 'The ask does not say what about.', severity: 'fail', cost: 0.8 },
  'no-bound': { message: 'The ask has a topic, but no limit.', severity: 'improve', cost: 0.5 },
  'open-range': { message: 'The time asked for has no end to it.', severity: 'fail', cost: 0.7 },
  vague: { message: 'The ask is too open to say yes to.', severity: 'fail', cost: 0.8 },
};

/** Is the ask narrow? */
export const request: Tip<'request', typeof thresholds> = {
  id: 'request',
  question: 'Is the ask narrow?',
  thresholds,
  judge(input) {
    const requests = movesOf(input.message, 'request');
    const narrow = requests.filter((move) => move.narrow);
    const strengths: Strength[] = input.facts.narrowRequest
      ? narrow.slice(0, 1).map((ask) => ({ message: 'One limited thing is asked for.', evidence: quoted(ask.quote), ...placeOf(ask) }))
      : [];
    const asking = input.facts.narrowRequest ? [] : [openConcern(input, requests)];
    return {
      kind: 'judged',
      headline: 'One narrow thing is asked for.',
      strengths,
      concerns: [...asking, ...timeConcerns(input)],
    };
  },
};

function openConcern(input: TipInput<Options>, requests: Request[]): Concern {
  const open = requests.find((move) => !move.narrow && move.openBecause !== undefined) ?? requests[0];
  if (open === undefined) {
    return {
      message: 'Nothing is asked that a listener could say yes to.',
      evidence: 'looked for a question, a yes or no, a slot, or minutes with a topic; found none',
      fix: narrowAsk(input),
      severity: 'fail',
      cost: COST_NO_ASK,
    };
  }
  const why = OPEN[whyOpen(input.message, open)];
  return { ...why, evidence: quoted(open.quote), fix: narrowAsk(input), ...placeOf(open) };
}

/** A call about something the message names lacks only a limit. */
function whyOpen(message: Message, { openBecause = 'no-topic', quote }: Request): NonNullable<Request['openBecause']> {
  if (openBecause !== 'no-topic') return openBecause;
  const named = [quote, ...movesOf(message, 'purpose').map((purpose) => purpose.quote)].some((words) => topicIn(words) !== null);
  return named ? 'no-bound' : 'no-topic';
}

function timeConcerns(input: TipInput<Options>): Concern[] {
  const { maxMinutes, maxSpreadMinutes } = input.options;
  const concerns: Concern[] = [];
  for (const box of movesOf(input.message, 'time-box')) {
    if (box.maxMinutes - box.minMinutes > maxSpreadMinutes) concerns.push(openRange(box, maxSpreadMinutes));
    else if (box.maxMinutes > maxMinutes) concerns.push(longTalk(input, box, maxMinutes));
  }
  return concerns.slice(0, 1);
}

function openRange(box: TimeBox, max: number): Concern {
  const spread = box.maxMinutes - box.minMinutes;
  return {
    message: 'The time asked for has no end to it.',
    evidence: `${quoted(box.quote)} spans ${spread} min; expected at most ${max}`,
    fix: `Name one number of minutes, and a small one: ${say(`It takes ${box.minMinutes} minutes.`)}`,
    severity: 'fail',
    cost: COST_OPEN_RANGE,
    measure: {
      name: 'range of minutes',
      value: spread,
      unit: 'min',
      expected: `at most ${max}`,
      source: thresholds.maxSpreadMinutes.source,
    },
    ...placeOf(box),
  };
}

function longTalk(input: TipInput<Options>, box: TimeBox, max: number): Concern {
  return {
    message: 'It asks for a long talk.',
    evidence: `${quoted(box.quote)}; expected at most ${max} min`,
    fix: narrowAsk(input),
    severity: 'improve',
    cost: COST_LONG,
    measure: {
      name: 'minutes asked for',
      value: box.maxMinutes,
      unit: 'min',
      expected: `at most ${max}`,
      source: thresholds.maxMinutes.source,
    },
    ...placeOf(box),
  };
}

/** A narrow ask about this message's own topic. */
function narrowAsk({ message, transcript }: TipInput<Options>): string {
  const topic = topicOf(message, transcript.text);
  if (topic === null)
    return 'Ask one thing that could be answered in a minute: a yes or no, a name, a date. For example: “I have one question: …?”';
  return say(`Could you give me five minutes on the phone about ${topic}?`);
}
