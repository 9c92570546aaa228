import { correctedDigits } from '../dictation/corrections.ts';
import { type DictationFigure, judgeDictation } from '../dictation/index.ts';
import type { Legibility } from '../documents/artifacts.ts';
import type { PhoneMention, PhoneNumber } from '../documents/message.ts';
import type { HeardNumber } from '../documents/transcript.ts';
import { dictationOf } from './number-dictated.ts';
import { spokenNumber } from './number-groups.ts';
import { NUMBER_THRESHOLDS, type NumberOptions } from './number-thresholds.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Place, TipInput } from './tip.ts';
import { asSentence } from './wording.ts';

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
    evidence: asSentence(withheld?.reason ?? 'The times of the digits are not known.'),
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
  // The other units stand in the measure's name.
  const [name, decimals] = measure.unit === 's' ? [`${measure.name}, in seconds`, 2] : [measure.name, 1];
  const value = Number.isInteger(measure.value) ? String(measure.value) : measure.value.toFixed(decimals);
  return asSentence(`${name}: ${value}; the aim is ${measure.expected}`);
}

/** What a listener on a bad line would write, where the drive test was run. */
export function legibility(input: TipInput<NumberOptions>, phone: PhoneNumber): Concern[] {
  const tested = input.artifacts.sound?.legibility;
  if (tested === undefined || !tested.ok || !isTested(phone, tested.value)) return [];
  const hard = isHardVoice(input, phone, tested.value) ? [hardVoice(input, phone, tested.value)] : [];
  // What our ear does not make out is held against nobody who does not hurry.
  if (hard.length > 0 && !isPaceToBlame(input, phone)) return hard;
  return [...lostInNoise(input, phone, tested.value), ...hard];
}

function lostInNoise(input: TipInput<NumberOptions>, phone: PhoneNumber, { written, thresholdDb, sentence }: Legibility): Concern[] {
  const base = { fix: `Say it once more, slower: “${spokenNumber(phone)}”.`, ...placeOfFirst(phone) };
  if (written.includes('?')) {
    return [
      {
        ...base,
        message: sentence ?? `On a phone in a car a listener would write ${written}.`,
        evidence: `What came back was ${quoted(written)}.`,
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
      evidence: `Your digits need ${thresholdDb.toFixed(1)} dB more voice than noise; clear ones need ${input.options.maxSurvivalDb} dB or less.`,
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

/** Artifacts that were gathered for another region, or words put right since, may have tried another number than the judged one. */
function isTested(phone: PhoneNumber, { digits }: Legibility): boolean {
  const tried = digits.map(({ digit }) => digit).join('');
  return tried === '' || phone.mentions.some((mention) => keptDigits(mention, phone) === tried);
}

/** The digits of one mention without those that were taken back. */
function keptDigits({ digits = [] }: PhoneMention, phone: PhoneNumber): string {
  const corrected = correctedDigits(digits, phone.digits);
  return digits
    .filter((digit) => !corrected.includes(digit))
    .map(({ digit }) => digit)
    .join('');
}

/**
 * Whether our ear is less sure of the digits in the quiet than it is of those that it hears right: the digits may be wrong, and the caller
 * is not to blame. Where it does not tell how sure it is: digits lost without any noise though they were said slowly.
 */
function isHardVoice(input: TipInput<NumberOptions>, phone: PhoneNumber, { digits, written, quietCertainty }: Legibility): boolean {
  if (quietCertainty !== undefined) return quietCertainty < input.options.minQuietCertainty;
  const lost = lostDigits(digits);
  return lost > 0 && lost === written.split('?').length - 1 && !isPaceToBlame(input, phone);
}

const PACE_FIGURES: readonly DictationFigure['id'][] = ['digits-per-second', 'group-digits-per-second'];

function isPaceToBlame(input: TipInput<NumberOptions>, phone: PhoneNumber): boolean {
  return figuresOf(input, phone).some(({ id, status }) => PACE_FIGURES.includes(id) && status === 'fail');
}

const lostDigits = (digits: Legibility['digits']): number => digits.filter(({ survivesToDb }) => survivesToDb === null).length;

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function hardVoice(input: TipInput<NumberOptions>, phone: PhoneNumber, { digits, written, quietCertainty }: Legibility): Concern {
  const unsure =
    quietCertainty === undefined
      ? `What came back was ${quoted(written)}: ${lostDigits(digits)} of ${digits.length} digits were lost without any noise, though they are not said fast.`
      : `Without any noise our ear is ${percent(quietCertainty)} sure of these digits on average; where it hears well it is at least ${percent(input.options.minQuietCertainty)}.`;
  return {
    message: 'Our ear finds this voice hard; a person may not.',
    evidence: unsure,
    fix: `Have somebody write it down once from the recording: “${spokenNumber(phone)}”.`,
    severity: 'hint',
    cost: 0,
    ...placeOfFirst(phone),
  };
}

const ORDINALS = ['first', 'second', 'third'] as const;

/** Where the times a number was said sound unlike each other. */
export function heardApart({ transcript }: TipInput<NumberOptions>, phone: PhoneNumber): Concern[] {
  const inMention = ({ charStart, charEnd }: HeardNumber) =>
    phone.mentions.some((mention) => mention.charStart < charEnd && charStart < mention.charEnd);
  const times = (transcript.numbers ?? []).filter(inMention);
  const [apart, ...others] = times.filter(({ otherwise }) => otherwise.length > 0);
  if (apart === undefined) return [];
  const places = [apart, ...others].flatMap((heard) => {
    const when = others.length === 0 ? 'here' : `the ${ORDINALS[times.indexOf(heard)] ?? 'last'} time`;
    return heard.otherwise.map(({ place, digit }) => {
      const sound = digit === null ? 'is not heard' : `sounds like ${digit}`;
      return `Digit ${place + 1} is taken for ${heard.digits[place]?.digit ?? ''}, and ${sound} ${when}.`;
    });
  });
  const [first] = apart.otherwise;
  const time = apart.digits[first?.place ?? 0];
  return [
    {
      message: 'The number does not sound the same each time.',
      evidence: places.join(' '),
      fix: `Say it both times in full: “${spokenNumber(phone)}”.`,
      severity: 'hint',
      cost: 0,
      ...(time === undefined ? placeOfFirst(phone) : { ...placeOfFirst(phone), start: time.start, end: time.end }),
    },
  ];
}

function placeOfFirst(phone: PhoneNumber): Place {
  const [mention] = phone.mentions;
  return mention === undefined ? {} : placeOf(mention);
}
