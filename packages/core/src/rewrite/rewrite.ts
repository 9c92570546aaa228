import type { BriefDraft } from '../brief/brief.ts';
import { type Review, TIP_IDS, type TipId, type TipResult, type TipStatus } from '../documents/review.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { type ReviewOptions, review } from '../verdict/review.ts';
import { CANDIDATES, type Candidate, draftOf, NEEDS } from './candidates.ts';
import { applyEdits, type Edit, type NeedsFact, type Rewrite, sizeOf } from './edit.ts';
import { readsWell } from './reads-well.ts';

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

/** A tip whose score falls by more than this is worse off; less is the reader's own wavering between two wordings. House rule. */
const WAVERING = 0.1;
const rank = (status: TipStatus) => (status === 'fail' ? 0 : status === 'improve' ? 1 : 2);

/** What the reader could not tell is no state that could be lost: plain words may only show what was so before. */
const isDoubtful = ({ findings }: TipResult) => findings.some(({ doubt }) => doubt === true);

/** Whether a change does harm: a tip other than `mended` gets worse, or a name that was said is said no more. */
export function doesHarm(before: Review, after: Review, mended?: TipId): boolean {
  const names = (['callerName', 'recipientName'] as const).some((name) => before.facts[name] && !after.facts[name]);
  return (
    names ||
    before.tips.some((tip, index) => {
      const now = after.tips[index];
      if (now === undefined || tip.id === mended || isDoubtful(tip)) return false;
      return rank(now.status) < rank(tip.status) || (now.score ?? 1) < (tip.score ?? 1) - WAVERING;
    })
  );
}

/** A text in which something is said. */
const SPOKEN = /[\p{L}\p{N}]/u;

/** Reviews texts that differ in a few words. */
class Reader {
  readonly #options: ReviewOptions;
  readonly #read = new Map<string, Review>();

  constructor(options: ReviewOptions) {
    this.#options = options;
  }

  read(text: string): Review {
    const { paceWordsPerMinute: pace } = this.#options;
    const known = this.#read.get(text) ?? review(scriptArtifacts(text, { name: 'script', ...(pace ? { pace } : {}) }), this.#options);
    this.#read.set(text, known);
    return known;
  }

  /** Whether a text mends `tip` and harms nothing. */
  mends(text: string, tip: TipId, before: Review): 'passes' | 'better' | 'no' {
    // Nothing left to say mends nothing.
    if (!SPOKEN.test(text)) return 'no';
    const read = this.read(text);
    if (doesHarm(before, read, tip)) return 'no';
    if (!isOpen(read, tip)) return 'passes';
    return scoreOf(read, tip) > scoreOf(before, tip) ? 'better' : 'no';
  }

  /** Whether each of the edits could be taken alone. */
  eachAlone(text: string, edits: readonly Edit[]): boolean {
    const before = this.read(text);
    return edits.every((edit) => {
      const alone = applyEdits(text, [edit]);
      return SPOKEN.test(alone) && readsWell(text, [edit]) && !doesHarm(before, this.read(alone));
    });
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
  const bySize = candidates
    .filter(({ edits }) => edits.length > 0 && readsWell(text, edits))
    .toSorted((a, b) => Number(a.assumes !== undefined) - Number(b.assumes !== undefined) || sizeOfAll(a.edits) - sizeOfAll(b.edits));
  let helps: Candidate | undefined;
  for (const candidate of bySize) {
    const answer = reader.mends(applyEdits(text, [...before, ...candidate.edits]), tip, current);
    if (answer === 'no' || !reader.eachAlone(text, candidate.edits)) continue;
    if (answer === 'passes') return candidate;
    helps ??= candidate;
  }
  return helps;
}

/** Drops every attempt without which as many tips pass. */
function prune(text: string, attempts: readonly Attempt[], reader: Reader): Attempt[] {
  const editsOf = (some: readonly Attempt[]) => some.flatMap(({ candidate }) => candidate.edits);
  const original = reader.read(text);
  const worse = (some: readonly Attempt[]) => doesHarm(original, reader.read(applyEdits(text, editsOf(some))));
  let kept = [...attempts];
  for (const attempt of attempts) {
    const without = kept.filter((other) => other !== attempt);
    const [open, openWithout] = [kept, without].map((some) => openTips(reader.read(applyEdits(text, editsOf(some)))));
    if (openWithout && open && openWithout.every((tip) => open.includes(tip)) && !worse(without)) kept = without;
  }
  return kept;
}

/** Edits that were found one after the other, and together do harm, are left out from the last one on. */
function harmless(text: string, attempts: readonly Attempt[], reader: Reader): Attempt[] {
  const original = reader.read(text);
  const together = reader.read(
    applyEdits(
      text,
      attempts.flatMap(({ candidate }) => candidate.edits),
    ),
  );
  return attempts.length === 0 || !doesHarm(original, together) ? [...attempts] : harmless(text, attempts.slice(0, -1), reader);
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
  const kept = prune(text, harmless(text, chosen, reader), reader);
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
