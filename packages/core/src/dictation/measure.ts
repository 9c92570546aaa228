import type { SpeechActivity } from '../documents/artifacts.ts';
import type { PhoneMention } from '../documents/message.ts';
import type { TimedDigit } from '../documents/transcript.ts';
import { correctedDigits } from './corrections.ts';
import type { Dictation, DictationInput, DigitGroup, MentionDictation } from './dictation.ts';
import { sharpenBetween } from './edges.ts';
import { findGroups, gapsBetween } from './groups.ts';
import { endPitchMove } from './pitch-move.ts';
import { type DictationOptions, dictationOptions } from './thresholds.ts';

/** How far an edge of the number is moved to meet an edge of speech, in seconds. House rule: under half a spoken digit. */
const EDGE_REACH_SEC = 0.15;

/** Digits that share one instant have no rate of their own; this keeps it finite, and as failing as it is. */
const SHORTEST_SEC = 0.01;

/**
 * Measures how a number was dictated, from the times of its digits.
 * Null when no mention has at least two timed digits: a script, or a number whose times are unknown.
 */
export function measureDictation(input: DictationInput, options: Partial<DictationOptions> = {}): Dictation | null {
  const set = dictationOptions(options);
  const timed = input.number.mentions.filter(hasTimes);
  const mentions = timed.map((mention) => measureMention(mention, input, set)).sort((a, b) => a.start - b.start);
  const first = mentions[0];
  const last = mentions[mentions.length - 1];
  if (first === undefined || last === undefined) return null;
  return {
    mentions,
    ...(input.usualGroups ? { usualGroups: [...input.usualGroups] } : {}),
    clearest: clearest(mentions),
    timesSaid: mentions.filter((mention) => mention.complete).length + (input.number.mentions.length - timed.length),
    apartSec: mentions.slice(1).map((mention, index) => mention.start - (mentions[index]?.end ?? mention.start)),
    afterFirstSec: Math.max(0, input.durationSec - first.end),
    afterLastSec: Math.max(0, input.durationSec - last.end),
  };
}

/** Two digits or more that take time; a transcript without times may put them all at one instant. */
function hasTimes(mention: PhoneMention): boolean {
  const first = mention.digits?.[0];
  const last = mention.digits?.[mention.digits.length - 1];
  return first !== undefined && last !== undefined && first !== last && last.end > first.start;
}

function measureMention(mention: PhoneMention, input: DictationInput, options: DictationOptions): MentionDictation {
  const outer = sharpenEdges(mention.digits ?? [], input.activity);
  const digits = input.level ? sharpenBetween(outer, input.level) : outer;
  const corrected = correctedDigits(digits, input.number.digits);
  const groups = cutIntoGroups(digits, input, options);
  const start = digits[0]?.start ?? 0;
  const end = digits[digits.length - 1]?.end ?? start;
  const rates = groups.flatMap((group) => (group.digitsPerSec === null ? [] : [group.digitsPerSec]));
  return {
    start,
    end,
    digits,
    groups,
    digitsPerSec: rate(digits.length, end - start),
    fastestGroupDigitsPerSec: rates.length === 0 ? null : Math.max(...rates),
    hesitations: hesitations(groups, input, options),
    corrected,
    complete: digits.length - corrected.length >= input.number.digits.length,
  };
}

/**
 * Moves the outer edges of the number to the edges of speech near them: those are exact to 10 ms, a recogniser's are not.
 * A number that seems to begin or end in silence is moved to the speech next to it, however far.
 */
