import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { write } from './console.ts';

it('tells a full disk in one sentence, as a fault of the place and not of ours', async () => {
  const full = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
  });
  full.on('error', () => undefined);
  await expect(write(full, 'a review')).rejects.toMatchObject({
    code: 'cannot-write',
    kind: 'input',
    message: expect.stringContaining('ENOSPC'),
  });
});
