import { isPlace } from './dictionary.ts';
import { isLowerCase } from './letter-case.ts';
import { HOUSE } from './organisation-case.ts';

/** Posts that are named with their house: "CEO of Alder Labs", where "head of sales" is of a part of it. */
export const OF_THE_HOUSE = /^(?:ceo|president|founder|co-?founder|owner|chair|chairman|chairwoman|chairperson|dean|principal|mayor)$/i;

/** Who has a subject beside a school. */
const LEARNS = /\b(?:grad|graduate|student|postgrad|undergrad|undergraduate|postdoc|candidate|major|senior|trainee|apprentice)$/i;

/** "owner, Olsen Bakery" is of it, "student, 3rd period" in it, "nurse, Leeds General" at it. */
export function jointOf(head: string, place: string): string {
  if (/^(?:\d\w*|\p{L}+) (?:period|grade|year|class|section)$|^(?:hr|it|pr)$/iu.test(place)) return 'in';
  // "grad, mechanical engineering": what is learned is no place.
  if (LEARNS.test(head) && isLowerCase(place) && !HOUSE.test(place)) return 'in';
  // "skipper, MV Morag".
  if (/^(?:MV|MS|SS|HMS|RV|SY|FV|RMS) \p{Lu}/u.test(place)) return 'of';
  // "staff nurse, Galway": a town employs nobody.
  if (isPlace(place) && !place.includes(' ')) return 'in';
  const noun = head.split(' ').at(-1) ?? '';
  return /^secretary$/i.test(head) || OF_THE_HOUSE.test(noun) || /^editor$/i.test(noun) ? 'of' : 'at';
}

/** A licence of two letters, and in small letters behind initials a field: "civil engineer, PE", "RN, med surg". */
export const isSpecialty = (post: string, place: string): boolean =>
  /^\p{Lu}{2}$/u.test(place) && jointOf(post, place) === 'at'
    ? true
    : /^\p{Lu}{2}/u.test(post) && isLowerCase(place) && !HOUSE.test(place) && !isPlace(place);
