import type { BridgeKind } from '../documents/message.ts';
import { inDoubt } from '../facts/index.ts';
import { isToKin } from '../message/no-reply.ts';
import { countWords, placeOf, quoted } from './place.ts';
import type { Concern, Strength, Threshold, Tip, TipInput } from './tip.ts';
import { doubtful, type MoveOf, movesOf } from './wording.ts';

const thresholds = {
  lateShare: {
    default: 0.6,
    unit: 'share of the message',
    source: 'house rule: a listener decides early',
    description: 'How far into the message the tie may begin before a hint says to move it forward.',
  },
} as const satisfies Record<string, Threshold>;

type Bridge = MoveOf<'bridge'>;

const COST_NONE = 1;
/** How sure the reader must be of a further tie to show it. House rule. */
const SURE_TIE = 0.75;

/** How sure the reader must be of a tie to say of which kind it is. House rule. */
const SURE_KIND = 0.75;
/** Kin and neighbours, whatever else they had to do with each other. */
const KIN_NAMES = 'cousin|uncle|aunt|auntie|brother|sister|nephew|niece|grandson|granddaughter|godmother|godfather';
/** Not "your aunt Hester's solicitor". */
const KIN = new RegExp(`\\byour (?:\\w+ )?(?:${KIN_NAMES})\\b(?!['’]s\\b| \\p{L}+['’]s\\b)`, 'iu');
const NEIGHBOURS = /\bnext door|\bneighbou?rs?\b|\bdoors? (?:down|up|along)\b|\bacross the (?:street|road|hall|landing)\b/i;
/** What the caller says of himself up to here, name and all: "this is Bea Lindqvist, …", not "I work for …". */
const OF_HIMSELF =
  /\b(?:i'm|i am|it's|it is|this is|we're|we are|me),? (?:(?!(?:for|of|at|to|with|from|about|in|by|on|and) )[\p{L}\p{M}'’.-]+,? ){0,4}$/iu;
/** Characters before a quote in which that is looked for. */
const LEAD_CHARS = 60;

/** What ties them, as far as it is known: the kind where it is sure. */
function tieName({ quote, charStart, tie, confidence }: Bridge, text: string): string {
  const kin = KIN.exec(quote);
  const lead = text.slice(Math.max(0, charStart - LEAD_CHARS), charStart + (kin?.index ?? 0));
  if (kin && OF_HIMSELF.test(lead)) return 'You are family: that ties you to the listener.';
  if (NEIGHBOURS.test(quote)) return 'You are neighbours: that ties you to the listener.';
  return confidence >= SURE_KIND ? TIE_NAMES[tie] : 'This ties you to the listener.';
}

/** How sure the reader must be of words that tie in name only to hold them out as that. House rule. */
const SURE_FALSE = 0.45;
/** Fewest words that could be taken for a tie. House rule. */
const FEWEST_WORDS = 3;

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
    const ties = movesOf(input.message, 'bridge')
      .filter((move) => move.tie !== 'false-tie')
      .sort((a, b) => b.confidence - a.confidence);
    // Who is family says so by how they greet; one who gives no name beside it may be anyone.
    if (!input.facts.bridge && input.facts.callerName && isToKin(input.transcript.text))
      return { kind: 'notApplicable', headline: 'They are family: no tie need be said.' };
    if (inDoubt(input.message, 'bridge'))
      return { kind: 'judged', headline: HEADLINE, strengths: [], concerns: [doubtfulTie(input, ties[0])] };
    if (!input.facts.bridge) return { kind: 'judged', headline: HEADLINE, strengths: [], concerns: [noTie(input)] };
    const shown = ties.filter((tie, index) => index === 0 || tie.confidence >= SURE_TIE);
    const strengths: Strength[] = shown.map((tie) => ({
      message: tieName(tie, input.transcript.text),
      evidence: quoted(tie.quote),
      ...placeOf(tie),
    }));
    return { kind: 'judged', headline: HEADLINE, strengths, concerns: lateTie(input, ties[0]) };
  },
};

const HEADLINE = 'It says what ties you to the listener.';

function doubtfulTie(input: TipInput<unknown>, tie: Bridge | undefined): Concern {
  const concern = doubtful(input, 'bridge', 'anything ties you to the listener', `${OWN_TIE}.`);
  return tie === undefined ? concern : { ...concern, evidence: `${quoted(tie.quote)} can be read either way.`, ...placeOf(tie) };
}

function noTie(input: TipInput<unknown>): Concern {
  const others = input.message.moves.filter(({ kind }) => kind === 'apology' || kind === 'request');
  const falseTie = movesOf(input.message, 'bridge').find(
    (move) =>
      move.tie === 'false-tie' &&
      move.confidence >= SURE_FALSE &&
      countWords(move.quote) >= FEWEST_WORDS &&
      others.every(({ charStart, charEnd }) => charEnd <= move.charStart || move.charEnd <= charStart),
  );
  const fix = NO_TIE;
  if (falseTie !== undefined) {
    return {
      message: 'The tie could be said to anyone.',
      evidence: quoted(falseTie.quote),
      fix,
      severity: 'fail',
      cost: COST_NONE,
      ...placeOf(falseTie),
    };
  }
  return {
    message: 'Nothing ties you to the listener.',
    evidence: 'It names nobody who sent you or whom you both know, no employer, school or event you share, and no earlier contact.',
    fix,
    severity: 'fail',
    cost: COST_NONE,
  };
}

/** Never an invented tie, and none that only a stranger would say: what the person's own true one could be. */
const OWN_TIE =
  'Say right after your name how they know you, if they do: who told you to call, where you met, or what you already have to do with each other';

/** With what to do where there is none. */
const NO_TIE = `${OWN_TIE}. With no tie, find someone you both know first, or say the one thing you can do for them.`;

function lateTie(input: TipInput<{ lateShare: number }>, tie: Bridge | undefined): Concern[] {
  const { text } = input.transcript;
  if (tie === undefined || text.length === 0 || tie.charStart / text.length <= input.options.lateShare) return [];
  return [
    {
      message: 'The tie comes late.',
      evidence: `${quoted(tie.quote)} begins ${Math.round((100 * tie.charStart) / text.length)} % into the message.`,
      fix: `Say it right after your name: ${quoted(tie.quote, 14)}.`,
      severity: 'hint',
      cost: 0,
      ...placeOf(tie),
    },
  ];
}