function sharpenEdges(digits: readonly TimedDigit[], activity?: SpeechActivity | null): TimedDigit[] {
  const sharp = digits.map((digit) => ({ ...digit }));
  const first = sharp[0];
  const last = sharp[sharp.length - 1];
  if (!activity || first === undefined || last === undefined) return sharp;
  const { segments } = activity;
  const isSpeech = (time: number) => segments.some((segment) => time >= segment.start && time <= segment.end);
  const next = segments.find((segment) => segment.start >= first.start);
  const previous = [...segments].reverse().find((segment) => segment.end <= last.end);
  const starts = segments.map((segment) => segment.start);
  const ends = segments.map((segment) => segment.end);
  const start = isSpeech(first.start) ? nearest(first.start, starts) : (next?.start ?? first.start);
  const end = isSpeech(last.end) ? nearest(last.end, ends) : (previous?.end ?? last.end);
  first.start = Math.min(start, first.end);
  last.end = Math.max(end, last.start);
  return sharp;
}

function nearest(time: number, edges: readonly number[]): number {
  let best = time;
  let distance = EDGE_REACH_SEC;
  for (const edge of edges) {
    if (Math.abs(edge - time) > distance) continue;
    distance = Math.abs(edge - time);
    best = edge;
  }
  return best;
}

function cutIntoGroups(digits: readonly TimedDigit[], input: DictationInput, options: DictationOptions): DigitGroup[] {
  const gaps = gapsBetween(digits, input.activity);
  const cut = findGroups(gaps, input.usualGroups);
  const groups: DigitGroup[] = [];
  let from = 0;
  for (const [index, end] of [...cut.ends, digits.length - 1].entries()) {
    const group = describeGroup(digits.slice(from, end + 1), input);
    if (end < digits.length - 1) group.gapAfterSec = gaps[end] ?? 0;
    group.gapHeard = (cut.heard[index] ?? false) && isHeard(group, options);
    groups.push(group);
    from = end + 1;
  }
  return groups;
}

/** A gap too short to be heard as one still ends a group when the voice rises before it. */
function isHeard(group: DigitGroup, options: DictationOptions): boolean {
  return (group.gapAfterSec ?? 0) >= options.audibleGapSec || (group.endPitchMove ?? 0) >= options.minPitchMoveSemitones;
}

function describeGroup(digits: TimedDigit[], input: DictationInput): DigitGroup {
  const start = digits[0]?.start ?? 0;
  const last = digits[digits.length - 1];
  const end = last?.end ?? start;
  const others = digits.slice(0, -1);
  const meanLength = others.reduce((sum, digit) => sum + digit.end - digit.start, 0) / Math.max(1, others.length);
  return {
    start,
    end,
    digits,
    digitsPerSec: others.length === 0 ? null : rate(digits.length, end - start),
    finalLengthening: last === undefined || meanLength <= 0 ? null : (last.end - last.start) / meanLength,
    endPitchMove: input.pitch && last !== undefined ? endPitchMove(input.pitch, last) : null,
    gapAfterSec: null,
    gapHeard: false,
  };
}

function hesitations(groups: readonly DigitGroup[], input: DictationInput, options: DictationOptions): MentionDictation['hesitations'] {
  const found: MentionDictation['hesitations'] = [];
  for (const group of groups) {
    const gaps = gapsBetween(group.digits, input.activity);
    for (const [index, gap] of gaps.entries()) {
      const next = group.digits[index + 1];
      if (next === undefined || gap < options.minHesitationSec) continue;
      found.push({ kind: 'silence', start: next.start - gap, end: next.start });
    }
  }
  const start = groups[0]?.start ?? 0;
  const end = groups[groups.length - 1]?.end ?? 0;
  for (const filler of input.activity?.fillers ?? []) {
    if (filler.start >= start && filler.end <= end) found.push({ kind: 'filler', start: filler.start, end: filler.end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Complete before partial, then the slowest. */
function clearest(mentions: readonly MentionDictation[]): number {
  let best = 0;
  for (const [index, mention] of mentions.entries()) {
    const against = mentions[best];
    if (against === undefined || against === mention) continue;
    const better = mention.complete === against.complete ? mention.digitsPerSec < against.digitsPerSec : mention.complete;
    if (better) best = index;
  }
  return best;
}

function rate(count: number, seconds: number): number {
  return count / Math.max(seconds, SHORTEST_SEC);
}
