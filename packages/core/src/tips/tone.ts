import type { Message, Plea } from '../documents/message.ts';
import type { CharRange } from '../documents/span.ts';
import { inDoubt } from '../facts/index.ts';
import { countWords, placeOf, quoted } from './place.ts';
import { praiseAlone } from './praise-alone.ts';
import type { Concern, Threshold, ThresholdValues, Tip, TipInput } from './tip.ts';
import { doubtful, type MoveOf, movesOf } from './wording.ts';

const thresholds = {
  laidOn: {
    default: 0.5,
    unit: '0..1',
    source: 'house rule',
    description: 'Strength of flattery or apology above which it is more than courtesy.',
  },
  surePressure: {
    default: 0.7,
    unit: '0..1',
    source: 'house rule: a wrong accusation costs more than a missed one',
    description: 'How sure the reader must be of words that press before they are told.',
  },
  certainPressure: {
    default: 0.9,
    unit: '0..1',
    source: 'house rule; of 376 corpus messages that press 3 are labelled as returned',
    description: 'How sure the reader must be of words that press before the message is held back for them.',
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
const COST_PRESSURE = 0.8;

/** Upbeat, never grovelling? */
export const tone: Tip<'tone', typeof thresholds> = {
  id: 'tone',
  question: 'Is it upbeat, and never grovelling?',
  thresholds,
  judge(input) {
    const unsure = inDoubt(input.message, 'obsequious');
    const concerns = [...wordConcerns(input), ...pressureConcerns(input), ...deliveryHints(input)];
    return {
      kind: 'judged',
      headline: unsure
        ? 'Nothing in it grovels or presses for sure.'
        : 'It speaks as an equal: no flattery laid on, no grovelling, no pressure.',
      strengths: [
        {
          message: 'It speaks as an equal.',
          evidence: 'There is no flattery laid on in it, no pleading, no repeated apology and no pressure.',
        },
      ].filter(() => !unsure && concerns.every((concern) => concern.severity === 'hint')),
      concerns,
    };
  },
};

function wordConcerns(input: TipInput<Options>): Concern[] {
  if (inDoubt(input.message, 'obsequious')) {
    return [doubtfulTone(input)];
  }
  const begs = input.message.pleas.filter((plea) => plea.kind === 'begging');
  const laid = [...movesOf(input.message, 'flattery').map((move) => praiseAlone(move, input)), ...movesOf(input.message, 'apology')]
    .filter((move) => move.strength > input.options.laidOn && (countWords(move.quote) >= FEWEST_WORDS || SORRY.test(move.quote)))
    .sort((a, b) => b.strength * b.confidence - a.strength * a.confidence)
    .filter((move, index, all) => ![...all.slice(0, index), ...begs].some((stronger) => overlap(stronger, move)));
  const marks = [...laid.map((move) => concernOf(move, input)), ...begs.map(begging)];
  if (!input.facts.obsequious) return [];
  if (marks.length === 0) {
    return [
      {
        message: 'It grovels.',
        evidence: 'It is not one phrase: the message as a whole lays on flattery, pleading or apology.',
        fix: 'Say what you want and why it concerns them, in the tone you would use with a colleague.',
        severity: 'fail',
        cost: COST_OBSEQUIOUS,
      },
    ];
  }
  return marks.map((mark, index) => ({ ...mark, severity: 'fail' as const, cost: index === 0 ? COST_OBSEQUIOUS : COST_FURTHER }));
}

/** Fewest words that can be told to be left out, but for a bare "sorry". House rule. */
const FEWEST_WORDS = 2;
const SORRY = /^(?:sorry|apologies|forgive|pardon)\b/i;

/** Grovelling in doubt is no accusation: a hint that costs nothing. */
function doubtfulTone(input: TipInput<Options>): Concern {
  const mend = 'Leave out praise and apology that you would not say to a colleague.';
  return { ...doubtful(input, 'obsequious', 'it lays on praise or apology', mend), severity: 'hint', cost: 0 };
}

const overlap = (a: CharRange, b: CharRange): boolean => a.charStart < b.charEnd && b.charStart < a.charEnd;

type Mark = Omit<Concern, 'severity' | 'cost'>;

function concernOf(move: Laid, { message }: TipInput<Options>): Mark {
  const evidence = quoted(move.quote);
  if (move.kind === 'apology') {
    return {
      message: 'It apologises too much.',
      evidence,
      fix: `Leave out ${quoted(move.quote, 14)}${isBehindAsk(move, message) ? ': what you ask needs no excuse' : ' and begin with what you want'}.`,
      ...placeOf(move),
    };
  }
  return {
    message: 'The praise is laid on.',
    evidence,
    fix: `Leave out ${quoted(move.quote, 14)}. If you mean it, name one thing of theirs that you used and what it did for you.`,
    ...placeOf(move),
  };
}

const isBehindAsk = (move: Laid, message: Message): boolean =>
  movesOf(message, 'request').some(({ charEnd, confidence }) => confidence >= SURE_ASK && charEnd <= move.charStart);
/** How sure the reader must be of an ask. House rule. */
const SURE_ASK = 0.5;

const begging = (plea: Plea): Mark => ({
  message: 'It begs.',
  evidence: quoted(plea.quote),
  fix: `Leave out ${quoted(plea.quote, 14)}: ask once, as someone who can take a no.`,
  ...placeOf(plea),
});

/** Threats, guilt and false urgency. */
function pressureConcerns({ message, options }: TipInput<Options>): Concern[] {
  return message.pleas
    .filter((plea) => plea.kind === 'pressure' && plea.confidence >= options.surePressure)
    .map((plea, index) => ({
      message: 'It presses.',
      evidence: quoted(plea.quote),
      fix: `Leave out ${quoted(plea.quote, 14)}: give the true reason and the true date, and leave the choice to them.`,
      severity: plea.confidence >= options.certainPressure ? ('fail' as const) : ('improve' as const),
      cost: index === 0 ? COST_PRESSURE : COST_FURTHER,
      ...placeOf(plea),
    }));
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
    evidence: `The last third is ${fall.toFixed(1)} dB quieter than the first; ${expected} is hardly noticed.`,
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
    evidence: `Your pitch moves by ${spread.toFixed(1)} semitones; usual for you is ${usual.toFixed(1)}.`,
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
