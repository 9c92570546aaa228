import type { Artifacts } from '@ringback/core';
import { expect, it } from 'vitest';
import type { Hearing } from '../../ports/hearing.ts';
import { hearingPool } from './hearing-pool.ts';

it('keeps one process for who waits, gives each question to the one that has the fewest, and closes all', async () => {
  const asked: string[] = [];
  const closed: string[] = [];
  const answers: (() => void)[] = [];
  const pool = hearingPool(1, (isForPeople) => {
    const me = isForPeople ? 'people' : 'batch';
    return {
      judge: () =>
        new Promise((resolve) => {
          asked.push(me);
          answers.push(() => resolve({} as never));
        }),
      close: async () => {
        closed.push(me);
      },
    } as Partial<Hearing> as Hearing;
  });
  const ask = (waits: boolean) => pool.ear(waits).judge({} as Artifacts, {});
  const first = ask(false);
  const second = ask(true);
  answers[1]?.();
  await second;
  const third = ask(false);
  answers[2]?.();
  await third;
  const rest = [ask(true), ask(true), ask(true)];
  for (const answer of answers) answer();
  await Promise.all([first, ...rest]);
  expect(asked).toEqual(['batch', 'people', 'people', 'people', 'people', 'batch']);
  await pool.close();
  expect(closed.sort()).toEqual(['batch', 'people']);
});

it('loads the model in every process, one after the other, and tells where it cannot', async () => {
  const told: string[] = [];
  let opened = 0;
  const open = () => {
    const me = opened++;
    const prepare = async (): Promise<void> => {
      told.push(`${me} begins`);
      await Promise.resolve();
      told.push(`${me} is ready`);
    };
    return { prepare } as Partial<Hearing> as Hearing;
  };
  await hearingPool(1, open).prepare();
  expect(told).toEqual(['0 begins', '0 is ready', '1 begins', '1 is ready']);
  const broken = { prepare: () => Promise.reject(new Error('no model')) };
  await expect(hearingPool(1, () => broken as Partial<Hearing> as Hearing).prepare()).rejects.toThrow('no model');
});
