import { type DictationFigure, judgeDictation } from '../dictation/index.ts';
import type { PhoneNumber } from '../documents/message.ts';
import { dictationOf } from './number-dictated.ts';
import { spokenNumber } from './number-groups.ts';
import { NUMBER_THRESHOLDS, type NumberOptions } from './number-thresholds.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Place, TipInput } from './tip.ts';

const COST_UNREADABLE = 0.6;
const COST_NOISE = 0.2;
const COST_OF_FIGURE = { improve: 0.2, fail: 0.6 } as const;
/** Repetition is judged from the text, where a second time counts even if its digits have no times. */
const JUDGED_FROM_TEXT: readonly DictationFigure['id'][] = ['times-said', 'after-first'];

/** How the digits were said, where their times are known and may be judged; a hint where a recording does not allow it. */
export function dictation(input: TipInput<NumberOptions>, phone: PhoneNumber): Concern[] {
  const figures = figuresOf(input, phone);
  if (figures.length === 0) return input.artifacts.source.kind === 'recording' ? [notJudged(input, phone)] : [];
  return figures.flatMap((figure) => {
    if (figure.status === 'pass' || figure.status === 'unknown' || JUDGED_FROM_TEXT.includes(figure.id)) return [];
    const hint = figure.status === 'hint';
    return [
      {
        message: figure.message,
        evidence: evidenceOfFigure(figure),
        fix: figure.fix,
        severity: figure.status,
        cost: hint ? 0 : COST_OF_FIGURE[figure.status === 'fail' ? 'fail' : 'improve'],
        ...(figure.measure === undefined ? {} : { measure: figure.measure }),
        ...(figure.start === undefined || figure.end === undefined ? {} : { start: figure.start, end: figure.end }),
      },
    ];
  });
}

/** Missing is not passing: the tip says that the sound of the number was not judged. */
function notJudged(input: TipInput<NumberOptions>, phone: PhoneNumber): Concern {
  const withheld = input.delivery.quality.withheld.find((entry) => entry.measure === 'digits');
  return {
    message: 'How the digits were said is not judged here.',
    evidence: withheld?.reason ?? 'the times of the digits are not known',
    fix: `Record again in a quiet room, and say it like this: “${spokenNumber(phone)}”.`,
    severity: 'hint',
    cost: 0,
    ...placeOfFirst(phone),
  };
}

/** Each measure of how the number was said against its target; none for a script, or where the digits may not be judged. */
export function figuresOf(input: TipInput<NumberOptions>, phone: PhoneNumber): DictationFigure[] {
  const measured = dictationOf(input, phone);
  return measured === null ? [] : judgeDictation(measured, input.options);
}

/** A figure as evidence: the measure with its unit and what was expected. */
export function evidenceOfFigure(figure: DictationFigure): string {
  const { measure } = figure;
  if (measure === undefined) return figure.message;
  const value = Number.isInteger(measure.value) ? String(measure.value) : measure.value.toFixed(2);
  return `${measure.name}: ${value} ${measure.unit}; expected ${measure.expected}`;
}

/** What a listener on a bad line would write, where the drive test was run. */
export function legibility(input: TipInput<NumberOptions>, phone: PhoneNumber): Concern[] {
  const tested = input.artifacts.sound?.legibility;
  if (tested === undefined || !tested.ok) return [];
  const { written, thresholdDb, sentence } = tested.value;
  const base = { fix: `Say it once more, slower: “${spokenNumber(phone)}”.`, ...placeOfFirst(phone) };
  if (written.includes('?')) {
    return [
      {
        ...base,
        message: sentence ?? `On a phone in a car a listener would write ${written}.`,
        evidence: `${quoted(written)} read back`,
        severity: 'fail',
        cost: COST_UNREADABLE,
      },
    ];
  }
  if (thresholdDb === null || thresholdDb <= input.options.maxSurvivalDb) return [];
  return [
    {
      ...base,
      message: 'The number is lost in a little noise.',
      evidence: `a digit needs ${thresholdDb.toFixed(1)} dB signal-to-noise on average; expected ${input.options.maxSurvivalDb} dB or less`,
      severity: 'improve',
      cost: COST_NOISE,
      measure: {
        name: 'digits-in-noise threshold',
        value: thresholdDb,
        unit: 'dB',
        expected: `at most ${input.options.maxSurvivalDb}`,
        source: NUMBER_THRESHOLDS.maxSurvivalDb.source,
      },
    },
  ];
}

function placeOfFirst(phone: PhoneNumber): Place {
  const [mention] = phone.mentions;
  return mention === undefined ? {} : placeOf(mention);
}
