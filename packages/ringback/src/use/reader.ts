import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openReader, type Reader } from '@ringback/core';

/** Opens the trained reader of messages with the weights that came with this package; takes some 30 ms. */
export async function loadReader(): Promise<Reader> {
  return openReader(await readFile(fileURLToPath(import.meta.resolve('@ringback/core/reader.bin'))));
}
