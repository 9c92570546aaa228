import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { holdsBlobContract } from '../../ports/blobs.contract.ts';
import { blobFolder } from './blob-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-blobs-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('blobs in a folder', () => {
  holdsBlobContract(() => blobFolder(join(folder, 'made when missing')));
});
