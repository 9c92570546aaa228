import type { Brief } from '../../brief/brief.ts';
import { addressOf, isDescription } from '../../typed/person.ts';
import { isPersonNoun } from '../../typed/person-nouns.ts';

/** The names of one message, as they are said. */
export interface SpokenNames {
  /** How the called person is greeted; empty where only a post is known ("the hiring manager"). */
  whom: string;
  caller: string;
}

/** A post in the place of a name: "the hiring manager", "head of research". */
const isPost = (name: string) =>
  isDescription(name) || (/^\p{Ll}/u.test(name) && isPersonNoun(name)) || /^\p{Lu}?\p{Ll}+ (?:of|for) /u.test(name) || POST.test(name);
const POST = /\b(?:manager|team|department|desk|office|committee|recruiter|director|owner|secretary|landlord|landlady)$/i;

/** The greeting as the register goes: by title where one was given, by first name between equals. */
export function spokenNames({ whom, caller, register }: Brief): SpokenNames {
  return { whom: isPost(whom.name) && !whom.title ? '' : addressOf(whom)[register], caller: caller.name };
}
