import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { RingbackError } from '@ringback/core';
import { glob } from 'tinyglobby';
import { z } from 'zod';

/** One message of a batch: text, or a file with a script or a recording; or a line that could not be read. */
export type Item = { id: ItemId } & ({ text: string } | { file: string } | { error: { code: string; message: string } });

/** As the input wrote it: the output says the same. */
export type ItemId = string | number;

const idSchema = z.union([z.string(), z.number()]);
const lineSchema = z.union([z.looseObject({ id: idSchema, text: z.string() }), z.looseObject({ id: idSchema, file: z.string() })]);

function itemOfLine(line: string, lineNumber: number, folder: string): Item {
  const fail = (message: string): Item => ({ id: `line ${lineNumber}`, error: { code: 'bad-line', message } });
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fail(`Line ${lineNumber} is not JSON: write one {"id", "text"} or {"id", "file"} a line.`);
  }
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) return fail(`Line ${lineNumber} has no "id" with "text" or "file": write one of these objects a line.`);
  const item = parsed.data;
  // Both halves of the union are loose, so look at what is there and not at which half matched.
  return typeof item.text === 'string' ? { id: item.id, text: item.text } : { id: item.id, file: resolve(folder, String(item.file)) };
}

async function* itemsOfLines(path: string): AsyncGenerator<Item> {
  const folder = dirname(path);
  let lineNumber = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    lineNumber++;
    if (line.trim() !== '') yield itemOfLine(line.replace(/^\uFEFF/, ''), lineNumber, folder);
  }
}

async function* itemsOfPattern(pattern: string, cwd: string): AsyncGenerator<Item> {
  const files = await glob(pattern, { cwd, onlyFiles: true, dot: false });
  for (const file of files.sort()) yield { id: file, file: join(cwd, file) };
}

/**
 * The messages that `batch` was given, in order: the lines of a .jsonl, every file below a folder, or what a glob matches.
 * @throws RingbackError "no-such-file" when nothing is there.
 */
export async function readItems(source: string, cwd: string): Promise<AsyncIterable<Item>> {
  const path = resolve(cwd, source);
  const facts = await stat(path).catch(() => null);
  if (facts?.isDirectory()) return itemsOfPattern('**/*', path);
  if (facts?.isFile()) return extname(path).toLowerCase() === '.jsonl' ? itemsOfLines(path) : itemsOfPattern(basename(path), dirname(path));
  const matches = await glob(source, { cwd, onlyFiles: true });
  if (matches.length === 0) {
    throw new RingbackError(
      'no-such-file',
      `Nothing matches "${relative(cwd, path) || source}": give a folder, a glob in quotes, or a .jsonl file.`,
    );
  }
  return itemsOfPattern(source, cwd);
}
