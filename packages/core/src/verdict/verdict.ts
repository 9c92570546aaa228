import type { Move, ReadFact } from '../documents/message.ts';
import type { Finding, Review, TipId, TipResult, Verdict } from '../documents/review.ts';
import { inDoubt } from '../facts/in-doubt.ts';
import { quoted } from '../tips/place.ts';
import { DECISION, type ElementId, WEIGHTS } from './weights.ts';

/** What a verdict rests on. */
export type Judged = Pick<Review, 'tips' | 'facts'> & Partial<Pick<Review, 'chances'>> & { message: Pick<Review['message'], 'moves'> };

/** One element with how well this message does on it and what that comes to. */
export interface ElementScore {
  id: ElementId;
  /** The tip that owns it; null for a fact that no tip owns. */
  tip: TipId | null;
  /** 0..1. */
  score: number;
  weight: number;
  /** What was found, in a sentence. */
  says: string;
}

/** Longest list of reasons. */
const MAX_REASONS = 4;
/** From this score on an element speaks for the message. */
const GOOD_FROM = 0.75;
/** What a tip's own score adds to its part in the whole when the first to mend is chosen: a number nobody can write down is worth mending beside an e-mail address. */
const OWN_SHARE = 0.05;

/** What the message reads like: a decision, a score that ranks, the reasons, and what to mend first. */
export function decide(judged: Judged): Verdict {
  const { tips } = judged;
  const elements = elementScores(judged);
  const score = weighted(elements);
  const decision = decisionFor(score, isHeldBack(tips, elements));
  return { decision, score, reasons: reasonsFor(decision, elements), firstFix: firstFix(tips, elements) };
}

/** The finding that `verdict.firstFix` is about: the one next thing to mend. Undefined when nothing is left to mend. */
export function firstFinding({ tips, verdict }: Pick<Review, 'tips' | 'verdict'>): Finding | undefined {
  return tips
    .find(({ id }) => id === verdict.firstFix)
    ?.findings.find(({ good, waived, severity }) => !good && waived === undefined && severity !== 'hint');
}

/** What keeps a message from reading like one that is returned, however complete it is otherwise. */
function isHeldBack(tips: readonly TipResult[], elements: readonly ElementScore[]): boolean {
  const grovels = tips.some((tip) => tip.id === 'tone' && tip.status === 'fail');
  const unreachable = elements.some((element) => element.id === 'reach' && element.score < DECISION.reachableFrom);
  return grovels || unreachable;
}

function decisionFor(score: number, heldBack: boolean): Verdict['decision'] {
  if (score < DECISION.deleteBelow) return 'delete';
  return score >= DECISION.returnFrom && !heldBack ? 'return' : 'toss-up';
}

/** The elements of the verdict. Tips that are `error` or `notApplicable` are left out: they neither help nor hurt. */
export function elementScores({ tips, facts, chances = {}, message }: Judged): ElementScore[] {
  const byId = new Map(tips.map((tip) => [tip.id, tip]));
  const elements: ElementScore[] = [];
  for (const id of ['request', 'bridge', 'goal', 'tone', 'brevity', 'reply-option'] as const) {
    const tip = byId.get(id);
    if (tip === undefined || tip.score === null) continue;
    elements.push({ id, tip: id, score: tip.score, weight: WEIGHTS[id].weight, says: saysOf(tip) });
  }
  const reach = reachOf(byId.get('number'), byId.get('reply-option'));
  if (reach !== null) elements.push(reach);
  const element = (id: ElementId, score: number, says: string) => elements.push({ id, tip: null, score, weight: WEIGHTS[id].weight, says });
  // What could not be told speaks neither for the message nor against it.
  const fact = (id: 'bound' | 'caller' | 'recipient', of: readonly ReadFact[], yes: string, no: string, doubt: string) => {
    const isSure = of.some((name) => facts[name] && !inDoubt({ chances }, name));
    const unsure = isSure ? undefined : of.find((name) => inDoubt({ chances }, name));
    if (unsure !== undefined) element(id, chances[unsure] ?? 0, doubt);
    else element(id, isSure ? 1 : 0, isSure ? yes : no);
  };
  const bound = 'We could not tell whether it says how long it takes or by when.';
  fact('bound', ['timeBox', 'deadline'], 'It says how long it takes or by when.', 'It says neither how long it takes nor by when.', bound);
  // A notice may be to anyone, and from whoever is known.
  const isNotice = byId.get('goal')?.status === 'notApplicable';
  if (!isNotice || facts.callerName)
    fact('caller', ['callerName'], 'You say who you are.', 'You never say your name.', 'We could not tell whether you say your name.');
  const named = 'We could not tell whether you say their name.';
  if (!isNotice || facts.recipientName)
    fact('recipient', ['recipientName'], 'It is addressed to them by name.', 'You never say their name.', named);
  const deal = facts.bridge && dealTogether(message);
  element('dealings', deal ? 1 : 0, deal ? 'You deal with each other already.' : 'You have not dealt with each other before.');
  // What sells for sure is no notice.
  if (!isNotice) elements.push(selling(message));
  return elements;
}

/** A dentist's office, a landlord, a colleague: such a caller is not judged like a stranger. */
const dealTogether = ({ moves }: Judged['message']): boolean =>
  moves.some((move) => move.kind === 'bridge' && move.tie === 'earlier-contact' && move.confidence >= SURE_TIE);

/** How sure the reader must be of a tie. House rule. */
const SURE_TIE = 0.6;
/** Share of the characters that sell from which a message does nothing else. House rule, as the goal tip's. */
const ALL_PITCH = 0.4;

/** How sure the reader must be that words sell to say so. House rule. */
const SURE_PITCH = 0.55;

