import { messageEndSec } from '../delivery/sounds/index.ts';
import type { PhoneMention, PhoneNumber } from '../documents/message.ts';
import { isToKin } from '../message/no-reply.ts';
import { judgedNumber } from '../message/phone-numbers/index.ts';
import { quoteAt } from '../message/quote.ts';
import { DIGIT_NAMES } from '../spoken/index.ts';
import { nearlySame, unsureHere } from './number-doubtful.ts';
import { spokenNumber } from './number-groups.ts';
import { dictation, evidenceOfFigure, figuresOf, heardApart, legibility } from './number-said.ts';
import { NUMBER_THRESHOLDS, type NumberOptions } from './number-thresholds.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Strength, Tip, TipAnswer, TipInput } from './tip.ts';
import { count, movesOf, say } from './wording.ts';

const COST_MISSING = 1;
const COST_EXTENSION_ALONE = 0.6;
const COST_INCOMPLETE = 0.8;
const COST_LETTERS = 0.2;
const COST_NO_AREA_CODE = 0.2;
const COST_LAST_AND_ONCE = 0.55;
const COST_ONCE = 0.3;
const COST_UNGROUPED = 0.3;

/** Could someone driving write it down? */
export const number: Tip<'number', typeof NUMBER_THRESHOLDS> = {
  id: 'number',
  question: 'Could someone driving write the number down?',
  thresholds: NUMBER_THRESHOLDS,
  judge(input) {
    const first = judgedNumber(input.message);
    if (first === undefined) return withoutNumber(input);
    if (!input.facts.phone) return judged('', [incomplete(first), ...unsureHere(first)], []);
    const concerns = [
      ...areaCode(first),
      ...unsureHere(first),
      ...nearlySame(input, first),
      ...repetition(input, first),
      ...heardApart(input, first),
      ...grouping(input, first),
      ...dictation(input, first),
      ...legibility(input, first),
    ];
    return judged(headlineOf(input, first), concerns, saidWell(input, first));
  },
};

function judged(headline: string, concerns: Concern[], strengths: Strength[]): TipAnswer {
  return { kind: 'judged', headline, strengths, concerns };
}

/** No more than was looked at: a script has no sound, and some recordings do not let the digits be judged. */
function headlineOf(input: TipInput<NumberOptions>, phone: PhoneNumber): string {
  if (input.artifacts.source.kind === 'script') return 'The number is complete, in groups, and said more than once.';
  if (figuresOf(input, phone).length === 0) return 'The number is complete and said more than once; how it sounds was not judged.';
  return 'The number can be written down at one hearing.';
}

function withoutNumber(input: TipInput<NumberOptions>): TipAnswer {
  const asksForCall = movesOf(input.message, 'request').some((request) => request.ask === 'callback');
  const mailAlone = input.preferences.goal === 'email-reply' || (input.preferences.goal === 'either' && !asksForCall);
  if (mailAlone && input.message.emails.length > 0) {
    return { kind: 'notApplicable', headline: 'The reply is to come by e-mail, so no number is needed.' };
  }
  if (input.preferences.goal === 'either' && isToKin(input.transcript.text)) {
    return { kind: 'notApplicable', headline: 'They are family and have your number.' };
  }
  const extension = EXTENSION.exec(input.transcript.text);
  if (extension !== null) return judged('', [extensionAlone(input, extension)], []);
  const missing: Concern = {
    message: 'There is no number to call.',
    evidence: 'No telephone number is in it, in figures or in words.',
    fix: 'Say your number slowly after the ask, in groups, and once more at the end, even if you think they have it.',
    severity: 'fail',
    cost: COST_MISSING,
  };
  return judged('', [missing], []);
}

/** "Ext 2210", "extension four four seven one". */
const EXTENSION = new RegExp(
  `\\b(?:ext(?:ension)?\\.?|x)(?: is| number)? ?(?:(?:\\d|(?:oh|${DIGIT_NAMES.join('|')})\\b)[ -]?){2,5}(?<=\\w)`,
  'i',
);

/** Enough for a colleague, and for nobody else. */
function extensionAlone({ transcript }: TipInput<NumberOptions>, { 0: words, index }: RegExpExecArray): Concern {
  return {
    message: 'An extension is given, and no number before it.',
    evidence: `${quoted(words)}: a colleague can dial it, nobody else can.`,
    fix: 'Where they do not sit in the same house as you, say the whole number, slowly, after the ask and once more at the end.',
    severity: 'improve',
    cost: COST_EXTENSION_ALONE,
    ...placeOf(quoteAt(transcript, index, index + words.length)),
  };
}

function firstMention(phone: PhoneNumber): PhoneMention | undefined {
  return phone.mentions[0];
}

function at(mention: PhoneMention | undefined) {
  return mention === undefined ? {} : placeOf(mention);
}

function evidenceOf(phone: PhoneNumber): string {
  const mention = firstMention(phone);
  return mention === undefined ? 'The number' : quoted(mention.quote);
}

