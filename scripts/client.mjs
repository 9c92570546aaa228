// npm run client: writes the types that the page's client has of the HTTP interface, from the interface's own OpenAPI document.
import { writeFileSync } from 'node:fs';
import { prepare, top } from './setup.mjs';

prepare();
const { openApiDocument } = await import('../packages/server/dist/http/document.js');
const { interfaceTypes } = await import('./client/interface-types.mjs');
writeFileSync(`${top}packages/web/src/desk/http/interface.gen.ts`, await interfaceTypes(await openApiDocument()));
