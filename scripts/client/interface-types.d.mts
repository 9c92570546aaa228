/** TypeScript of an OpenAPI document, as the page's client wants it. */
export function interfaceTypes(document: Record<string, unknown>): Promise<string>;
