import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RingbackError } from '@ringback/core';

/** The data folder while this process has it: the database allows one at a time. */
export interface HeldFolder {
  /** Tells others where this process can be reached. */
  tell(url: string): Promise<void>;
  release(): Promise<void>;
}

/** The process that has the folder. */
interface Holder {
  pid: number;
  /** Null for a command that will be done in a moment. */
  url: string | null;
}

const MARK = 'in-use.json';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function holderOf(mark: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(await readFile(mark, 'utf8')) as Holder;
    return isAlive(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

/** Takes the data folder for this process (made when missing); where another has it, says which. What a dead process left is taken over. */
export async function takeFolder(dataDir: string): Promise<HeldFolder | { heldBy: Holder }> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const mark = join(dataDir, MARK);
  const write = (url: string | null, flag: 'wx' | 'w') =>
    writeFile(mark, JSON.stringify({ pid: process.pid, url } satisfies Holder), { flag, mode: 0o600 });
  for (let turn = 0; turn < 2; turn += 1) {
    try {
      await write(null, 'wx');
      return { tell: (url) => write(url, 'w'), release: () => rm(mark, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = await holderOf(mark);
      if (holder !== null) return { heldBy: holder };
      await rm(mark, { force: true });
    }
  }
  throw inUse(null);
}

/** The failure of a folder that another process has. */
export function inUse(url: string | null): RingbackError {
  const where = url === null ? 'another command of Ringback is at work there' : `Ringback is open already at ${url}`;
  return new RingbackError(
    'folder-in-use',
    `The data folder is in use: ${where}. Wait for it, close it, or give another folder in RINGBACK_DATA.`,
  );
}
