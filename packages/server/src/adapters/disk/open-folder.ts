import { createHash, randomUUID } from 'node:crypto';
import { constants, copyFile, link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { RingbackError } from '@ringback/core';
import { cannotWrite, makeFolder } from 'ringback';

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
  /** Tells this mark from every other. */
  id?: string;
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

/** The mark as it stands, null where there is none; `holder` is null where nobody living has it. */
async function markOf(mark: string): Promise<{ text: string; holder: Holder | null } | null> {
  const text = await readFile(mark, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const holder = JSON.parse(text) as Holder;
    return { text, holder: isAlive(holder) ? holder : null };
  } catch {
    return { text, holder: null };
  }
}

/** Takes the data folder for this process (made when missing); where another has it, says which. What a dead process left is taken over. */
export async function takeFolder(dataDir: string): Promise<HeldFolder | { heldBy: Holder }> {
  await makeFolder(dataDir);
  const mark = join(dataDir, MARK);
  const id = randomUUID();
  const own = `${mark}.${id}`;
  const write = async (url: string | null) =>
    writeFile(own, JSON.stringify({ pid: process.pid, url, sinceMs: performance.timeOrigin, id } satisfies Holder), { mode: 0o600 });
  // Written aside and put in place whole: nobody ever reads half a mark.
  await write(null).catch((cause: unknown) => {
    throw cannotWrite(basename(dataDir), cause);
  });
  try {
    let leftBehind = false;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      if (await isPlaced(own, mark)) {
        await sweepBesides(dataDir);
        const tell = async (url: string) => {
          await write(url);
          await rename(own, mark);
        };
        return { leftBehind, tell, release: () => rm(mark, { force: true }) };
      }
      const there = await markOf(mark);
      if (there === null) continue;
      if (there.holder !== null) return { heldBy: there.holder };
      if (await isRemoved(mark, there.text, own)) leftBehind = true;
      else await setTimeout(TURN_MS);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw inUse(null);
}

/** Starts at the same moment wait for the one of them that clears a dead process's mark away. */
const MOST_TURNS = 50;
const TURN_MS = 20;

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

/**
 * Removes a dead process's mark, which reads `text`; whether it was this process that did. Only who is the first to make the file that is
 * named after the mark may, and only while the mark is still that one: so nobody removes a mark that another start has put in its place.
 */
async function isRemoved(mark: string, text: string, own: string): Promise<boolean> {
  const claim = `${mark}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  if (!(await isPlaced(own, claim))) {
    // Left by a process that died at this very work.
    const claimed = await stat(claim).catch(() => null);
    if (claimed !== null && Date.now() - claimed.mtimeMs > STALE_CLAIM_MS) await rm(claim, { force: true });
    return false;
  }
  try {
    if ((await markOf(mark))?.text !== text) return false;
    await rm(mark, { force: true });
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

/** Deletes what starts that died left beside the mark. */
async function sweepBesides(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const beside = join(dataDir, name);
    if (name.startsWith(`${MARK}.`) && (await isLeft(beside))) await rm(beside, { force: true });
  }
}

/** Whether nobody living has written the file; half a mark may be one that is being written. */
async function isLeft(beside: string): Promise<boolean> {
  const [left, facts] = await Promise.all([markOf(beside), stat(beside).catch(() => null)]);
  if (left === null || facts === null || left.holder !== null) return false;
  return left.text.endsWith('}') || Date.now() - facts.mtimeMs > STALE_CLAIM_MS;
}

/** The work takes a few milliseconds. */
const STALE_CLAIM_MS = 10_000;

/** The failure of a folder that another process has. */
export function inUse(url: string | null): RingbackError {
  const where = url === null ? 'another command of Ringback is at work there' : `Ringback is open already at ${url}`;
  return new RingbackError(
    'folder-in-use',
    `The data folder is in use: ${where}. Wait for it, close it, or give another folder in RINGBACK_DATA.`,
  );
}
