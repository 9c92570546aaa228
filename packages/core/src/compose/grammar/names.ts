import type { Brief } from '../../brief/brief.ts';
import { addressOf, isPlaceOnly, isPost } from '../../brief/typed/person.ts';

/** The names of one message, as they are said. */
export interface SpokenNames {
  /** How the called person is greeted; empty where only a post ("the hiring manager") or a place is known. */
  whom: string;
  caller: string;
}

/** The greeting as the register goes: by title where one was given, by first name between equals. */
export function spokenNames({ whom, caller, register }: Brief): SpokenNames {
  const nameless = isPlaceOnly(whom) || (isPost(whom.name) && !whom.title);
  return { whom: nameless ? '' : addressOf(whom)[register], caller: caller.name };
}
