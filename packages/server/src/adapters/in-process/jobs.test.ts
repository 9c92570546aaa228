import { describe } from 'vitest';
import { holdsJobsContract } from '../../ports/jobs.contract.ts';
import { jobMemory, jobsInProcess } from './jobs.ts';

describe('jobs in one process', () => {
  const memory = jobMemory();
  holdsJobsContract(async () => jobsInProcess(() => {}, memory, 50));
});
