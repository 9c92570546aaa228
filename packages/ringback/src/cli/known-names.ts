import { parseBriefDraft, termsOfBrief } from '@ringback/core';
import { readJsonFile } from '../files/json-file.ts';
import { type CallerOptions, personTerms, readPerson } from '../files/person.ts';

/** Options of every command that hears: who calls, and what the call is to hold. */
export interface NameFlags {
  me?: string;
  brief?: string;
}

/** The names, firms, addresses and numbers of `--me` and `--brief` that may come up in a recording. */
export async function knownTerms({ me, brief }: NameFlags): Promise<string[]> {
  const person = me === undefined ? [] : await personTerms(me);
  const meant = brief === undefined ? [] : termsOfBrief(parseBriefDraft(await readJsonFile(brief)));
  return [...new Set([...person, ...meant])];
}

/** What a review uses of `--me`; nothing where it was not given. */
export async function callerOf({ me }: NameFlags): Promise<CallerOptions> {
  return me === undefined ? {} : await readPerson(me);
}

/** Digits from which a term is a telephone number. House rule: local numbers have seven. */
const NUMBER_DIGITS = 7;

/** The terms that are no telephone number: for who tests whether a number is understood by those who do not know it. */
export function withoutNumbers(terms: readonly string[]): string[] {
  return terms.filter((term) => term.replace(/\D/g, '').length < NUMBER_DIGITS);
}
