import { leftOutOf, soundInWords } from '../delivery/sounds/index.ts';
import type { Measure } from '../documents/review.ts';
import { quoted } from './place.ts';
import type { Concern, Threshold, ThresholdValues, Tip, TipInput } from './tip.ts';
import { asSentence } from './wording.ts';

const thresholds = {
  maxClippedShare: { default: 0.001, unit: 'share of samples', source: 'house rule', description: 'Samples at full scale.' },
  minLevelDb: {
    default: -35,
    unit: 'dB full scale',
    source: 'house rule',
    description: 'Quietest speech that is still easy to hear on a phone.',
  },
  unsureBelow: {
    default: 0.5,
    unit: '0..1',
    source: 'house rule',
    description: 'Confidence under which a word counts as unsure.',
  },
  maxUnsureShare: {
    default: 0.25,
    unit: 'share of words',
    source: 'house rule',
    description: 'Share of unsure words above which a hint says that the message may be misheard.',
  },
  minSnrDb: { default: 15, unit: 'dB', source: 'house rule', description: 'Smallest distance between speech and noise.' },
} as const satisfies Record<string, Threshold>;

type Options = ThresholdValues<typeof thresholds>;

const COST_CLIPPED = 0.4;
const COST_QUIET = 0.3;
const COST_NOISY = 0.3;
const COST_WITHHELD = 0;

/** Is the recording good enough to judge how it was said? */
export const recording: Tip<'recording', typeof thresholds> = {
  id: 'recording',
  question: 'Is the recording good enough to hear how it was said?',
  thresholds,
  judge(input) {
    const { sound } = input.artifacts;
    if (sound === undefined) return { kind: 'notApplicable', headline: 'A script has no recording.' };
    if (!sound.quality.ok) return { kind: 'error', headline: `The recording’s quality could not be measured: ${sound.quality.reason}` };
    const limits = [...warnings(sound.recording.warnings), ...withheld(input), ...unsureWords(input)];
    const headline = limits.length === 0 ? 'The recording is clean.' : 'The recording can be heard, but not all of it can be judged.';
    return { kind: 'judged', headline, strengths: [], concerns: [...qualityConcerns(input), ...limits, ...leftOut(input)] };
  },
};

function qualityConcerns({ delivery, options }: TipInput<Options>): Concern[] {
  const { clippedShare, snrDb } = delivery.quality;
  const concerns: Concern[] = [];
  if (clippedShare !== null && clippedShare > options.maxClippedShare) {
    const percent = (clippedShare * 100).toFixed(1);
    concerns.push({
      message: 'The recording is overloaded.',
      evidence: `${percent} % of the sound is cut off at its loudest; up to ${options.maxClippedShare * 100} % does no harm.`,
      fix: 'Hold the phone a hand’s width away, or turn the input down, and record again.',
      severity: 'improve',
      cost: COST_CLIPPED,
      measure: measureOf('clipped share', clippedShare, 'maxClippedShare', `at most ${options.maxClippedShare}`),
    });
  }
  if (delivery.levelDb !== null && delivery.levelDb < options.minLevelDb) {
    concerns.push({
      message: 'The voice is very quiet.',
      evidence: `Your voice is at ${delivery.levelDb.toFixed(0)} dB of full scale; from ${options.minLevelDb} dB on it is easy to hear.`,
      fix: 'Move closer to the microphone and record again.',
      severity: 'improve',
      cost: COST_QUIET,
      measure: measureOf('level of the speech', delivery.levelDb, 'minLevelDb', `at least ${options.minLevelDb}`),
    });
  }
  if (snrDb !== null && snrDb < options.minSnrDb) {
    concerns.push({
      message: 'There is noise around the voice.',
      evidence: `Your voice is ${snrDb.toFixed(0)} dB above the noise; from ${options.minSnrDb} dB on it is easy to hear.`,
      fix: 'Call from a quieter place: shut the window, stop walking.',
      severity: 'improve',
      cost: COST_NOISY,
      measure: measureOf('signal-to-noise ratio', snrDb, 'minSnrDb', `at least ${options.minSnrDb}`),
    });
  }
  return concerns;
}

function measureOf(name: string, value: number, threshold: keyof typeof thresholds, expected: string): Measure {
  return { name, value, unit: thresholds[threshold].unit, expected, source: thresholds[threshold].source };
}

function warnings(lines: readonly string[]): Concern[] {
  return lines.map((line) => ({
    message: 'Something is wrong with the file.',
    evidence: asSentence(line),
    fix: 'Save the recording again and review that.',
    severity: 'hint',
    cost: COST_WITHHELD,
  }));
}

/** What is heard besides the message does not count; who meant it to is told how to make it count. */
function leftOut({ artifacts }: TipInput<Options>): Concern[] {
  return leftOutOf(artifacts).map(({ kind, start, end, quote }) => ({
    message: 'Not part of the message, and left out of its words and its length.',
    evidence: `${soundInWords(kind, end - start)}${quote === undefined ? '' : `: ${quoted(quote)}`}`,
    fix: 'If it belongs to your message, cut the recording so that it begins and ends with you.',
    severity: 'hint',
    cost: COST_WITHHELD,
    start,
    end,
  }));
}

function withheld({ delivery }: TipInput<Options>): Concern[] {
  return delivery.quality.withheld.map(({ measure, reason }) => ({
    message: `Not judged here: ${measure}.`,
    evidence: asSentence(reason),
    fix: 'Record again where the phone leaves the sound alone and the room is quiet.',
    severity: 'hint',
    cost: COST_WITHHELD,
  }));
}

function unsureWords({ transcript, options }: TipInput<Options>): Concern[] {
  const unsure = transcript.words.filter((word) => word.confidence < options.unsureBelow);
  const share = transcript.words.length === 0 ? 0 : unsure.length / transcript.words.length;
  const first = unsure[0];
  if (first === undefined || share <= options.maxUnsureShare) return [];
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  return [
    {
      message: 'Many words are hard to hear, and some may be misheard.',
      evidence: `${percent(share)} of the words are unsure, from ${quoted(first.text)} on; up to ${percent(options.maxUnsureShare)} is usual.`,
      fix: 'Check the words before you rely on this review, and record again in a quieter place.',
      severity: 'hint',
      cost: COST_WITHHELD,
      measure: measureOf('share of unsure words', share, 'maxUnsureShare', `at most ${options.maxUnsureShare}`),
      start: first.start,
      end: first.end,
    },
  ];
}
