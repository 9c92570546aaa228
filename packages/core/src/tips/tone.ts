import { placeOf, quoted } from './place.ts';
import type { Concern, Threshold, ThresholdValues, Tip, TipInput } from './tip.ts';
import { type MoveOf, movesOf, topicOf } from './wording.ts';

const thresholds = {
  laidOn: {
    default: 0.5,
    unit: '0..1',
    source: 'house rule',
    description: 'Strength of flattery or apology above which it is more than courtesy.',
  },
  levelFallDb: {
    default: 6,
    unit: 'dB',
    source: 'house rule: half the sound pressure',
    description: 'How much quieter the last third may be than the first before a hint says so.',
  },
  minOtherTakes: {
    default: 2,
    unit: 'takes',
    source:
      'house rule; listeners agree on “charismatic” at kappa 0.22 (Rosenberg & Hirschberg 2005), so nobody is compared with anybody else',
    description: 'Other takes by the same speaker needed before the pitch of this one is compared with them.',
  },
  flatShare: {
    default: 0.7,
    unit: 'share of own usual spread',
    source: 'house rule',
    description: 'Spread of pitch, relative to the middle one of this speaker’s other takes, under which a hint calls the take flat.',
  },
} as const satisfies Record<string, Threshold>;

type Options = ThresholdValues<typeof thresholds>;
type Laid = MoveOf<'flattery' | 'apology'>;

const COST_OBSEQUIOUS = 0.8;
const COST_FURTHER = 0.2;
const COST_STRONG_BUT_SINGLE = 0.25;

/** Upbeat, never grovelling? */
export const tone: Tip<'tone', typeof thresholds> = {
  id: 'tone',
  question: 'Is it upbeat, and never grovelling?',
  thresholds,
  judge(input) {
    const laid = [...movesOf(input.message, 'flattery'), ...movesOf(input.message, 'apology')].sort((a, b) => b.strength - a.strength);
    const concerns = [...wordConcerns(input, laid), ...deliveryHints(input)];
    return {
      kind: 'judged',
      headline: 'It speaks as an equal: no flattery laid on, no grovelling.',
      strengths: [
        {
          message: 'It speaks as an equal.',
          evidence: 'looked for flattery laid on, self-abasement, pleading and repeated apology; found none',
        },
      ].filter(() => concerns.every((concern) => concern.severity === 'hint')),
      concerns,
    };
  },
};

function wordConcerns(input: TipInput<Options>, laid: Laid[]): Concern[] {
  const strong = laid.filter((move) => move.strength > input.options.laidOn);
  if (!input.facts.obsequious) {
    return strong.slice(0, 1).map((move) => ({ ...concernOf(input, move), severity: 'improve' as const, cost: COST_STRONG_BUT_SINGLE }));
  }
  const shown = strong.length > 0 ? strong : laid;
  if (shown.length === 0) {
    return [
      {
        message: 'It grovels.',
        evidence: 'the message as a whole lays on flattery, pleading or apology',
        fix: 'Say what you want and why it concerns them, in the tone you would use with a colleague.',
        severity: 'fail',
        cost: COST_OBSEQUIOUS,
      },
    ];
  }
  return shown.map((move, index) => ({
    ...concernOf(input, move),
    severity: 'fail' as const,
    cost: index === 0 ? COST_OBSEQUIOUS : COST_FURTHER,
  }));
}

function concernOf(input: TipInput<unknown>, move: Laid): Omit<Concern, 'severity' | 'cost'> {
  const evidence = quoted(move.quote);
  if (move.kind === 'apology') {
    return { message: 'It apologises for calling.', evidence, fix: insteadOfApology(input, move), ...placeOf(move) };
  }
  return {
    message: 'The praise is laid on.',
    evidence,
    fix: `Leave out ${quoted(move.quote, 14)}. If you mean it, name one thing of theirs that you used and what it did for you.`,
    ...placeOf(move),
  };
}

function insteadOfApology(input: TipInput<unknown>, move: Laid): string {
  const topic = topicOf(input.message, input.transcript.text);
  const instead = topic === null ? 'I have one question for you.' : `I have one question about ${topic}.`;
  return `Instead of ${quoted(move.quote, 14)} say: “${instead}”`;
}

/** Delivery is only ever a hint: people agree too little on how a voice sounds. */
function deliveryHints(input: TipInput<Options>): Concern[] {
  const hints: Concern[] = [];
  const fall = input.delivery.levelFallDb ?? null;
  if (fall !== null && fall > input.options.levelFallDb) hints.push(fading(fall, input));
  const usual = usualSpread(input);
  const spread = input.delivery.pitch?.sdSemitones;
  if (usual !== null && spread !== undefined && spread < usual * input.options.flatShare) hints.push(flat(spread, usual, input));
  return hints;
}

function fading(fall: number, input: TipInput<Options>): Concern {
  const expected = `at most ${input.options.levelFallDb} dB`;
  return {
    message: 'Your voice fades towards the end.',
    evidence: `the last third is ${fall.toFixed(1)} dB quieter than the first; expected ${expected}`,
    fix: 'Breathe before the number and say it to someone at the other end of the room.',
    severity: 'hint',
    cost: 0,
    measure: { name: 'level fall', value: fall, unit: 'dB', expected, source: thresholds.levelFallDb.source },
  };
}

function flat(spread: number, usual: number, input: TipInput<Options>): Concern {
  const expected = `at least ${(usual * input.options.flatShare).toFixed(1)} semitones, from your other takes`;
  return {
    message: 'This take is flatter than your others.',
    evidence: `pitch spreads ${spread.toFixed(1)} semitones; usual for you ${usual.toFixed(1)}`,
    fix: 'Say it once more standing up, as if to someone you are glad to have reached.',
    severity: 'hint',
    cost: 0,
    measure: { name: 'spread of pitch', value: spread, unit: 'semitones', expected, source: thresholds.flatShare.source },
  };
}

/** The middle spread of the speaker's other takes; null when there are too few. */
function usualSpread(input: TipInput<Options>): number | null {
  const spreads = input.preferences.otherTakes
    .flatMap((take) => (take.pitch === null ? [] : [take.pitch.sdSemitones]))
    .sort((a, b) => a - b);
  if (spreads.length < input.options.minOtherTakes) return null;
  return spreads[spreads.length >> 1] ?? null;
}
