import type { BriefBridge } from '../brief/brief.ts';
import { tieSentence } from '../compose/grammar/tie.ts';
import { STRENGTH_WORDS, TIE_AGEING, TIE_KINDS, TIE_STRENGTH, type Tie, type TieKind, type TieRecord } from './tie.ts';

/** What a matcher knows of a tie before it is weighed. */
export interface FoundTie {
  kind: TieKind;
  bridge: BriefBridge;
  together: boolean;
  yearsAgo: number | null;
  records: TieRecord[];
  caution?: string;
}

/** Weighs a tie by kind, overlap and age. */
export function weigh({ kind, bridge, together, yearsAgo, records, caution }: FoundTie): Tie {
  const base = TIE_STRENGTH[kind][together ? 'together' : 'apart'];
  const strength = Math.round((base - Math.min(TIE_AGEING.atMost, TIE_AGEING.perYear * (yearsAgo ?? 0))) * 1000) / 1000;
  const strengthInWords = strength >= STRENGTH_WORDS.strong ? 'strong' : strength >= STRENGTH_WORDS.fair ? 'fair' : 'weak';
  return { kind, bridge, sentence: tieSentence(bridge), strength, strengthInWords, yearsAgo, records, ...(caution ? { caution } : {}) };
}

/** Years: ties of unknown age come after those of known age. */
const UNKNOWN_AGE = 1000;

/** Best first; equal ties in the order of their kinds, then of their records, so that the same files always rank alike. */
export function byStrength(a: Tie, b: Tie): number {
  const place = ({ records }: Tie) => records.map((record) => `${record.source} ${record.place}`).join();
  return (
    b.strength - a.strength ||
    (a.yearsAgo ?? UNKNOWN_AGE) - (b.yearsAgo ?? UNKNOWN_AGE) ||
    TIE_KINDS.indexOf(a.kind) - TIE_KINDS.indexOf(b.kind) ||
    (place(a) < place(b) ? -1 : 1)
  );
}
