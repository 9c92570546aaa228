// Set-up of a test file while it is found out which functions its tests come through.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

globalThis.cameThrough = new Set();
const began = performance.now();
afterAll(() => {
  const { testPath } = expect.getState();
  const told = { test: testPath, ms: performance.now() - began, through: [...globalThis.cameThrough] };
  writeFileSync(join(process.env.RINGBACK_WAYS, `${crypto.randomUUID()}.json`), JSON.stringify(told));
});
