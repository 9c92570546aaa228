import type { BriefDraft } from '../brief/brief.ts';
import { type Review, TIP_IDS, type TipId } from '../documents/review.ts';
import { type ReviewOptions, review } from '../review/review.ts';
import { scriptArtifacts } from '../script/script-artifacts.ts';
import { CANDIDATES, type Candidate, draftOf, NEEDS } from './candidates.ts';
import { applyEdits, type Edit, type NeedsFact, type Rewrite, sizeOf } from './edit.ts';

/** How to rewrite. */
export interface RewriteOptions {
  /** How the script is reviewed, and with which reader. */
  review: ReviewOptions;
  /** The person's own facts; without them only what the script says already is used. */
  brief?: BriefDraft;
}

/** What could be mended, and what needs the person. */
export interface RewriteProposal {
  /** In the order of the script. */
  rewrites: Rewrite[];
  needs: NeedsFact[];
  /** The script with all rewrites applied. */
  rewritten: string;
  /** Tips that the rewritten script still does not pass. */
  stillOpen: TipId[];
}

interface Attempt {
  tip: TipId;
  finding: string;
  candidate: Candidate;
}

const isOpen = (read: Review, tip: TipId) => read.tips.some(({ id, status }) => id === tip && (status === 'fail' || status === 'improve'));
const openTips = (read: Review) => TIP_IDS.filter((tip) => isOpen(read, tip));
const scoreOf = (read: Review, tip: TipId) => read.tips.find(({ id }) => id === tip)?.score ?? 1;
const findingOf = (read: Review, tip: TipId) => read.tips.find(({ id }) => id === tip)?.findings.find(({ good }) => !good)?.message ?? '';
const sizeOfAll = (edits: readonly Edit[]) => edits.reduce((sum, edit) => sum + sizeOf(edit), 0);

/** Reviews texts that differ in a few words. */
class Reader {
  readonly #options: ReviewOptions;

  constructor(options: ReviewOptions) {
    this.#options = options;
  }

  read(text: string): Review {
    return review(scriptArtifacts(text, { name: 'script' }), this.#options);
  }

  /** Whether a text mends `tip` without opening another. */
  mends(text: string, tip: TipId, open: readonly TipId[], scoreBefore: number): 'passes' | 'better' | 'no' {
    const read = this.read(text);
    if (openTips(read).some((other) => other !== tip && !open.includes(other))) return 'no';
    if (!isOpen(read, tip)) return 'passes';
    return scoreOf(read, tip) > scoreBefore ? 'better' : 'no';
  }
}

/** Of the candidates that rest on the script and the brief alone, then of those that assume something, the smallest
 * that makes the tip pass on top of what was chosen before; failing that, the first that helps. */
function choose(
  text: string,
  before: readonly Edit[],
  tip: TipId,
  candidates: readonly Candidate[],
  reader: Reader,
): Candidate | undefined {
  const current = reader.read(applyEdits(text, before));
  const open = openTips(current);
  const bySize = candidates
    .filter(({ edits }) => edits.length > 0)
    .toSorted((a, b) => Number(a.assumes !== undefined) - Number(b.assumes !== undefined) || sizeOfAll(a.edits) - sizeOfAll(b.edits));
  let helps: Candidate | undefined;
  for (const candidate of bySize) {
    const answer = reader.mends(applyEdits(text, [...before, ...candidate.edits]), tip, open, scoreOf(current, tip));
    if (answer === 'passes') return candidate;
    if (answer === 'better') helps ??= candidate;
  }
  return helps;
}

/** Drops every attempt without which as many tips pass. */
function prune(text: string, attempts: readonly Attempt[], reader: Reader): Attempt[] {
  const editsOf = (some: readonly Attempt[]) => some.flatMap(({ candidate }) => candidate.edits);
  let kept = [...attempts];
  for (const attempt of attempts) {
    const without = kept.filter((other) => other !== attempt);
    const [open, openWithout] = [kept, without].map((some) => openTips(reader.read(applyEdits(text, editsOf(some)))));
    if (openWithout && open && openWithout.every((tip) => open.includes(tip))) kept = without;
  }
  return kept;
}

/** Brevity last: what the other tips need may add words, and what they take out may make it fit. */
const ORDER: readonly TipId[] = ['tone', 'goal', 'request', 'bridge', 'number', 'reply-option', 'brevity'];

/**
 * Proposes the smallest edits found that make a script pass, each tied to the finding it mends. Nothing is made up: what the script or
 * the brief does not say is asked for under `needs`.
 * @throws RingbackError as a review of the script would.
 */
export function proposeRewrites(text: string, options: RewriteOptions): RewriteProposal {
  const reader = new Reader(options.review);
  const original = reader.read(text);
  const draft = draftOf(text, original, options.brief);
  const chosen: Attempt[] = [];
  const edits = () => chosen.flatMap(({ candidate }) => candidate.edits);
  for (const tip of ORDER) {
    const current = reader.read(applyEdits(text, edits()));
    if (!isOpen(current, tip)) continue;
    const candidate = choose(text, edits(), tip, CANDIDATES[tip](draft), reader);
    if (candidate) chosen.push({ tip, finding: findingOf(original, tip) || findingOf(current, tip), candidate });
  }
  const kept = prune(text, chosen, reader);
  const rewrites = kept
    .flatMap(({ tip, finding, candidate }) =>
      candidate.edits.map((edit) => ({ ...edit, tip, finding, ...(candidate.assumes ? { assumes: candidate.assumes } : {}) })),
    )
    .map((edit, order) => ({ edit, order }))
    .toSorted((a, b) => a.edit.charStart - b.edit.charStart || a.order - b.order)
    .map(({ edit }, index) => ({ number: index + 1, ...edit }));
  const rewritten = applyEdits(text, rewrites);
  const after = reader.read(rewritten);
  const stillOpen = openTips(after);
  return { rewrites, needs: stillOpen.map((tip) => ({ tip, finding: findingOf(after, tip), needs: NEEDS[tip] })), rewritten, stillOpen };
}
