/** What a person of a team may do, most first. */
export const ROLES = ['owner', 'coach', 'member'] as const;

/** `member`: what is their own; `coach`: the takes of all besides, to look at; `owner`: tokens and the audit trail besides. */
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Person {
  /** Whose rows are theirs. */
  id: string;
  name: string;
  role: Role;
}

/** A token as it is listed: never the secret itself. */
export interface KeptToken {
  id: string;
  personId: string;
  name: string;
  role: Role;
  /** ISO 8601, all three. */
  createdAt: string;
  expiresAt: string;
  /** To the minute; null before its first use. */
  lastUsedAt: string | null;
}

/** What a token is made for. */
export interface NewToken {
  id: string;
  /** A person who is not known yet is added, as a member where no role is given; a role that is given is theirs from now on. */
  name: string;
  role?: Role | undefined;
  days: number;
}

/** The people of a team and their personal access tokens. */
export interface PeopleStore {
  people(): Promise<Person[]>;
  tokens(): Promise<KeptToken[]>;
  /** Makes a token. The secret is told this once; what is kept is its hash. Throws where the id is taken. */
  add(token: NewToken): Promise<{ secret: string; token: KeptToken }>;
  /** Returns false when there was none. */
  revoke(id: string): Promise<boolean>;
  /** Whose token this is; null when it is none, has expired or was revoked. */
  personBy(secret: string): Promise<{ person: Person; tokenId: string } | null>;
  /** Whether an owner has a token that is good. */
  hasOwner(): Promise<boolean>;
}

/** Something that was done: never what was written in it. */
export interface AuditEntry {
  /** Grows with time. */
  id: number;
  /** ISO 8601. */
  at: string;
  /** Null for who sits at the server's own machine and needs no token. */
  personId: string | null;
  tokenId: string | null;
  /** The method and the route, such as "DELETE /takes/:id". */
  action: string;
  /** Id of what it was done to. */
  target: string | null;
  /** HTTP status of the answer. */
  status: number;
}

/** Who did what, when, to which id. */
export interface AuditTrail {
  add(entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void>;
  /** Newest first, below an id where one is given. */
  page(limit: number, before?: number): Promise<AuditEntry[]>;
}
