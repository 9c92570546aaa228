import { expect, it } from 'vitest';
import type { JobData } from '../../ports/jobs.ts';
import { jobsInProcess } from './jobs.ts';

const GRADE: JobData['grade'] = { owner: 'me', takeId: 'a', text: 'Hello.' };

it('does jobs behind the call, and those that jobs add', async () => {
  const jobs = jobsInProcess(() => {});
  const done: string[] = [];
  jobs.handle('hear', async ({ takeId }) => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push(`heard ${takeId}`);
    await jobs.add('grade', { owner: 'me', takeId, text: '' });
  });
  jobs.handle('grade', async ({ takeId }) => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push(`graded ${takeId}`);
  });
  await jobs.add('hear', { owner: 'me', takeId: 'a', name: 'Take 1', recording: {} as never });
  expect(done).toEqual([]);
  await jobs.settled();
  expect(done).toEqual(['heard a', 'graded a']);
});

it('logs a job that fails without what it was about, and does the next one', async () => {
  const events: string[] = [];
  const jobs = jobsInProcess((event) => events.push(event));
  jobs.handle('grade', async ({ text }) => {
    throw new TypeError(text);
  });
  await jobs.add('grade', GRADE);
  await jobs.settled();
  expect(events).toEqual(['work behind a call failed: TypeError']);
});

it('refuses what nothing does', async () => {
  await expect(jobsInProcess(() => {}).add('grade', GRADE)).rejects.toThrow('nothing here does "grade"');
});
