import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Adapter, HandedMessage } from './adapter.ts';

/** Bytes that begin as a WAV file does. */
export const SOUND = new TextEncoder().encode('RIFF....WAVEfmt a sound');

/** Writes files below a folder, which are made when missing. */
export async function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** All that lies ready. */
export async function lying(adapter: Adapter): Promise<HandedMessage[]> {
  const messages: HandedMessage[] = [];
  for await (const message of adapter.lying()) messages.push(message);
  return messages;
}