/** How much of it is left that does not sell, and the words that sell most. */
function selling({ moves }: Judged['message']): ElementScore {
  const pitches = moves.filter((move) => move.kind === 'pitch');
  const length = ({ charStart, charEnd }: Move): number => charEnd - charStart;
  const end = Math.max(1, ...moves.map((move) => move.charEnd));
  const sold = pitches.reduce((sum, move) => sum + length(move), 0);
  const score = Math.max(0, 1 - sold / end / ALL_PITCH);
  const most = pitches.reduce<Move | undefined>(
    (best, move) => (best && length(best) * best.confidence >= length(move) * move.confidence ? best : move),
    undefined,
  );
  const sells =
    most !== undefined && most.confidence >= SURE_PITCH ? 'It sells, or could be said to anyone' : 'Part of it may be heard as selling';
  const says = score >= GOOD_FROM || most === undefined ? 'It does not sell.' : `${sells}: ${quoted(most.quote)}.`;
  return { id: 'selling', tip: null, score, weight: WEIGHTS.selling.weight, says };
}

/** The headline; for a tip that passes by a waiver, with its name, for the reason alone says nothing here. */
function saysOf(tip: TipResult): string {
  const waived = tip.status === 'pass' && tip.findings.some((finding) => finding.waived !== undefined);
  return waived ? `${tip.id}: ${tip.headline}` : tip.headline;
}

/** A number, or another way to answer, whichever is better. */
function reachOf(number: TipResult | undefined, option: TipResult | undefined): ElementScore | null {
  const scored = [number, option].filter((tip): tip is TipResult & { score: number } => tip !== undefined && tip.score !== null);
  const best = scored.reduce<(TipResult & { score: number }) | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  if (best === null) return null;
  const shown = best.score >= GOOD_FROM ? best : (number ?? best);
  return { id: 'reach', tip: 'number', score: best.score, weight: WEIGHTS.reach.weight, says: saysOf(shown) };
}

function weighted(elements: readonly ElementScore[]): number {
  const total = elements.reduce((sum, element) => sum + element.weight, 0);
  if (total === 0) return 0;
  return elements.reduce((sum, element) => sum + element.weight * element.score, 0) / total;
}

/** Elements that say only that nothing is wrong: as reasons they come after those that say what is there. */
const NOTHING_WRONG: readonly ElementId[] = ['tone', 'brevity', 'selling'];
const saysMost = (a: ElementScore, b: ElementScore) =>
  Number(NOTHING_WRONG.includes(a.id)) - Number(NOTHING_WRONG.includes(b.id)) || b.weight - a.weight;

const loss = (element: ElementScore) => element.weight * (1 - element.score);

/** What a coach says of a message: what went well, one thing to try next, and what can wait. */
export interface Advice {
  /** What speaks most for it, in sentences; empty where nothing does. */
  well: string[];
  next: { tip: TipId; finding: Finding } | null;
  /** What else could be better, in sentences, most important first. */
  rest: string[];
}

/** Most sentences of each side of an advice: what one remembers while speaking. House rule. */
const MOST_TOLD = 3;

/** The verdict in the order of a coach. What no next take can change, such as never having dealt with each other, is not held out. */
export function adviceOf(review: Judged & Pick<Review, 'verdict'>): Advice {
  const elements = elementScores(review).filter(({ id }) => id !== 'dealings');
  const finding = firstFinding(review);
  const { firstFix: tip } = review.verdict;
  const next = finding !== undefined && tip !== null ? { tip, finding } : null;
  // Minutes without an end are no bound that went well.
  const openAsk = elements.some(({ id, score }) => id === 'request' && score < GOOD_FROM);
  const well = elements.filter(({ id, score }) => score >= GOOD_FROM && !(openAsk && id === 'bound')).sort(saysMost);
  const rest = elements
    .filter((element) => element.score < GOOD_FROM && element.tip !== next?.tip)
    .sort((a, b) => loss(b) - loss(a))
    .filter(({ says }) => says !== next?.finding.message);
  const told = (some: readonly ElementScore[]) => [...new Set(some.map(({ says }) => says))].slice(0, MOST_TOLD);
  return { well: told(well), next, rest: told(rest) };
}

/** What speaks most for and against it; a deleted message hears first what is against it, and nobody what no take can change. */
function reasonsFor(decision: Verdict['decision'], elements: readonly ElementScore[]): string[] {
  const good = elements.filter((element) => element.score >= GOOD_FROM).sort(saysMost);
  const bad = elements.filter((element) => element.score < GOOD_FROM && element.id !== 'dealings').sort((a, b) => loss(b) - loss(a));
  const [first, second] = decision === 'return' ? [good, bad] : [bad, good];
  const most = decision === 'toss-up' ? MAX_REASONS / 2 : MAX_REASONS - 1;
  const picked = [...first.slice(0, most), ...second.slice(0, Math.max(1, MAX_REASONS - Math.min(most, first.length)))];
  return [...new Set(picked.slice(0, MAX_REASONS).map((element) => element.says))];
}

/** The tip whose mending would gain most, in the whole and for itself; null when nothing is left to mend. */
function firstFix(tips: readonly TipResult[], elements: readonly ElementScore[]): TipId | null {
  let best: { tip: TipId; gain: number } | null = null;
  for (const tip of tips) {
    if (tip.status !== 'fail' && tip.status !== 'improve') continue;
    const inTheWhole = Math.max(0, ...elements.filter((element) => element.tip === tip.id).map(loss));
    const gain = inTheWhole + OWN_SHARE * (1 - (tip.score ?? 0));
    if (best === null || gain > best.gain) best = { tip: tip.id, gain };
  }
  return best?.tip ?? null;
}
