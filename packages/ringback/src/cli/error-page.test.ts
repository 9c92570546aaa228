import { readFile } from 'node:fs/promises';
import { FAILURE_CODES } from '@ringback/core';
import { expect, test } from 'vitest';

test('docs/errors.md tells every failure code, and no other', async () => {
  const page = await readFile(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
  const told = [...page.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\|$/gm)].map(([, code, meaning]) => [code, meaning]);
  expect(Object.fromEntries(told)).toEqual(FAILURE_CODES);
});
