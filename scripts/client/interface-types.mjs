import openapiTS, { astToString } from 'openapi-typescript';

const HEAD = '// Made by "npm run client" from the OpenAPI document of the interface; a test holds the two together.\n';

/** TypeScript of an OpenAPI document, as the page's client wants it. */
export async function interfaceTypes(document) {
  return HEAD + astToString(await openapiTS(document));
}
