import { RingbackError } from '../documents/failure.ts';
import type { Finding, NoteId, NoteResult, TipId, TipResult, TipStatus } from '../documents/review.ts';
import { NOTE_IDS, TIP_IDS } from '../documents/review.ts';
import type { Waiver } from '../documents/waiver.ts';
import { waivedBecause } from '../waivers/waiver.ts';
import { NOTES, TIPS } from './all.ts';
import { judgedAsNotice } from './notice.ts';
import type { Concern, Threshold, Tip, TipAnswer, TipInput } from './tip.ts';

/** Values for some thresholds of some tips, by tip id and threshold name. */
export type ThresholdOverrides = { [Id in TipId | NoteId]?: Readonly<Record<string, number>> };

/** The tips' input before a tip's own options are added. */
export type JudgingInput = Omit<TipInput<unknown>, 'options'>;

/** What a judgement needs besides what was read. */
export interface Judging {
  thresholds: ThresholdOverrides;
  waivers: readonly Waiver[];
}

/** All seven tips, in the order every review lists them. */
export function judgeTips(input: JudgingInput, judging: Judging): TipResult[] {
  return TIP_IDS.map((id) => judgedAsNotice({ id, ...run(TIPS[id], input, judging) }, input));
}

/** Both notes. */
export function judgeNotes(input: JudgingInput, judging: Judging): NoteResult[] {
  return NOTE_IDS.map((id) => {
    const { status, headline, findings } = run(NOTES[id], input, judging);
    return { id, status, headline, findings };
  });
}

type Outcome = Omit<TipResult, 'id'>;
type AnyTip = Tip<TipId | NoteId, Record<string, Threshold>>;

function run(tip: AnyTip, input: JudgingInput, judging: Judging): Outcome {
  const options = optionsOf(tip, judging.thresholds[tip.id]);
  const answer = tip.judge({ ...input, options });
  if (answer.kind !== 'judged') return { status: answer.kind, score: null, headline: answer.headline, findings: [] };
  return settle(tip.id, answer, input, judging.waivers);
}

/** The defaults with the overrides in their place. Throws `unknown-threshold` for a name the tip does not have. */
function optionsOf(tip: AnyTip, overrides: Readonly<Record<string, number>> = {}): Record<string, number> {
  for (const [name, value] of Object.entries(overrides)) {
    if (!(name in tip.thresholds) || !Number.isFinite(value)) {
      throw new RingbackError(
        'unknown-threshold',
        `The tip ${tip.id} has no threshold of that name, or its value is no number; see docs/tips/${tip.id}.md.`,
      );
    }
  }
  const defaults = Object.entries(tip.thresholds).map(([name, threshold]) => [name, threshold.default] as const);
  return { ...Object.fromEntries(defaults), ...overrides };
}

/** Status and score from what is left after the waivers. */
function settle(
  id: TipId | NoteId,
  answer: Extract<TipAnswer, { kind: 'judged' }>,
  input: JudgingInput,
  waivers: readonly Waiver[],
): Outcome {
  const { text } = input.transcript;
  const concerns = worstFirst(answer.concerns);
  const reasons = concerns.map((concern) =>
    waivedBecause(waivers, id, { evidence: concern.evidence, words: text.slice(concern.charStart ?? 0, concern.charEnd ?? 0) }),
  );
  const counting = concerns.filter((_, index) => reasons[index] === null);
  const cost = counting.reduce((sum, concern) => sum + concern.cost, 0);
  const status = worst(counting);
  const findings = [
    ...concerns.map((concern, index) => findingOf(concern, reasons[index] ?? null)),
    ...answer.strengths.map((strength): Finding => ({ ...strength, fix: '', good: true })),
  ];
  return { status, score: Math.max(0, 1 - cost), headline: headlineOf(status, answer, counting, reasons), findings };
}

const SEVERITIES: readonly Concern['severity'][] = ['fail', 'improve', 'hint'];

function worstFirst(concerns: readonly Concern[]): Concern[] {
  return [...concerns].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.cost - a.cost);
}

function worst(concerns: readonly Concern[]): TipStatus {
  if (concerns.some((concern) => concern.severity === 'fail')) return 'fail';
  return concerns.some((concern) => concern.severity === 'improve') ? 'improve' : 'pass';
}

function headlineOf(
  status: TipStatus,
  answer: Extract<TipAnswer, { kind: 'judged' }>,
  counting: readonly Concern[],
  reasons: readonly (string | null)[],
): string {
  const waived = reasons.find((reason) => reason !== null);
  if (status === 'pass') return waived === undefined || waived === null ? answer.headline : `Waived: ${waived}`;
  const worstOne = counting.find((concern) => concern.severity === status);
  return worstOne?.message ?? answer.headline;
}

function findingOf(concern: Concern, waived: string | null): Finding {
  const { cost: _cost, ...rest } = concern;
  return { ...rest, good: false, ...(waived === null ? {} : { waived }) };
}
