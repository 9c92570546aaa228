import { type FailureCode, RingbackError } from '@ringback/core';
import { CallDesk, loadReader } from 'ringback';
import { problemOf } from '../../../http/problem.ts';
import { callFileRoutes } from '../../../routes/call-files.ts';
import { callRoutes } from '../../../routes/calls.ts';
import { databasePlace, dataFolder } from '../../disk/data-folder.ts';
import { inUse, takeFolder } from '../../disk/open-folder.ts';
import { callStore } from '../../postgres/calls.ts';
import { type DatabasePlace, openDatabase } from '../../postgres/database.ts';
import { scriptStore } from '../../postgres/scripts.ts';
import { takeStore } from '../../postgres/takes.ts';

/** The log by its HTTP interface, whether a server runs or not. */
export interface LogAccess {
  /** @param path Below `/api/v1`. Throws what a problem document says. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

type Fetch = (path: string, init?: RequestInit) => Response | Promise<Response>;

/** A document with a sentence for the person, RFC 9457. */
interface Problem {
  status: number;
  detail: string;
  code: FailureCode;
}

const OUR_FAULT = 500;

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  const { status, detail, code } = (await response.json()) as Problem;
  throw new RingbackError(code, detail, { kind: status >= OUR_FAULT ? 'internal' : 'input' });
}

/** The log behind an interface. */
export const accessBy = (fetch: Fetch, close: () => Promise<void> = async () => {}): LogAccess => ({
  ask: async (path, init) => await checked(await fetch(path, init)),
  close,
});

/** A desk on the database of a data folder that nobody else has. */
async function openDesk(place: DatabasePlace, now: () => Date): Promise<{ desk: CallDesk; close(): Promise<void> }> {
  const { db, close } = await openDatabase(place);
  return {
    desk: new CallDesk({ calls: callStore(db), takes: takeStore(db, now), scripts: scriptStore(db, now), reader: loadReader, now }),
    close,
  };
}

/**
 * Opens the log of the data folder that the environment names: through the page's server where one has it, else by the very same interface in this process.
 * @throws RingbackError "folder-in-use" while another command is at work there.
 */
export async function openLog(env: Readonly<Record<string, string | undefined>>, now: () => Date): Promise<LogAccess> {
  const dataDir = dataFolder(env);
  const folder = await takeFolder(dataDir);
  if ('heldBy' in folder) {
    const { url } = folder.heldBy;
    if (url === null) throw inUse(null);
    return accessBy((path, init) => fetch(`${url}/api/v1${path}`, init));
  }
  try {
    const { desk, close } = await openDesk(databasePlace(dataDir, env.DATABASE_URL), now);
    const app = callFileRoutes(() => desk).route(
      '/',
      callRoutes(() => desk),
    );
    app.onError(problemOf);
    return accessBy(
      (path, init) => app.request(path, init),
      async () => {
        await close();
        await folder.release();
      },
    );
  } catch (error) {
    await folder.release();
    throw error;
  }
}
