import type { Brief } from '../brief/brief.ts';
import type { TipId } from '../documents/review.ts';
import { review } from '../review/review.ts';
import { scriptArtifacts } from '../script/script-artifacts.ts';

/** The tips among `wanted` that a script does not pass, by the goal of its brief. */
export function tipsNotPassed(text: string, brief: Brief, wanted: readonly TipId[]): TipId[] {
  const { tips } = review(scriptArtifacts(text, { name: 'script' }), { goal: brief.goal });
  return tips.filter(({ id, status }) => wanted.includes(id) && status !== 'pass' && status !== 'notApplicable').map(({ id }) => id);
}
