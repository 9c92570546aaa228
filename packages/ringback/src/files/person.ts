import { basename } from 'node:path';
import { type ReviewSettings, RingbackError } from '@ringback/core';
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
