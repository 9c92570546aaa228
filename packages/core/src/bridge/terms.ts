import { sayAddress } from '../spoken/index.ts';
import type { Person } from './person.ts';

/** Most terms of a person: a name that one never says may only be heard where it was not said. House rule. */
const MOST_TERMS = 40;

/** What a person calls by the own name: that, the addresses, and where the person works, studied and belongs. */
export function termsOfPerson({ name, emails, work, education, groups }: Person): string[] {
  const places = [...work, ...education, ...groups].map(({ organisation }) => organisation);
  return [...new Set([name, ...emails.map(sayAddress), ...places])].slice(0, MOST_TERMS);
}
