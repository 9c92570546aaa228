import type { BriefBridge } from '../brief/brief.ts';
import type { RecordPlace } from './person.ts';

/** The kinds of tie the finder knows, strongest first where all else is equal. */
export const TIE_KINDS = [
  'earlier-contact',
  'mutual-contact',
  'shared-employer',
  'contact-there-now',
  'shared-school',
  'shared-group',
  'shared-event',
  'contact-there-before',
  'connected-online',
] as const;

/** One of {@link TIE_KINDS}. */
export type TieKind = (typeof TIE_KINDS)[number];

/** One record that a tie rests on. */
export interface TieRecord extends RecordPlace {
  /** What the record shows, in its own words: "Harbour Foods, 2012 to 2015, Leeds". */
  shows: string;
}

/** A tie that the records prove. */
export interface Tie {
  kind: TieKind;
  /** The same tie as a brief carries it. */
  bridge: BriefBridge;
  /** The one sentence that uses it. */
  sentence: string;
  /** 0..1: ranks ties; house rule, see {@link TIE_STRENGTH}. */
  strength: number;
  strengthInWords: 'strong' | 'fair' | 'weak';
  /** Whole years since it last held; 0 when it holds now, null when the records do not say. */
  yearsAgo: number | null;
  /** At least one; two where it takes two to prove it. */
  records: TieRecord[];
  /** What to check or ask before using it. */
  caution?: string;
}

/** Two records that look like a tie and do not prove one. */
export interface PossibleTie {
  kind: TieKind;
  /** Why it is not claimed, and what would settle it. */
  reason: string;
  records: TieRecord[];
}

/** What the finder answers. */
export interface BridgeReport {
  /** Best first. */
  ties: Tie[];
  /** Not claimed: look into them. */
  possible: PossibleTie[];
  /** What could find a tie, when there is none or only weak ones. */
  homework: string[];
  /** Numbers of what was searched. */
  searched: { contacts: number; work: number; education: number; groups: number; events: number };
}

/** Strengths before age, 0..1. House rule: an own memory of the caller beats a name, a name beats a place, overlap beats none. */
export const TIE_STRENGTH: Readonly<Record<TieKind, { together: number; apart: number }>> = {
  'earlier-contact': { together: 0.95, apart: 0.95 },
  'mutual-contact': { together: 0.9, apart: 0.9 },
  'shared-employer': { together: 0.85, apart: 0.6 },
  'contact-there-now': { together: 0.7, apart: 0.7 },
  'shared-school': { together: 0.65, apart: 0.5 },
  'shared-group': { together: 0.65, apart: 0.5 },
  'shared-event': { together: 0.6, apart: 0.6 },
  'contact-there-before': { together: 0.4, apart: 0.4 },
  'connected-online': { together: 0.45, apart: 0.45 },
};

/** How much of its strength a tie loses with each year since it last held, and at most. House rule. */
export const TIE_AGEING = { perYear: 0.015, atMost: 0.3 } as const;

/** From which strength on a tie is called strong or fair. House rule. */
export const STRENGTH_WORDS = { strong: 0.7, fair: 0.45 } as const;
