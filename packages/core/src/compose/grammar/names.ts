import type { Brief } from '../../brief/brief.ts';
import { addressOf, isPost } from '../../brief/typed/person.ts';

/** The names of one message, as they are said. */
export interface SpokenNames {
  /** How the called person is greeted; empty where only a post is known ("the hiring manager"). */
  whom: string;
  caller: string;
}

/** The greeting as the register goes: by title where one was given, by first name between equals. */
export function spokenNames({ whom, caller, register }: Brief): SpokenNames {
  return { whom: isPost(whom.name) && !whom.title ? '' : addressOf(whom)[register], caller: caller.name };
}
