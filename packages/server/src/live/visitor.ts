import type { Person } from '../ports/people.ts';
import type { TakeReader } from '../ports/stores.ts';
import type { OwnDesk } from './own-desk.ts';

/** Who asks, and what they may reach. */
export interface Visitor {
  person: Person;
  /** Null where nobody needs a token. */
  tokenId: string | null;
  own: OwnDesk;
  /** The takes that they may look at. */
  seen: TakeReader;
}
