import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { interfaceTypes } from '../../../../scripts/client/interface-types.mjs';
import { openApiDocument } from './document.ts';

it('is valid OpenAPI 3.1', async () => {
  const document = await openApiDocument();
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect([valid, errors ?? [], validator.version]).toEqual([true, [], '3.1']);
  expect((await validator.validate({ ...structuredClone(document), paths: { nowhere: {} } })).valid).toBe(false);
});

it('is what the page’s client was made from: "npm run client" makes it anew', async () => {
  const written = await readFile(new URL('../../../web/src/desk/http/interface.gen.ts', import.meta.url), 'utf8');
  expect(await interfaceTypes(await openApiDocument())).toBe(written);
});
