import { messageSeconds } from '../delivery/sounds/index.ts';
import type { Message, Move } from '../documents/message.ts';
import type { Measure } from '../documents/review.ts';
import type { Span } from '../documents/span.ts';
import { LENGTH_SEC, toldSeconds } from '../spoken/length.ts';
import { countWords, placeOf, quoteAt, quoted } from './place.ts';
import { praiseAlone } from './praise-alone.ts';
import type { Concern, Threshold, ThresholdValues, Tip, TipInput } from './tip.ts';
import { count, movesOf } from './wording.ts';

const thresholds = {
  warnSec: {
    default: LENGTH_SEC.heardOut,
    unit: 's',
    source: 'house rule',
    description: 'Seconds above which a recording, or a script as it will be said, should be shorter.',
  },
  failSec: {
    default: LENGTH_SEC.tooLong,
    unit: 's',
    source: 'house rule',
    description: 'Seconds above which it fails.',
  },
} as const satisfies Record<string, Threshold>;

/** What being just over costs: little, for the seconds of a script are an estimate and those of a take vary by as much. House rule. */
const COST_AT_WARN = 0.05;
const COST_AT_FAIL = 0.6;

type Input = TipInput<ThresholdValues<typeof thresholds>>;

/** Is it short enough to be heard out? Seconds decide; a script's are those it will take to say. */
export const brevity: Tip<'brevity', typeof thresholds> = {
  id: 'brevity',
  question: 'Is it short enough to be heard out?',
  thresholds,
  judge(input) {
    const headline = `${lengthIn(input)}: short enough to be heard out.`;
    if (messageSeconds(input.artifacts) > input.options.warnSec)
      return { kind: 'judged', headline, strengths: [], concerns: [tooLong(input)] };
    const strength = { message: headline, evidence: range(input), measure: measureOf(input) };
    return { kind: 'judged', headline, strengths: [strength], concerns: [] };
  },
};

function tooLong(input: Input): Concern {
  const { warnSec, failSec } = input.options;
  const seconds = messageSeconds(input.artifacts);
  const over = (seconds - warnSec) / Math.max(1, failSec - warnSec);
  return {
    message: `${lengthIn(input)}, where ${warnSec} would be heard out.`,
    evidence: range(input),
    fix: cut(input),
    severity: seconds > failSec ? 'fail' : 'improve',
    cost: Math.min(1, COST_AT_WARN + over * (COST_AT_FAIL - COST_AT_WARN)),
    measure: measureOf(input),
    ...overrun(input),
  };
}

/** The stretch past the budget. */
function overrun({ transcript, options }: Input) {
  const from = transcript.words.find((word) => word.end > options.warnSec);
  const last = transcript.words.at(-1);
  return from === undefined || last === undefined ? {} : placeOf(quoteAt(transcript, from.charStart, last.charEnd));
}

/** What to leave out: the longest words that sell, praise or apologise; what the rest does, only the caller knows. */
function cut(input: Input): string {
  const { message, artifacts, options } = input;
  const praise = movesOf(message, 'flattery').map((move) => praiseAlone(move, input));
  const idle = [...movesOf(message, 'pitch'), ...praise, ...movesOf(message, 'apology')];
  const sure = idle.filter((move) => move.confidence >= SURE_CUT && countWords(move.quote) >= MIN_CUT_WORDS);
  const longest = sure.reduce<(typeof sure)[number] | undefined>((a, b) => (a && secondsOf(a) >= secondsOf(b) ? a : b), undefined);
  if (longest === undefined) return keep(message);
  const saved = secondsOf(longest);
  const left = messageSeconds(artifacts) - saved;
  if (left > options.warnSec) return `Begin by leaving out ${quoted(longest.quote, 14)} (${rounded(saved)}).`;
  return `Leave out ${quoted(longest.quote, 14)}: that leaves about ${rounded(left)}.`;
}

