import type { Measure } from '../documents/review.ts';
import { countWords, placeOf, quoteAt, quoted } from './place.ts';
import type { Concern, Threshold, ThresholdValues, Tip, TipInput } from './tip.ts';
import { count, movesOf } from './wording.ts';

const thresholds = {
  warnSec: { default: 30, unit: 's', source: 'house rule', description: 'Length of a recording above which it should be shorter.' },
  failSec: { default: 45, unit: 's', source: 'house rule', description: 'Length of a recording above which it fails.' },
  warnWords: {
    default: 75,
    unit: 'words',
    source: 'house rule: 30 s at 150 words a minute',
    description: 'Length of a script above which it should be shorter, where the speaker’s own pace is not known.',
  },
  failWords: {
    default: 112,
    unit: 'words',
    source: 'house rule: 45 s at 150 words a minute',
    description: 'Length of a script above which it fails, where the speaker’s own pace is not known.',
  },
} as const satisfies Record<string, Threshold>;

const SECONDS_PER_MINUTE = 60;
/** What being one unit over the warning costs before it grows. */
const COST_AT_WARN = 0.15;
const COST_AT_FAIL = 0.6;

interface Budget {
  value: number;
  warn: number;
  fail: number;
  unit: 's' | 'words';
  source: string;
}

/** Is it short enough to be heard out? */
export const brevity: Tip<'brevity', typeof thresholds> = {
  id: 'brevity',
  question: 'Is it short enough to be heard out?',
  thresholds,
  judge(input) {
    const budget = budgetOf(input);
    const headline = `${amount(budget.value, budget.unit)}: short enough to be heard out.`;
    if (budget.value <= budget.warn) {
      const strength = { message: headline, evidence: range(budget), measure: measureOf(budget) };
      return { kind: 'judged', headline, strengths: [strength], concerns: [] };
    }
    return { kind: 'judged', headline, strengths: [], concerns: [tooLong(input, budget)] };
  },
};

function budgetOf({ artifacts, message, options, preferences }: TipInput<ThresholdValues<typeof thresholds>>): Budget {
  if (artifacts.source.kind === 'recording') {
    return {
      value: artifacts.source.durationSec,
      warn: options.warnSec,
      fail: options.failSec,
      unit: 's',
      source: thresholds.warnSec.source,
    };
  }
  const pace = preferences.paceWordsPerMinute;
  if (pace === null) {
    return {
      value: message.wordCount,
      warn: options.warnWords,
      fail: options.failWords,
      unit: 'words',
      source: thresholds.warnWords.source,
    };
  }
  const words = (sec: number) => Math.round((sec * pace) / SECONDS_PER_MINUTE);
  const source = `house rule at this speaker’s own ${Math.round(pace)} words a minute`;
  return { value: message.wordCount, warn: words(options.warnSec), fail: words(options.failSec), unit: 'words', source };
}

function tooLong(input: TipInput<unknown>, budget: Budget): Concern {
  const over = (budget.value - budget.warn) / Math.max(1, budget.fail - budget.warn);
  const cost = Math.min(1, COST_AT_WARN + over * (COST_AT_FAIL - COST_AT_WARN));
  return {
    message: `${amount(budget.value, budget.unit)}, where ${budget.warn} would be heard out.`,
    evidence: range(budget),
    fix: cut(input, budget),
    severity: budget.value > budget.fail ? 'fail' : 'improve',
    cost,
    measure: measureOf(budget),
    ...overrun(input, budget),
  };
}

/** The stretch past the budget. */
function overrun(input: TipInput<unknown>, budget: Budget) {
  const { words } = input.transcript;
  const from = budget.unit === 'words' ? words[budget.warn] : words.find((word) => word.end > budget.warn);
  const last = words.at(-1);
  return from === undefined || last === undefined ? {} : placeOf(quoteAt(input.transcript, from.charStart, last.charEnd));
}

/** What to leave out: the longest words that sell, praise or apologise; what the rest does, only the caller knows. */
function cut(input: TipInput<unknown>, budget: Budget): string {
  const idle = [...movesOf(input.message, 'pitch'), ...movesOf(input.message, 'flattery'), ...movesOf(input.message, 'apology')];
  const sure = idle.filter((move) => move.confidence >= SURE_CUT && countWords(move.quote) >= MIN_CUT_WORDS);
  const longest = sure.reduce((best, { quote }) => (countWords(quote) > countWords(best) ? quote : best), '');
  const words = countWords(longest);
  if (words === 0) return 'Keep your name, the tie, the one ask and the number; leave everything else for the call.';
  const left = budget.value - words;
  if (budget.unit === 's' || left > budget.warn) return `Begin by leaving out ${quoted(longest, 14)} (${count(words, 'word')}).`;
  return `Leave out ${quoted(longest, 14)}: that leaves ${count(left, 'word')}.`;
}

/** Fewest words worth cutting. House rule. */
const MIN_CUT_WORDS = 5;
/** How sure the reader must be that words may go. House rule: a wrong cut takes out what helps. */
const SURE_CUT = 0.7;

function amount(value: number, unit: Budget['unit']): string {
  return unit === 's' ? `${Number(value.toFixed(1))} seconds` : `${value} words`;
}

function range(budget: Budget): string {
  return `${amount(budget.value, budget.unit)}; expected at most ${budget.warn}, too long above ${budget.fail} (${budget.source})`;
}

function measureOf(budget: Budget): Measure {
  return {
    name: budget.unit === 's' ? 'length of the recording' : 'length of the script',
    value: budget.value,
    unit: budget.unit,
    expected: `at most ${budget.warn}`,
    source: budget.source,
  };
}
