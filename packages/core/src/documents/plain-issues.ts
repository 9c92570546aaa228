import type { z } from 'zod';

/** Most places that one sentence names. */
const NAMED = 3;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'a date with its time, such as 2026-11-03T09:00:00.000Z',
  email: 'an e-mail address',
  url: 'an address such as https://example.com',
  uuid: 'an id as Ringback gives it',
};

type RawIssue = z.core.$ZodRawIssue;

/** "5 characters", "1 entry" or a bare number, as fits what is measured. */
function measured(amount: number | bigint, origin: string): string {
  if (origin === 'string') return amount === 1 ? '1 character' : `${amount} characters`;
  if (origin === 'array') return amount === 1 ? '1 entry' : `${amount} entries`;
  return String(amount);
}

const oneOf = (values: readonly unknown[]) =>
  values
    .map(String)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');

/** What is off, in the words of someone who has not read the schema; never the value, which may be personal. */
function plainly(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.minimum === 1 && issue.origin !== 'number') return 'must not be empty';
      return `must be at least ${measured(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `must be at most ${measured(issue.maximum, issue.origin)}`;
    case 'invalid_format':
      return FORMATS[issue.format] === undefined ? 'is not written as it should be' : `must be ${FORMATS[issue.format]}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${oneOf(issue.values)}`;
    case 'unrecognized_keys':
      return `has fields that are not known: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'is none of the kinds it may be';
    default:
      return 'cannot be used';
  }
}

/** For `safeParse(value, PLAINLY)`: faults told plainly, where a schema has no words of its own. */
export const PLAINLY = { error: plainly };

/**
 * Names the first few places where a document is off, and how: `"whom.name" is missing; "leftAt" must be ...; and 2 more`.
 * @param whole What the document as a whole is called.
 */
export function placesOf(error: z.ZodError, whole: string): string {
  const places = error.issues.slice(0, NAMED).map(({ path, message }) => `"${path.join('.') || whole}" ${message}`);
  const more = error.issues.length - places.length;
  return places.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
