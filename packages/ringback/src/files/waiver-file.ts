import { parseWaivers, type Waiver } from '@ringback/core';
import { readJsonFile } from './json-file.ts';

/** Reads the findings a person does not mind. @throws RingbackError when the file is missing, not JSON, or of another shape. */
export async function readWaivers(path: string): Promise<Waiver[]> {
  return parseWaivers(await readJsonFile(path));
}
