import type { BridgeKind } from '../documents/message.ts';
import { placeOf, quoted } from './place.ts';
import type { Concern, Strength, Threshold, Tip, TipInput } from './tip.ts';
import { type MoveOf, movesOf } from './wording.ts';

const thresholds = {
  lateShare: {
    default: 0.6,
    unit: 'share of the message',
    source: 'house rule: a listener decides early',
    description: 'How far into the message the tie may begin before a hint says to move it forward.',
  },
  minConfidence: {
    default: 0.5,
    unit: '0..1',
    source: 'house rule',
    description: 'How sure the reader must be of a tie for it to count as a plain one.',
  },
} as const satisfies Record<string, Threshold>;

type Bridge = MoveOf<'bridge'>;

const COST_NONE = 1;
const COST_FALSE = 1;
const COST_DOUBTFUL = 0.3;

const TIE_NAMES: Readonly<Record<BridgeKind, string>> = {
  referrer: 'Someone who sent you ties you to the listener.',
  'mutual-contact': 'Someone you both know ties you to the listener.',
  'shared-organisation': 'An organisation you share ties you to the listener.',
  'shared-school': 'A school you share ties you to the listener.',
  'shared-event': 'Something you both were at ties you to the listener.',
  'earlier-contact': 'Earlier contact ties you to the listener.',
  'false-tie': 'A tie in name only.',
};

/** What ties caller and called? */
export const bridge: Tip<'bridge', typeof thresholds> = {
  id: 'bridge',
  question: 'What ties caller and called?',
  thresholds,
  judge(input) {
    const ties = movesOf(input.message, 'bridge').filter((move) => move.tie !== 'false-tie');
    const strengths: Strength[] = ties.map((tie) => ({ message: TIE_NAMES[tie.tie], evidence: quoted(tie.quote), ...placeOf(tie) }));
    const concerns = input.facts.bridge ? tieConcerns(input, ties) : [noTie(input, ties)];
    return { kind: 'judged', headline: headlineOf(ties[0]), strengths: input.facts.bridge ? strengths : [], concerns };
  },
};

function headlineOf(tie: Bridge | undefined): string {
  return tie?.via === undefined ? 'It says what ties you to the listener.' : `It says what ties you to the listener: ${tie.via}.`;
}

function noTie(input: TipInput<unknown>, doubtful: Bridge[]): Concern {
  const falseTie = movesOf(input.message, 'bridge').find((move) => move.tie === 'false-tie');
  const fix = ownTie(input);
  if (falseTie !== undefined) {
    return {
      message: 'The tie could be said to anyone.',
      evidence: quoted(falseTie.quote),
      fix,
      severity: 'fail',
      cost: COST_FALSE,
      ...placeOf(falseTie),
    };
  }
  const vague = doubtful[0];
  if (vague !== undefined) {
    return {
      message: 'The tie is not concrete.',
      evidence: quoted(vague.quote),
      fix,
      severity: 'fail',
      cost: COST_NONE,
      ...placeOf(vague),
    };
  }
  return {
    message: 'Nothing ties you to the listener.',
    evidence: 'looked for a person who sent you, someone you both know, a shared employer, school or event, or earlier contact; found none',
    fix,
    severity: 'fail',
    cost: COST_NONE,
  };
}

/** Never an invented tie: a place for the person's own true one. */
function ownTie(input: TipInput<unknown>): string {
  const to = input.message.people.recipient;
  const name = to === null ? '' : `${to}, `;
  return `If it is true, open with it: “${name}… suggested I call you”, or “${name}we met at …”. With no tie, find someone you both know first, or say the one thing you can do for them.`;
}

function tieConcerns(input: TipInput<{ lateShare: number; minConfidence: number }>, ties: Bridge[]): Concern[] {
  const first = ties[0];
  const best = Math.max(...ties.map((tie) => tie.confidence));
  if (first === undefined) return [];
  const concerns: Concern[] = [];
  if (best < input.options.minConfidence) {
    concerns.push({
      message: 'The tie is there, but easy to miss.',
      evidence: quoted(first.quote),
      fix: 'Name the person, the place or the day: a listener should not have to guess.',
      severity: 'improve',
      cost: COST_DOUBTFUL,
      ...placeOf(first),
    });
  }
  const { text } = input.transcript;
  if (text.length > 0 && first.charStart / text.length > input.options.lateShare) {
    concerns.push({
      message: 'The tie comes late.',
      evidence: `${quoted(first.quote)} begins ${Math.round((100 * first.charStart) / text.length)} % into the message`,
      fix: `Say it right after your name: ${quoted(first.quote, 14)}.`,
      severity: 'hint',
      cost: 0,
      ...placeOf(first),
    });
  }
  return concerns;
}
