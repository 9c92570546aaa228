import { readFileSync } from 'node:fs';
import { openReader } from './reader.ts';

/** The reader with the weights of this package, for tests. */
export const trainedReader = openReader(readFileSync(new URL('../../../weights/reader.bin', import.meta.url)));
