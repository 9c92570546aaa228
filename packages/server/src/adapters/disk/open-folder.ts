import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RingbackError } from '@ringback/core';

/** The data folder while this process has it: the database allows one at a time. */
export interface HeldFolder {
  /** A process that died had it before. */
  leftBehind: boolean;
  /** Tells others where this process can be reached. */
  tell(url: string): Promise<void>;
  release(): Promise<void>;
}

/** The process that has the folder. */
interface Holder {
  pid: number;
  /** Null for a command that will be done in a moment. */
  url: string | null;
  /** When the process began, milliseconds since 1970: in a container every run may have the same number. */
  sinceMs?: number;
}

const MARK = 'in-use.json';

function isAlive({ pid, sinceMs }: Holder): boolean {
  if (pid === process.pid) return sinceMs === undefined || sinceMs === performance.timeOrigin;
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
    return isAlive(holder) ? holder : null;
  } catch {
    return null;
  }
}

/** Takes the data folder for this process (made when missing); where another has it, says which. What a dead process left is taken over. */
export async function takeFolder(dataDir: string): Promise<HeldFolder | { heldBy: Holder }> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const mark = join(dataDir, MARK);
  const own = `${mark}.${randomUUID()}`;
  const write = async (url: string | null) =>
    writeFile(own, JSON.stringify({ pid: process.pid, url, sinceMs: performance.timeOrigin } satisfies Holder), { mode: 0o600 });
  // Written aside and put in place whole: nobody ever reads half a mark.
  await write(null);
  try {
    let leftBehind = false;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      if (await isPlaced(own, mark)) {
        const tell = async (url: string) => {
          await write(url);
          await rename(own, mark);
        };
        return { leftBehind, tell, release: () => rm(mark, { force: true }) };
      }
      const holder = await holderOf(mark);
      if (holder !== null) return { heldBy: holder };
      leftBehind = (await setAside(mark)) || leftBehind;
    }
  } finally {
    await rm(own, { force: true });
  }
  throw inUse(null);
}

/** Starts at the same moment may take the mark from under each other; one of them gets it. */
const MOST_TURNS = 4;

async function isPlaced(own: string, mark: string): Promise<boolean> {
  const place = (how: () => Promise<void>): Promise<NodeJS.ErrnoException | null> =>
    how().then(
      () => null,
      (error: NodeJS.ErrnoException) => error,
    );
  const linked = await place(() => link(own, mark));
  // Some disks know no links.
  const failed = linked === null || linked.code === 'EEXIST' ? linked : await place(() => copyFile(own, mark, constants.COPYFILE_EXCL));
  if (failed !== null && failed.code !== 'EEXIST') throw failed;
  return failed === null;
}

/** Removes the mark of a dead process, and never one that another start has put in its place meanwhile. Whether there was one. */
async function setAside(mark: string): Promise<boolean> {
  const aside = `${mark}.${randomUUID()}`;
  try {
    await rename(mark, aside);
  } catch {
    return false;
  }
  if ((await holderOf(aside)) !== null) await isPlaced(aside, mark);
  await rm(aside, { force: true });
  return true;
}

/** The failure of a folder that another process has. */
export function inUse(url: string | null): RingbackError {
  const where = url === null ? 'another command of Ringback is at work there' : `Ringback is open already at ${url}`;
  return new RingbackError(
    'folder-in-use',
    `The data folder is in use: ${where}. Wait for it, close it, or give another folder in RINGBACK_DATA.`,
  );
}
