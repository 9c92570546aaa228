import type { Artifacts } from '@ringback/core';
import { expect, it } from 'vitest';
import type { Hearing } from '../../ports/hearing.ts';
import { hearingPool } from './hearing-pool.ts';

it('gives each question to the process that has the fewest, and closes all', async () => {
  const asked: number[] = [];
  const closed: number[] = [];
  let opened = 0;
  const answers: (() => void)[] = [];
  const pool = hearingPool(2, () => {
    const me = opened++;
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
  const ask = () => pool.judge({} as Artifacts, {});
  const first = ask();
  const second = ask();
  answers[1]?.();
  await second;
  const third = ask();
  answers[0]?.();
  answers[2]?.();
  await Promise.all([first, third]);
  expect(asked).toEqual([0, 1, 1]);
  await pool.close();
  expect(closed.sort()).toEqual([0, 1]);
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
  await hearingPool(2, open).prepare();
  expect(told).toEqual(['0 begins', '0 is ready', '1 begins', '1 is ready']);
  const broken = { prepare: () => Promise.reject(new Error('no model')) };
  await expect(hearingPool(2, () => broken as Partial<Hearing> as Hearing).prepare()).rejects.toThrow('no model');
});
