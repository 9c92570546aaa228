import { DICTATION_THRESHOLDS, type DictationFigure, judgeDictation, measureDictation, usualGroupSizes } from '../dictation/index.ts';
import type { PhoneMention, PhoneNumber } from '../documents/message.ts';
import { spokenNumber } from './number-groups.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Strength, Threshold, ThresholdValues, Tip, TipAnswer, TipInput } from './tip.ts';
import { movesOf, say } from './wording.ts';

const thresholds = {
  ...DICTATION_THRESHOLDS,
  minWordsAfterFirst: {
    default: 4,
    unit: 'words',
    source: 'house rule: about 2 s of speech',
    description: 'Words of a script left after the number is first said.',
  },
  maxWrittenRun: {
    default: 5,
    unit: 'digits',
    source: 'house rule: the longest group any country we know writes',
    description: 'Digits of a script written without a break.',
  },
  maxSurvivalDb: {
    default: 6,
    unit: 'dB',
    source: 'our drive test (docs/number.md): numbers said slowly need 1 dB, fast ones 9 dB',
    description: 'Signal-to-noise ratio at which four digits of five must still be right on a telephone line.',
  },
} as const satisfies Record<string, Threshold>;

type Options = ThresholdValues<typeof thresholds>;

const COST_MISSING = 1;
const COST_INCOMPLETE = 0.8;
const COST_NO_AREA_CODE = 0.2;
const COST_LAST_AND_ONCE = 0.55;
const COST_ONCE = 0.3;
const COST_UNGROUPED = 0.3;
const COST_UNREADABLE = 0.6;
const COST_NOISE = 0.2;
const COST_OF_FIGURE = { improve: 0.2, fail: 0.6 } as const;
/** Repetition is judged from the text, where a second time counts even if its digits have no times. */
const JUDGED_FROM_TEXT: readonly DictationFigure['id'][] = ['times-said', 'after-first'];

/** Could someone driving write it down? */
export const number: Tip<'number', typeof thresholds> = {
  id: 'number',
  question: 'Could someone driving write the number down?',
  thresholds,
  judge(input) {
    const phones = input.message.phoneNumbers;
    const complete = phones.filter((phone) => phone.e164 !== null);
    const [first] = (complete.length > 0 ? complete : [...phones]).sort((a, b) => b.mentions.length - a.mentions.length);
    if (first === undefined) return withoutNumber(input);
    if (!input.facts.phone) return judged([incomplete(first)], []);
    const concerns = [
      ...areaCode(first),
      ...repetition(input, first),
      ...grouping(input, first),
      ...dictation(input, first),
      ...legibility(input, first),
    ];
    return judged(concerns, saidWell(input, first));
  },
};

function judged(concerns: Concern[], strengths: Strength[]): TipAnswer {
  return { kind: 'judged', headline: 'The number can be written down at one hearing.', strengths, concerns };
}

function withoutNumber(input: TipInput<Options>): TipAnswer {
  const asksForMail = movesOf(input.message, 'request').some((request) => request.ask === 'email-reply');
  const mailAlone = input.preferences.goal === 'email-reply' || (input.preferences.goal === 'either' && asksForMail);
  if (mailAlone && input.message.emails.length > 0) {
    return { kind: 'notApplicable', headline: 'The reply is to come by e-mail, so no number is needed.' };
  }
  const missing: Concern = {
    message: 'There is no number to call.',
    evidence: 'looked for a telephone number, in figures or in words; found none',
    fix: 'Say your number slowly after the ask, in groups, and once more at the end, even if you think they have it.',
    severity: 'fail',
    cost: COST_MISSING,
  };
  return judged([missing], []);
}

function firstMention(phone: PhoneNumber): PhoneMention | undefined {
  return phone.mentions[0];
}

function at(mention: PhoneMention | undefined) {
  return mention === undefined ? {} : placeOf(mention);
}

function evidenceOf(phone: PhoneNumber): string {
  const mention = firstMention(phone);
  return mention === undefined ? 'a number without a place' : quoted(mention.quote);
}

function incomplete(phone: PhoneNumber): Concern {
  return {
    message: 'The number is not complete.',
    evidence: `${evidenceOf(phone)}: ${phone.digits.length} digits understood`,
    fix: `Say every digit, from the area code on: ${phone.digits === '' ? 'three digits, a pause, three, a pause, four' : `“… ${spokenNumber(phone)}”`}.`,
    severity: 'fail',
    cost: COST_INCOMPLETE,
    ...at(firstMention(phone)),
  };
}

function areaCode(phone: PhoneNumber): Concern[] {
  if (phone.e164 !== null) return [];
  return [
    {
      message: 'The number has no area code.',
      evidence: `${evidenceOf(phone)}: ${phone.digits.length} digits`,
      fix: `Put the area code in front: “area code …, then ${spokenNumber(phone)}”.`,
      severity: 'improve',
      cost: COST_NO_AREA_CODE,
      ...at(firstMention(phone)),
    },
  ];
}

