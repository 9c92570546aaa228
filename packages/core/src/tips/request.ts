import { inDoubt } from '../facts/index.ts';
import { askedPlainly, isChannel } from './asked-plainly.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Strength, Threshold, ThresholdValues, Tip, TipInput } from './tip.ts';
import { count, doubtful, type MoveOf, movesOf, sureQuote } from './wording.ts';

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

const ONE_THING = 'One limited thing is asked for.';

/** Is the ask narrow? */
export const request: Tip<'request', typeof thresholds> = {
  id: 'request',
  question: 'Is the ask narrow?',
  thresholds,
  judge(input) {
    const requests = movesOf(input.message, 'request');
    const narrow = requests.filter((move) => move.narrow);
    const unsure = inDoubt(input.message, 'narrowRequest');
    // Where the goal tip tells of several asks, this one does not tell of one.
    const isPile = !input.facts.goal && requests.length > 1 && !inDoubt(input.message, 'goal');
    const strengths: Strength[] =
      input.facts.narrowRequest && !unsure
        ? askedPlainly(narrow)
            .slice(0, 1)
            .map((ask) => ({ message: isPile ? 'What is asked is limited.' : ONE_THING, evidence: quoted(ask.quote), ...placeOf(ask) }))
        : [];
    const asking = unsure ? [doubtfulAsk(input, requests)] : input.facts.narrowRequest ? [] : [openConcern(input, requests)];
    return {
      kind: 'judged',
      headline: isPile ? 'What is asked is narrow.' : 'One narrow thing is asked for.',
      strengths,
      concerns: [...asking, ...timeConcerns(input).filter(({ message }) => asking.every((concern) => concern.message !== message))],
    };
  },
};

function openConcern(input: TipInput<Options>, requests: Request[]): Concern {
  const open = askedPlainly(requests.filter((move) => !move.narrow))[0] ?? requests[0];
  if (open === undefined) {
    return {
      message: 'Nothing is asked that a listener could say yes to.',
      evidence: 'There is no question in it, no time to choose, and no minutes with a topic.',
      fix: narrowAsk(input),
      severity: 'fail',
      cost: COST_NO_ASK,
    };
  }
  const why = OPEN[open.openBecause ?? 'no-bound'];
  const box = movesOf(input.message, 'time-box')[0];
  if (why === OPEN['open-range'] && box !== undefined) {
    return { ...why, evidence: quoted(open.quote), fix: smallerNumber(box, input.options.maxMinutes), ...placeOf(open) };
  }
  return { ...why, evidence: quoted(open.quote), fix: narrowAsk(input, why === OPEN['no-bound']), ...placeOf(open) };
}

function doubtfulAsk(input: TipInput<Options>, requests: Request[]): Concern {
  const concern = doubtful(input, 'narrowRequest', 'one limited thing is asked for', narrowAsk(input));
  // How to answer is seldom what is in doubt.
  const things = requests.filter(({ ask: kind }) => !isChannel(kind));
  const ask = (things.length > 0 ? things : requests).toSorted((a, b) => b.confidence - a.confidence)[0];
  return ask === undefined ? concern : { ...concern, evidence: `${quoted(ask.quote)} can be read either way.`, ...placeOf(ask) };
}

function timeConcerns(input: TipInput<Options>): Concern[] {
  const { maxMinutes, maxSpreadMinutes } = input.options;
  const concerns: Concern[] = [];
  if (inDoubt(input.message, 'timeBox')) return concerns;
  for (const box of movesOf(input.message, 'time-box')) {
    if (box.maxMinutes - box.minMinutes > maxSpreadMinutes) concerns.push(openRange(input, box));
    else if (box.maxMinutes > maxMinutes) concerns.push(longTalk(box, maxMinutes));
  }
  return concerns.slice(0, 1);
}

function openRange(input: TipInput<Options>, box: TimeBox): Concern {
  const max = input.options.maxSpreadMinutes;
  const spread = box.maxMinutes - box.minMinutes;
  return {
    message: 'The time asked for has no end to it.',
    evidence: `${quoted(box.quote)} spans ${spread} minutes; a range of up to ${max} still has an end.`,
    fix: smallerNumber(box, input.options.maxMinutes),
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

const smallerNumber = ({ minMinutes }: TimeBox, most: number): string =>
  minMinutes <= most ? `Name one number of minutes, the smaller: “${count(minMinutes, 'minute')}”.` : ASK_FOR_LESS;

const ASK_FOR_LESS = 'Ask for less: what could be settled in ten minutes, or in one line?';

function longTalk(box: TimeBox, max: number): Concern {
  return {
    message: 'It asks for a long talk.',
    evidence: `${quoted(box.quote)}: up to ${max} minutes still sounds like a small favour.`,
    fix: ASK_FOR_LESS,
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

/** What only the caller can add, beside the message's own words on what it is about. */
function narrowAsk({ message }: TipInput<Options>, hasTopic = false): string {
  const purpose = sureQuote(message, 'purpose');
  const about = purpose === undefined ? '' : `You say ${quoted(purpose, 14)}: `;
  const ask = 'ask one thing about it that a minute answers, a yes or no, a date, a name.';
  if (purpose === undefined && hasTopic) return 'Ask one thing about it that a minute answers: a yes or no, a date, a name.';
  return purpose === undefined
    ? 'Say what it is about, and ask one thing that a minute answers: a yes or no, a date, a name.'
    : `${about}${ask}`;
}
