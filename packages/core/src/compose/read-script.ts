import type { Brief } from '../brief/brief.ts';
import type { TipId, TipResult } from '../documents/review.ts';
import type { Reader } from '../message/reader/index.ts';
import { scriptArtifacts } from '../spoken/script-artifacts.ts';
import { review } from '../verdict/review.ts';

/** How a script is read back. */
export interface ReadBack {
  reader: Reader;
  /** Words per minute. */
  pace: number | undefined;
}

/** Something is wrong with it; where the reader could not tell, the composer knows what it wrote. */
const isMissed = ({ status, findings }: TipResult): boolean =>
  (status === 'fail' || status === 'improve' || status === 'error') &&
  findings.some(({ good, severity, doubt }) => !good && severity !== 'hint' && doubt !== true);

/** The tips among `wanted` that a script does not pass, by the goal of its brief. */
export function tipsNotPassed(text: string, brief: Brief, wanted: readonly TipId[], { reader, pace }: ReadBack): TipId[] {
  const { tips } = review(scriptArtifacts(text, { name: 'script', ...(pace ? { pace } : {}) }), { goal: brief.goal, reader });
  return tips.filter((tip) => wanted.includes(tip.id) && isMissed(tip)).map(({ id }) => id);
}