/** Said once, or once and last. */
function repetition(input: TipInput<Options>, phone: PhoneNumber): Concern[] {
  const times = phone.mentions.length;
  const mention = firstMention(phone);
  if (mention === undefined || times >= input.options.minTimesSaid) return [];
  const left = leftAfter(input, mention);
  const fix = say(`That’s ${spokenNumber(phone)}.`);
  const base = { severity: 'improve' as const, fix, ...placeOf(mention) };
  if (left.tooLittle) {
    return [
      {
        ...base,
        message: 'The number is said once, at the very end.',
        evidence: `${quoted(mention.quote)}, with ${left.text} left; expected ${left.expected} after the first time`,
        fix: `Say it right after the ask, and again at the end. ${fix}`,
        severity: 'fail',
        cost: COST_LAST_AND_ONCE,
      },
    ];
  }
  return [
    {
      ...base,
      message: 'The number is said only once.',
      evidence: `${quoted(mention.quote)}; expected ${input.options.minTimesSaid} times`,
      cost: COST_ONCE,
      measure: {
        name: 'times the number is said',
        value: times,
        unit: 'times',
        expected: `${input.options.minTimesSaid} or more`,
        source: thresholds.minTimesSaid.source,
      },
    },
  ];
}

function leftAfter({ artifacts, transcript, options }: TipInput<Options>, mention: PhoneMention) {
  if (artifacts.source.kind === 'recording' && mention.end !== undefined) {
    const left = Math.max(0, artifacts.source.durationSec - mention.end);
    return { tooLittle: left < options.minAfterFirstSec, text: `${left.toFixed(1)} s`, expected: `${options.minAfterFirstSec} s` };
  }
  const left = transcript.words.filter((word) => word.charStart >= mention.charEnd).length;
  return { tooLittle: left < options.minWordsAfterFirst, text: `${left} words`, expected: `${options.minWordsAfterFirst} words` };
}

/** A script whose digits are written in one run will be read in one run. */
function grouping(input: TipInput<Options>, phone: PhoneNumber): Concern[] {
  if (input.artifacts.source.kind === 'recording') return [];
  const runs = (mention: PhoneMention) => Math.max(0, ...[...mention.quote.matchAll(/\d+/g)].map(([run]) => run.length));
  const easiest = phone.mentions.reduce<PhoneMention | undefined>(
    (best, next) => (best === undefined || runs(next) < runs(best) ? next : best),
    undefined,
  );
  if (easiest === undefined || runs(easiest) <= input.options.maxWrittenRun) return [];
  return [
    {
      message: 'The number is written in one run, and will be read in one.',
      evidence: `${quoted(easiest.quote)}: ${runs(easiest)} digits without a break; expected at most ${input.options.maxWrittenRun}`,
      fix: `Write it in groups and pause at each: “${spokenNumber(phone)}”.`,
      severity: 'improve',
      cost: COST_UNGROUPED,
      measure: {
        name: 'digits without a break',
        value: runs(easiest),
        unit: 'digits',
        expected: `at most ${input.options.maxWrittenRun}`,
        source: thresholds.maxWrittenRun.source,
      },
      ...placeOf(easiest),
    },
  ];
}

/** How the digits were said, where their times are known and may be judged. */
function dictation(input: TipInput<Options>, phone: PhoneNumber): Concern[] {
  return figuresOf(input, phone).flatMap((figure) => {
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

function figuresOf(input: TipInput<Options>, phone: PhoneNumber): DictationFigure[] {
  const { sound, source } = input.artifacts;
  if (sound === undefined || source.estimated) return [];
  if (input.delivery.quality.withheld.some((entry) => entry.measure === 'digits')) return [];
  const usualGroups = usualGroupSizes(phone);
  const measured = measureDictation(
    {
      number: phone,
      durationSec: source.durationSec,
      activity: sound.activity.ok ? sound.activity.value : null,
      level: sound.level.ok ? sound.level.value : null,
      pitch: sound.pitch.ok ? sound.pitch.value : null,
      ...(usualGroups === undefined ? {} : { usualGroups }),
    },
    input.options,
  );
  return measured === null ? [] : judgeDictation(measured, input.options);
}

function evidenceOfFigure(figure: DictationFigure): string {
  const { measure } = figure;
  if (measure === undefined) return figure.message;
  const value = Number.isInteger(measure.value) ? String(measure.value) : measure.value.toFixed(2);
  return `${measure.name}: ${value} ${measure.unit}; expected ${measure.expected}`;
}

/** What a listener on a bad line would write, where the drive test was run. */
function legibility(input: TipInput<Options>, phone: PhoneNumber): Concern[] {
  const tested = input.artifacts.sound?.legibility;
  if (tested === undefined || !tested.ok) return [];
  const { written, thresholdDb, method, sentence } = tested.value;
  const base = { fix: `Say it once more, slower: “${spokenNumber(phone)}”.`, ...at(firstMention(phone)) };
  if (written.includes('?')) {
    return [
      {
        ...base,
        message: sentence ?? `On a phone in a car a listener would write ${written}.`,
        evidence: `${quoted(written)} read back (${method})`,
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
      evidence: `four digits of five are right down to ${thresholdDb.toFixed(1)} dB signal-to-noise; expected ${input.options.maxSurvivalDb} dB or less (${method})`,
      severity: 'improve',
      cost: COST_NOISE,
      measure: {
        name: 'digits-in-noise threshold',
        value: thresholdDb,
        unit: 'dB',
        expected: `at most ${input.options.maxSurvivalDb}`,
        source: thresholds.maxSurvivalDb.source,
      },
    },
  ];
}

function saidWell(input: TipInput<Options>, phone: PhoneNumber): Strength[] {
  const strengths: Strength[] = [];
  const again = phone.mentions[1];
  if (again !== undefined) strengths.push({ message: 'The number is said twice.', evidence: quoted(again.quote), ...placeOf(again) });
  for (const figure of figuresOf(input, phone)) {
    if (figure.status !== 'pass' || figure.measure === undefined || figure.id !== 'digits-per-second') continue;
    strengths.push({ message: figure.message, evidence: evidenceOfFigure(figure), measure: figure.measure });
  }
  return strengths;
}
