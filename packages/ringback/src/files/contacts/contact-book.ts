import type { Contact } from '@ringback/core';

/** A row or card that could not be read, or not in full. Never holds anything of its content. */
export interface ContactProblem {
  source: string;
  /** "row 214" (as a spreadsheet counts, the header included) or "card 3". */
  place: string;
  problem: string;
}

/** The contacts of one file. */
export interface ContactBook {
  source: string;
  format: 'linkedin' | 'google' | 'csv' | 'vcard';
  contacts: Contact[];
  /** Every row or card that was left out or read in part. */
  problems: ContactProblem[];
  /** What was survived on the way in, in plain words. */
  warnings: string[];
}
