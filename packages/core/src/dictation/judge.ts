import type { Dictation, DictationFigure, DictationFigureId, MentionDictation } from './dictation.ts';
import { judgeGaps, judgeRises, judgeSizes } from './judge-groups.ts';
import { DICTATION_THRESHOLDS, type DictationOptions, dictationOptions } from './thresholds.ts';

/** Each measure of a dictation against its target, in the order in which they matter to a listener with a pen. */
export function judgeDictation(dictation: Dictation, options: Partial<DictationOptions> = {}): DictationFigure[] {
  const set = dictationOptions(options);
  const mention = dictation.mentions[dictation.clearest];
  if (mention === undefined) return [];
  return [
    judgeRate(mention, set),
    judgeGroupRate(mention, set),
    judgeSizes(mention, set, dictation.usualGroups),
    judgeGaps(mention, set),
    ...judgeRises(mention, set),
    judgeHesitations(mention),
    judgeCorrections(mention),
    judgeTimesSaid(dictation, set),
    judgeAfterFirst(dictation, set),
  ];
}

/** The worst of some figures: what the whole comes to. Hints and unknowns do not count. */
export function worstFigure(figures: readonly DictationFigure[]): 'pass' | 'improve' | 'fail' {
  if (figures.some((figure) => figure.status === 'fail')) return 'fail';
  return figures.some((figure) => figure.status === 'improve') ? 'improve' : 'pass';
}

function judgeRate(mention: MentionDictation, options: DictationOptions): DictationFigure {
  const value = mention.digitsPerSec;
  const status = rateStatus(value, options.maxDigitsPerSec, options.failDigitsPerSec, options.rateTolerance);
  return {
    id: 'digits-per-second',
    status,
    message: `The number takes ${seconds(mention.end - mention.start)}: ${round(value)} digits a second.`,
    fix:
      status === 'pass'
        ? ''
        : `Take ${seconds(mention.digits.length / options.maxDigitsPerSec)} or more for it: write each digit in the air as you say it.`,
    measure: {
      name: 'digits per second',
      value,
      unit: 'digits/s',
      expected: `at most ${options.maxDigitsPerSec}`,
      source: DICTATION_THRESHOLDS.maxDigitsPerSec.source,
    },
    start: mention.start,
    end: mention.end,
  };
}

function judgeGroupRate(mention: MentionDictation, options: DictationOptions): DictationFigure {
  const id: DictationFigureId = 'group-digits-per-second';
  const value = mention.fastestGroupDigitsPerSec;
  const group = mention.groups.find((candidate) => candidate.digitsPerSec === value);
  if (value === null || group === undefined)
    return { id, status: 'unknown', message: 'No group has two digits to measure a rate in.', fix: '' };
  const status = rateStatus(value, options.maxGroupDigitsPerSec, options.failGroupDigitsPerSec, options.rateTolerance);
  const said = group.digits.map((digit) => digit.digit).join('');
  return {
    id,
    status,
    message: `The fastest group, ${said}, goes by at ${round(value)} digits a second.`,
    fix: status === 'pass' ? '' : `Say ${group.digits.map((digit) => digit.digit).join(', ')} one digit at a time.`,
    measure: {
      name: 'digits per second inside the fastest group',
      value,
      unit: 'digits/s',
      expected: `at most ${options.maxGroupDigitsPerSec}`,
      source: DICTATION_THRESHOLDS.maxGroupDigitsPerSec.source,
    },
    start: group.start,
    end: group.end,
  };
}

function rateStatus(value: number, max: number, fail: number, tolerance: number): 'pass' | 'improve' | 'fail' {
  if (value <= max * (1 + tolerance)) return 'pass';
  return value > fail ? 'fail' : 'improve';
}

function judgeHesitations(mention: MentionDictation): DictationFigure {
  const first = mention.hesitations[0];
  const count = mention.hesitations.length;
  return {
    id: 'hesitations',
    status: count === 0 ? 'pass' : 'improve',
    message: count === 0 ? 'No hesitation inside the number.' : `${count} hesitation${count === 1 ? '' : 's'} inside the number.`,
    fix: count === 0 ? '' : 'Put the number in front of you and read it out.',
    measure: { name: 'hesitations in the number', value: count, unit: 'times', expected: 'none', source: 'house rule' },
    ...(first === undefined ? {} : { start: first.start, end: first.end }),
  };
}

function judgeCorrections(mention: MentionDictation): DictationFigure {
  const first = mention.corrected[0];
  const last = mention.corrected[mention.corrected.length - 1];
  const count = mention.corrected.length;
  return {
    id: 'corrections',
    status: count === 0 ? 'pass' : 'improve',
    message: count === 0 ? 'No digit was taken back.' : `${count} digit${count === 1 ? ' was' : 's were'} said and taken back.`,
    fix: count === 0 ? '' : 'After a slip, say the whole number again from its first digit.',
    measure: { name: 'digits taken back', value: count, unit: 'digits', expected: 'none', source: 'house rule' },
    ...(first === undefined || last === undefined ? {} : { start: first.start, end: last.end }),
  };
}

function judgeTimesSaid(dictation: Dictation, options: DictationOptions): DictationFigure {
  const value = dictation.timesSaid;
  const enough = value >= options.minTimesSaid;
  const last = dictation.mentions[dictation.mentions.length - 1];
  return {
    id: 'times-said',
    status: enough ? 'pass' : 'improve',
    message: value === 1 ? 'The number is said once.' : `The number is said ${value} times.`,
    fix: enough ? '' : 'Say it early, and again as the last thing.',
    measure: {
      name: 'times the number is said',
      value,
      unit: 'times',
      expected: `${options.minTimesSaid} or more`,
      source: DICTATION_THRESHOLDS.minTimesSaid.source,
    },
    ...(last === undefined ? {} : { start: last.start, end: last.end }),
  };
}

/** Only the first mention can come too late: a second at the very end is where it belongs. */
function judgeAfterFirst(dictation: Dictation, options: DictationOptions): DictationFigure {
  const value = dictation.afterFirstSec;
  const first = dictation.mentions[0];
  const enough = value >= options.minAfterFirstSec;
  return {
    id: 'after-first',
    status: enough ? 'pass' : 'improve',
    message: `${seconds(value)} of the recording ${value === 1 ? 'is' : 'are'} left after the number is first said.`,
    fix: enough ? '' : 'Say it before the middle of the message, so that a listener can find a pen before you repeat it.',
    measure: {
      name: 'seconds left after the number is first said',
      value,
      unit: 's',
      expected: `${options.minAfterFirstSec} or more`,
      source: DICTATION_THRESHOLDS.minAfterFirstSec.source,
    },
    ...(first === undefined ? {} : { start: first.start, end: first.end }),
  };
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

function round(value: number): string {
  return value.toFixed(1);
}
