import type { NoteId, TipId } from './tip-ids.ts';

/** A finding the person does not mind, with the reason. */
export interface Waiver {
  tip: TipId | NoteId;
  reason: string;
  /** Only findings whose words or evidence contain this; absent: every finding of the tip. */
  quote?: string;
}
