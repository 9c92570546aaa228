import type { Brief } from '../../brief/brief.ts';
import { isPlaceOnly, isPost } from '../../brief/typed/person.ts';
import { isKin, namesSomeone, worksOnThings } from '../../brief/typed/person-nouns.ts';

/** Who lets a house to the one called, where nobody else's house is called. */
const LETS = /^an? (landlord|landlady)$/;
/** Who gives some of their time: known by where. */
const VOLUNTEER = /^an? (\p{Ll}[\p{L} ]*) volunteer$/u;

/** Who lives where their number says: there is one. */
const LIVES = /^an? (tenant|resident|guest|patient) (?:in|at) ((?:flat|unit|apartment|room) \S+)$/i;

/** Whether the two surely know of each other: by the tone or by a first name alone, and no third one brings them together. */
function areKnown({ caller, whom, register, objective, bridge }: Brief): boolean {
  if (objective === 'job' || bridge || isPlaceOnly(whom) || (isPost(whom.name) && !whom.title)) return false;
  return register === 'casual' || !caller.name.includes(' ');
}

/**
 * What the caller is to somebody who knows them: "the plumber" and "your wedding photographer", where a stranger is "a plumber". A volunteer is
 * from where they help.
 */
export function knownRole(role: string, brief: Brief): { role?: string; from?: string } {
  const { whom, topic, objective } = brief;
  const lets = LETS.exec(role);
  if (lets && objective === 'other' && !whom.organisation && !isPost(whom.name)) return { role: `your ${lets[1]}` };
  const lives = LIVES.exec(role);
  if (lives) return { role: `the ${lives[1]} in ${lives[2]}` };
  const noun = role.replace(/^an? /, '');
  const last = noun.split(' ').at(-1) ?? '';
  if (noun !== role && objective !== 'job' && /^your\b/i.test(topic ?? '') && worksOnThings(noun)) return { role: `your ${noun}` };
  if (noun === role || !areKnown(brief) || !namesSomeone(last) || isKin(last)) return { role };
  const helps = VOLUNTEER.exec(role)?.[1];
  if (helps) return { from: `the ${helps}` };
  return { role: `the ${noun}` };
}
