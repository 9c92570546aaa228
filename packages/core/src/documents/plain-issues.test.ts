import { expect, it } from 'vitest';
import { z } from 'zod';
import { PLAINLY, placesOf } from './plain-issues.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  at: z.iso.datetime(),
  kind: z.enum(['phone', 'email', 'met']),
  minutes: z.int().min(2).max(60),
  list: z.array(z.string()).min(2),
  code: z.string().regex(/^\d+$/, 'must be digits'),
});
const good = { name: 'Rui', at: '2026-11-03T09:00:00.000Z', kind: 'met', minutes: 5, list: ['a', 'b'], code: '12' };

const told = (change: object) => {
  const { error } = schema.safeParse({ ...good, ...change }, PLAINLY);
  return error && placesOf(error, 'the call');
};

it.each([
  [{}, undefined],
  [{ name: undefined }, '"name" is missing'],
  [{ name: 3 }, '"name" must be text'],
  [{ name: '' }, '"name" must not be empty'],
  [{ name: 'Bartholomew' }, '"name" must be at most 5 characters'],
  [{ at: 'yesterday' }, '"at" must be a date with its time, such as 2026-11-03T09:00:00.000Z'],
  [{ kind: 'fax' }, '"kind" must be phone, email or met'],
  [{ minutes: 1 }, '"minutes" must be at least 2'],
  [{ list: ['a'] }, '"list" must be at least 2 entries'],
  [{ code: 'x' }, '"code" must be digits'],
  [{ colour: 'red' }, '"the call" has fields that are not known: colour'],
  [{ name: 1, at: 1, kind: 1, minutes: 'x' }, expect.stringMatching(/; and 1 more$/)],
])('tells %j plainly', (change, sentence) => expect(told(change)).toEqual(sentence));
