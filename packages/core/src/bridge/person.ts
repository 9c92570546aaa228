/** Where a fact stands, so that the person can check it. */
export interface RecordPlace {
  /** File name without folders. */
  source: string;
  /** "work[0]", "row 214", "card 3". */
  place: string;
}

/** A stretch of someone's life at an organisation. Dates are ISO: "2014", "2014-06" or "2014-06-29". */
export interface Affiliation extends RecordPlace {
  organisation: string;
  role?: string;
  start?: string;
  /** Absent with `current` when it lasts. */
  end?: string;
  current?: boolean;
  city?: string;
  url?: string;
}

/** An event someone was at. */
export interface Attendance extends RecordPlace {
  event: string;
  /** ISO, at least the year. */
  date?: string;
}

/** Someone whom a person is known to know. */
export interface Acquaintance extends RecordPlace {
  name: string;
  email?: string;
  organisation?: string;
}

/** A time the caller and someone were in touch, as the caller noted it. */
export interface Encounter extends RecordPlace {
  name: string;
  how: 'met' | 'spoke' | 'wrote' | 'worked';
  event?: string;
  date?: string;
}

/** What is known of the caller or of the person called. */
export interface Person {
  name: string;
  emails: string[];
  work: Affiliation[];
  education: Affiliation[];
  /** Clubs, boards, charities, associations. */
  groups: Affiliation[];
  events: Attendance[];
  knows: Acquaintance[];
  met: Encounter[];
  /** Names that the person says are one organisation: ["Northgate Polytechnic", "Northgate University"]. */
  aliases: string[][];
}

/** One entry of an address book. */
export interface Contact extends RecordPlace {
  name: string;
  emails: string[];
  organisation?: string;
  position?: string;
  city?: string;
  /** ISO date on which the two connected online. */
  connectedOn?: string;
  /** Names of groups the contact stands in, as the address book writes them. */
  labels?: string[];
}
