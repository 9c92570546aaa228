import type { TextOptions } from '@ringback/core';
import { writeWholeFile } from '../files/write-file.ts';
import { type Console, write } from './console.ts';

const WIDEST_COLUMNS = 100;

/** Colours and width for standard output: colours on a terminal only, and never when NO_COLOR asks. */
export function terminalLook(console: Console): TextOptions {
  const { isTTY, columns } = console.stdout;
  return { colour: isTTY === true && !console.env.NO_COLOR, width: Math.min(columns ?? 80, WIDEST_COLUMNS) };
}

/** Writes a document to the file the person named, or to standard output. */
export async function tell(document: string, out: string | undefined, console: Console): Promise<void> {
  if (out === undefined) await write(console.stdout, document);
  else await writeWholeFile(out, document);
}
