import { basename } from 'node:path';
import { numberTerms, type ReviewSettings, RingbackError, readPerson as readPersonDocument, termsOfPerson } from '@ringback/core';
import { z } from 'zod';
import { readJsonFile } from './json-file.ts';

/** What a review uses of the caller: the country of the numbers, the caller's own pace, the goal. */
export type CallerOptions = Pick<ReviewSettings, 'region' | 'paceWordsPerMinute' | 'goal'>;

const personSchema = z.looseObject({
  basics: z.looseObject({ location: z.looseObject({ countryCode: z.string().optional() }).optional() }).optional(),
  ringback: z
    .looseObject({
      paceWordsPerMinute: z.number().min(60).max(320).optional(),
      goal: z.enum(['call-back', 'email-reply', 'either']).optional(),
    })
    .optional(),
});

/**
 * Reads `me.json`: JSON Resume, with the caller's own pace and goal under "ringback".
 * @throws RingbackError "bad-person" naming the field that is off.
 */
export async function readPerson(path: string): Promise<CallerOptions> {
  const parsed = personSchema.safeParse(await readJsonFile(path));
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'the top';
    throw new RingbackError('bad-person', `"${basename(path)}" is not JSON Resume as Ringback reads it (at ${where}): see docs/plan.md.`);
  }
  const { basics, ringback } = parsed.data;
  const region = basics?.location?.countryCode?.toUpperCase();
  return {
    ...(region && { region }),
    ...(ringback?.paceWordsPerMinute && { paceWordsPerMinute: ringback.paceWordsPerMinute }),
    ...(ringback?.goal && { goal: ringback.goal }),
  };
}

const namedSchema = z.union([
  z.looseObject({ basics: z.looseObject({ name: z.string().min(1), phone: z.string().optional() }) }),
  z.looseObject({ name: z.string().min(1), phone: z.string().optional() }),
]);

/**
 * The names, firms, addresses and the number of `me.json`, each as it would be said: what a recording of the person may hold. None where it
 * names nobody.
 * @throws RingbackError "bad-person" naming the fields that are off.
 */
export async function personTerms(path: string): Promise<string[]> {
  const value = await readJsonFile(path);
  const named = namedSchema.safeParse(value);
  if (!named.success) return [];
  const { phone } = ('basics' in named.data ? named.data.basics : named.data) as { phone?: string };
  const { region = 'US' } = await readPerson(path);
  return [...termsOfPerson(readPersonDocument(value, basename(path))), ...(phone === undefined ? [] : numberTerms(phone, region))];
}
