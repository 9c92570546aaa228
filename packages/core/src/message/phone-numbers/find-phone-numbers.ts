import type { PhoneNumber } from '../../documents/message.ts';
import type { Transcript } from '../../documents/transcript.ts';
import { type Token, tokenize } from '../spoken-numbers/tokens.ts';
import { asDigits } from './as-digits.ts';
import type { Atom, Extension, Run } from './atom.ts';
import { contextOf, isQuantity } from './context.ts';
import { markEvenCommas } from './even-commas.ts';
import { mentionOf } from './mention.ts';
import { mergeMentions, type SaidNumber } from './merge.ts';
import { apartByPause } from './pauses.ts';
import { digitsOf, type Reading, type RegionContext } from './reading.ts';
import { regionHints } from './regions.ts';
import { scanRuns } from './runs.ts';
import { type Segment, segmentRun } from './segments.ts';
import { joinAreaCodes } from './separate-area-codes.ts';

/** How to read numbers that do not say which country they belong to. */
export interface PhoneNumberOptions {
  /** ISO 3166 country of the caller, such as "US"; guessed from the number and its surroundings when absent. */
  region?: string;
}

/** Fewest digits of a phone number without its area code. */
const MIN_DIGITS = 6;

/**
 * Phone numbers of the message with each time they were said, in the order they were first said: written or in words,
 * corrected ("sorry, 0135"), repeated, with extension. Years, prices, times, order numbers and other digits are none.
 */
export function findPhoneNumbers(transcript: Transcript, options: PhoneNumberOptions = {}): PhoneNumber[] {
  const tokens = tokenize(asDigits(transcript.text));
  const { runs: said, extensions } = scanRuns(tokens);
  const runs = said.map(markEvenCommas).flatMap((run) => apartByPause(run, transcript));
  if (!runs.some(isLongEnough)) return [];
  const segments = segmentAll(joinAreaCodes(runs, tokens), tokens, options.region);
  const found: SaidNumber[] = [];
  for (const segment of segments) {
    const confidence = judge(segment, tokens, options.region);
    if (confidence === null) continue;
    const atoms = segment.run.atoms.slice(segment.saidFrom, segment.to);
    found.push({ reading: segment.reading, confidence, mention: mentionOf(transcript, atoms), ...tokenRange(segment) });
  }
  return mergeMentions(found, extensions.filter(isExtension), tokens);
}

const isExtension = (extension: Extension): boolean => extension.digits.length > 0;

const isLongEnough = ({ atoms }: Run): boolean => atoms.reduce((sum, { digits }) => sum + digits.length, 0) >= MIN_DIGITS;

function tokenRange(segment: Segment): { tokenStart: number; tokenEnd: number } {
  return {
    tokenStart: segment.run.atoms[segment.from]?.tokenStart ?? 0,
    tokenEnd: segment.run.atoms[segment.to - 1]?.tokenEnd ?? 0,
  };
}

/** Divides every run into numbers. A second pass lets numbers that leave no doubt of their country tell it to the others. */
function segmentAll(runs: readonly Run[], tokens: readonly Token[], region: string | undefined): Segment[] {
  const context: RegionContext = { given: region, hints: region ? new Map() : regionHints(tokens) };
  const segments = runs.flatMap((run) => segmentRun(run, context));
  if (region || segments.length < 2) return segments;
  const hints = new Map(context.hints);
  for (const { reading } of segments) if (reading.kind === 'international' && reading.region) hints.set(reading.region, 1);
  return hints.size > context.hints.size ? runs.flatMap((run) => segmentRun(run, { given: undefined, hints })) : segments;
}

/** How sure it is that a segment is a number to call; null when it is not one. */
function judge(segment: Segment, tokens: readonly Token[], region: string | undefined): number | null {
  const { tokenStart, tokenEnd } = tokenRange(segment);
  const context = contextOf(tokens, tokenStart, tokenEnd);
  if (context.foreign || isQuantity(tokens, tokenEnd) || isCounting(segment)) return null;
  const strength = strengthOf(segment, region);
  if (strength === 'weak' && !context.announced) return null;
  return CONFIDENCE[strength] - (context.announced ? 0 : CONFIDENCE_WITHOUT_ANNOUNCEMENT) - heardAs(segment);
}

/** Most digits of a number without its area code. */
const LONGEST_LOCAL = 8;

/** "… eight nine ten", "two three four five six seven eight": each number one more than the last. */
function isCounting({ run, from, to }: Segment): boolean {
  if (to - from < MIN_DIGITS) return false;
  const values = run.atoms.slice(from, to).map(({ digits }) => Number(digits));
  return (
    values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1) &&
    ((values.at(-1) ?? 0) > 9 || values.length <= LONGEST_LOCAL)
  );
}

/** House rule: how sure a form of number is, when words announce it. */
const CONFIDENCE = { strong: 0.98, fair: 0.9, weak: 0.7 } as const;
const CONFIDENCE_WITHOUT_ANNOUNCEMENT = 0.15;
const CONFIDENCE_OF_SOUNDALIKES = 0.25;

const heardAs = ({ run, saidFrom, to }: Segment): number =>
  run.atoms.slice(saidFrom, to).some((atom) => atom.soundalike && atom.digits !== '0') ? CONFIDENCE_OF_SOUNDALIKES : 0;

type Strength = keyof typeof CONFIDENCE;

/** How much the form alone says that this is a phone number. */
function strengthOf(segment: Segment, region: string | undefined): Strength {
  const { reading, run, from, to } = segment;
  const atoms = run.atoms.slice(from, to);
  if (atoms.some((atom) => atom.style === 'thousands') || reading.kind === 'bare') return 'weak';
  if (reading.kind === 'unplanned') return isSpelledAlone(segment) ? 'fair' : 'weak';
  if (reading.kind === 'international') return reading.fit > 0 ? 'strong' : 'weak';
  if (reading.fit < 0 || atoms.every(isYear)) return 'weak';
  const grouped = reading.fit >= 1;
  const spelled = atoms.every((atom) => atom.style === 'spoken' || atom.digits.length === 1);
  if (reading.kind === 'complete') return grouped ? 'strong' : isCommonRow(reading, region, spelled) ? 'fair' : 'weak';
  // Six digits, or a number without grouping, could be anything.
  if (reading.digits.length <= MIN_DIGITS) return 'weak';
  // "five five five oh one four two" by itself is what it sounds like; in the midst of other digits it is not.
  return grouped || isSpelledAlone(segment) ? 'fair' : 'weak';
}

/** Said digit by digit, with no other digits beside it but, set apart, those of about another number. */
function isSpelledAlone({ run, from, to }: Segment): boolean {
  if (!run.atoms.every((atom) => atom.style === 'spoken' || atom.digits.length === 1)) return false;
  const isBorder = (index: number): boolean => index === 0 || index === run.atoms.length || run.gaps[index]?.stop === 'sentence';
  const beside = [digitsOf(run.atoms, 0, from), digitsOf(run.atoms, to, run.atoms.length)].filter((digits) => digits !== '');
  return isBorder(from) && isBorder(to) && beside.every((digits) => digits.length >= LONGEST_LOCAL);
}

const isYear = ({ digits }: Atom): boolean => /^(?:19|20)\d\d$/.test(digits);

/** An ungrouped row is a phone number by form alone when spoken digit by digit, with a zero in front, or where it was corrected or expected. */
function isCommonRow(reading: Reading, region: string | undefined, spelled: boolean): boolean {
  return spelled || reading.digits.startsWith('0') || reading.fit > 0 || reading.region === region || region === undefined;
}