function incomplete(phone: PhoneNumber): Concern {
  return {
    message: 'The number is not complete.',
    evidence: `${evidenceOf(phone)}: ${phone.digits.length} digits were understood.`,
    fix: `Say every digit, from the area code on: ${phone.digits === '' ? 'three digits, a pause, three, a pause, four' : `“… ${spokenNumber(phone)}”`}.`,
    severity: 'fail',
    cost: COST_INCOMPLETE,
    ...at(firstMention(phone)),
  };
}

/** Digits from which a number without a plan is whole as said. */
const WHOLE_DIGITS = 9;

function unplanned(phone: PhoneNumber): Concern[] {
  return [
    {
      message: 'It is not a number of any plan we know.',
      evidence: `${evidenceOf(phone)}: ${phone.digits.length} digits, kept as they were said.`,
      fix: 'Check it digit by digit. If it is a number from abroad, say the country first: “plus …”.',
      severity: 'improve',
      cost: COST_NO_AREA_CODE,
      ...at(firstMention(phone)),
    },
  ];
}

/** Letters are quick to remember and hard to find on a screen while driving. */
function letters(phone: PhoneNumber): Concern[] {
  const spelt = phone.mentions.find(({ quote }) => /\p{Lu}{3}/u.test(quote));
  if (spelt === undefined || phone.e164 === null) return [];
  return [
    {
      message: 'Letters in a number are hard to dial at the wheel.',
      evidence: quoted(spelt.quote),
      fix: `Say the digits as well: “${spokenNumber(phone)}”.`,
      severity: 'improve',
      cost: COST_LETTERS,
      ...placeOf(spelt),
    },
  ];
}

function areaCode(phone: PhoneNumber): Concern[] {
  if (phone.e164 !== null) return letters(phone);
  if (phone.digits.length >= WHOLE_DIGITS) return unplanned(phone);
  return [
    {
      message: 'The number has no area code.',
      evidence: `${evidenceOf(phone)}: ${phone.digits.length} digits.`,
      fix: `Put the area code in front: “area code …, then ${spokenNumber(phone)}”.`,
      severity: 'improve',
      cost: COST_NO_AREA_CODE,
      ...at(firstMention(phone)),
    },
  ];
}

/** Said once, or once and last. */
function repetition(input: TipInput<NumberOptions>, phone: PhoneNumber): Concern[] {
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
        evidence: `${quoted(mention.quote)}, with ${left.text} left; whoever looks for a pen needs ${left.expected}.`,
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
      evidence: `${quoted(mention.quote)}: whoever missed it the first time needs it again.`,
      cost: COST_ONCE,
      measure: {
        name: 'times the number is said',
        value: times,
        unit: 'times',
        expected: `${input.options.minTimesSaid} or more`,
        source: NUMBER_THRESHOLDS.minTimesSaid.source,
      },
    },
  ];
}

function leftAfter({ artifacts, transcript, options }: TipInput<NumberOptions>, mention: PhoneMention) {
  if (artifacts.source.kind === 'recording' && mention.end !== undefined) {
    const left = Math.max(0, messageEndSec(artifacts) - mention.end);
    return { tooLittle: left < options.minAfterFirstSec, text: `${left.toFixed(1)} s`, expected: `${options.minAfterFirstSec} s` };
  }
  const left = transcript.words.filter((word) => word.charStart >= mention.charEnd).length;
  return { tooLittle: left < options.minWordsAfterFirst, text: count(left, 'word'), expected: `${options.minWordsAfterFirst} words` };
}

/** A script whose digits are written in one run will be read in one run. */
function grouping(input: TipInput<NumberOptions>, phone: PhoneNumber): Concern[] {
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
      evidence: `${quoted(easiest.quote)}: ${runs(easiest)} digits without a break, where up to ${input.options.maxWrittenRun} are read as a group.`,
      fix: `Write it in groups and pause at each: “${spokenNumber(phone)}”.`,
      severity: 'improve',
      cost: COST_UNGROUPED,
      measure: {
        name: 'digits without a break',
        value: runs(easiest),
        unit: 'digits',
        expected: `at most ${input.options.maxWrittenRun}`,
        source: NUMBER_THRESHOLDS.maxWrittenRun.source,
      },
      ...placeOf(easiest),
    },
  ];
}

function saidWell(input: TipInput<NumberOptions>, phone: PhoneNumber): Strength[] {
  const strengths: Strength[] = [];
  const again = phone.mentions[1];
  if (again !== undefined) strengths.push({ message: 'The number is said twice.', evidence: quoted(again.quote), ...placeOf(again) });
  for (const figure of figuresOf(input, phone)) {
    if (figure.status !== 'pass' || figure.measure === undefined || figure.id !== 'digits-per-second') continue;
    strengths.push({ message: figure.message, evidence: evidenceOfFigure(figure), measure: figure.measure });
  }
  return strengths;
}