/** What must stay of what is in it: whatever else there is may go. */
function keep(message: Message): string {
  const has = (kind: Move['kind']): boolean => message.moves.some((move) => move.kind === kind && move.confidence >= SURE_KEPT);
  const tie = movesOf(message, 'bridge').some(({ tie: kind, confidence }) => kind !== 'false-tie' && confidence >= SURE_KEPT);
  const kept = [
    'your name',
    ...(tie ? ['the tie'] : []),
    'the one ask',
    ...(has('deadline') ? ['by when'] : []),
    'the number',
    ...(has('reply-option') ? ['the other way to answer'] : []),
  ];
  const told = `${kept.slice(0, -1).join(', ')} and ${kept.at(-1)}`;
  const words = message.moves.filter(({ kind, confidence }) => NEEDED.has(kind) && confidence >= SURE_KEPT);
  return wordsOutside(words, message.wordCount) < FEWEST_FREE * message.wordCount
    ? `Hardly anything in it could go: it is ${told}. Say one of them in fewer words, or let it stand.`
    : `Keep ${told}; leave what else there is for the call.`;
}

/** Words of the message outside of what is needed, about: moves that overlap count once. */
function wordsOutside(moves: readonly Move[], wordCount: number): number {
  let end = 0;
  let inside = 0;
  for (const move of moves) {
    if (move.charStart >= end) inside += countWords(move.quote);
    end = Math.max(end, move.charEnd);
  }
  return wordCount - inside;
}

/** Moves that a message is made of. */
const NEEDED: ReadonlySet<Move['kind']> = new Set([
  'greeting',
  'caller-name',
  'affiliation',
  'bridge',
  'purpose',
  'request',
  'time-box',
  'deadline',
  'phone-number',
  'reply-option',
]);
/** How sure the reader must be of words that are kept. House rule: what is kept in doubt does no harm. */
const SURE_KEPT = 0.4;
/** Share of the words that could go, under which nothing is told to go. House rule. */
const FEWEST_FREE = 0.3;

const secondsOf = ({ start = 0, end = 0 }: Partial<Span>): number => end - start;

/** Fewest words worth cutting. House rule. */
const MIN_CUT_WORDS = 5;
/** How sure the reader must be that words may go. House rule: a wrong cut takes out what helps. */
const SURE_CUT = 0.7;

const rounded = (seconds: number): string => count(Math.max(1, Math.round(seconds)), 'second');

/** A recording's length as measured; a script's as estimated, and never rounded to the other side of the budget. */
function lengthIn({ artifacts, options }: Input): string {
  const seconds = messageSeconds(artifacts);
  if (!artifacts.source.estimated) return `${Number(seconds.toFixed(1))} seconds`;
  return `About ${count(toldSeconds(seconds, options.warnSec), 'second')}`;
}

/** A script's seconds are counted in syllables, pauses and digits, not in words; at the speaker's own pace where it is known. */
function paceOf({ artifacts, preferences: { paceWordsPerMinute: own } }: Input): string {
  if (!artifacts.source.estimated) return '';
  return own === null ? ', by its syllables, pauses and digits' : `, at this speaker’s own ${Math.round(own)} words a minute`;
}

/** Where the bounds are from is for the document; a person is told the seconds. */
const sourceOf = (input: Input): string => `${thresholds.warnSec.source}${paceOf(input)}`;

function range(input: Input): string {
  const { warnSec, failSec } = input.options;
  return `${lengthIn(input)}${paceOf(input)}; up to ${warnSec} is heard out, above ${failSec} is too long.`;
}

function measureOf(input: Input): Measure {
  const { source } = input.artifacts;
  return {
    name: source.kind === 'recording' ? 'length of the recording' : 'length of the script as said',
    value: messageSeconds(input.artifacts),
    unit: 's',
    expected: `at most ${input.options.warnSec}`,
    source: sourceOf(input),
  };
}
