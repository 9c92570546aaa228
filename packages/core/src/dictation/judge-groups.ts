import type { DictationFigure, DigitGroup, MentionDictation } from './dictation.ts';
import { DICTATION_THRESHOLDS, type DictationOptions } from './thresholds.ts';

/** Sizes of the groups a listener hears, against 2 to 4, or to the longest that the number's country says in one; one digit alone may open the number. */
export function judgeSizes(mention: MentionDictation, options: DictationOptions, usual: readonly number[] = []): DictationFigure {
  const sizes = heardGroups(mention).map((group) => group.length);
  const longest = Math.max(options.maxGroupSize, ...usual);
  const odd = sizes.filter((size, index) => size > longest || (size < options.minGroupSize && index > 0));
  const status = odd.length === 0 ? 'pass' : sizes.length === 1 ? 'fail' : 'improve';
  const largest = Math.max(...sizes);
  return {
    id: 'group-sizes',
    status,
    message:
      sizes.length === 1
        ? `The ${largest} digits run on without a group a listener could hear.`
        : `The number is heard in groups of ${sizes.join('-')}.`,
    fix: status === 'pass' ? '' : `Say it in groups: ${mention.groups.length > 1 ? asGroups(mention) : 'three, three, four'}.`,
    measure: {
      name: 'largest group heard',
      value: largest,
      unit: 'digits',
      expected: `${options.minGroupSize} to ${longest}`,
      source: DICTATION_THRESHOLDS.maxGroupSize.source,
    },
    start: mention.start,
    end: mention.end,
  };
}

/** The shortest silence between two groups. */
export function judgeGaps(mention: MentionDictation, options: DictationOptions): DictationFigure {
  const id = 'group-gaps';
  const gaps = mention.groups.filter((group) => group.gapAfterSec !== null);
  if (gaps.length === 0) return { id, status: 'unknown', message: 'There is one group, so no gap to measure.', fix: '' };
  const shortest = gaps.reduce((least, group) => ((group.gapAfterSec ?? 0) < (least.gapAfterSec ?? 0) ? group : least));
  const value = shortest.gapAfterSec ?? 0;
  const status = value >= options.minGroupGapSec ? 'pass' : value >= options.audibleGapSec ? 'improve' : 'fail';
  return {
    id,
    status,
    message: `The shortest gap between groups is ${value.toFixed(2)} s, after ${said(shortest)}.`,
    fix: status === 'pass' ? '' : `Breathe after ${said(shortest)}.`,
    measure: {
      name: 'shortest gap between groups',
      value,
      unit: 's',
      expected: `${options.minGroupGapSec} or more`,
      source: DICTATION_THRESHOLDS.minGroupGapSec.source,
    },
    start: shortest.end,
    end: shortest.end + value,
  };
}

/** Rises at the ends of the groups and the fall at the end of the number: hints, since a listener can do without. */
export function judgeRises(mention: MentionDictation, options: DictationOptions): DictationFigure[] {
  const last = mention.groups[mention.groups.length - 1];
  const inner = mention.groups.slice(0, -1).filter((group) => group.endPitchMove !== null);
  const rising = inner.filter((group) => (group.endPitchMove ?? 0) >= options.minPitchMoveSemitones).length;
  const source = 'Savino, Winter, Bosco & Grice 2020';
  const rises: DictationFigure =
    inner.length === 0
      ? { id: 'group-rises', status: 'unknown', message: 'The tune at the ends of the groups could not be measured.', fix: '' }
      : {
          id: 'group-rises',
          status: rising === inner.length ? 'pass' : 'hint',
          message: `${rising} of ${inner.length} groups before the last end${inner.length === 1 ? 's' : ''} with a rise.`,
          fix: rising === inner.length ? '' : 'Lift your voice at the end of each group, as if more is to come.',
          measure: { name: 'groups ending with a rise', value: rising, unit: 'groups', expected: String(inner.length), source },
          start: mention.start,
          end: mention.end,
        };
  const move = last?.endPitchMove ?? null;
  const falls = move !== null && move <= -options.minPitchMoveSemitones;
  const fall: DictationFigure =
    last === undefined || move === null
      ? { id: 'final-fall', status: 'unknown', message: 'The tune at the end of the number could not be measured.', fix: '' }
      : {
          id: 'final-fall',
          status: falls ? 'pass' : 'hint',
          message: falls ? 'The voice falls at the end of the number.' : 'The voice does not fall at the end of the number.',
          fix: falls ? '' : 'Let your voice drop on the last digit, so that it is clear the number is over.',
          measure: {
            name: 'pitch move over the last digit',
            value: move,
            unit: 'semitones',
            expected: `at most ${-options.minPitchMoveSemitones}`,
            source,
          },
          start: last.start,
          end: last.end,
        };
  return [rises, fall];
}

/** The digits of each stretch between gaps that can be heard. */
function heardGroups(mention: MentionDictation): string[] {
  const heard: string[] = [];
  let open = '';
  for (const group of mention.groups) {
    open += said(group);
    if (group.gapHeard || group.gapAfterSec === null) {
      heard.push(open);
      open = '';
    }
  }
  return heard;
}

function said(group: DigitGroup): string {
  return group.digits.map((digit) => digit.digit).join('');
}

function asGroups(mention: MentionDictation): string {
  return mention.groups.map(said).join(', ');
}
