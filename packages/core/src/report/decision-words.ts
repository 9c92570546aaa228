import type { Verdict } from '../documents/review.ts';
import type { Style } from './terminal-line.ts';

/** How each decision is told, after "This message". */
export const DECISION_WORDS: Readonly<Record<Verdict['decision'], { words: string; style: Style }>> = {
  return: { words: 'reads like one that gets returned', style: 'good' },
  'toss-up': { words: 'could go either way', style: 'warn' },
  delete: { words: 'reads like one that gets deleted', style: 'bad' },
};
