import { type FailureCode, RingbackError } from '@ringback/core';
import type { Hono } from 'hono';
import { problemOf } from '../../http/problem.ts';
import type { Asked } from '../../routes/documented.ts';
import { databasePlace, dataFolder } from '../disk/data-folder.ts';
import { inUse, takeFolder } from '../disk/open-folder.ts';
import { type OpenDatabase, openDatabase } from '../postgres/database.ts';

/** A part of the HTTP interface, whether a server runs or not. */
export interface Access {
  /** @param path Below `/api/v1`. Throws what a problem document says. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** What answers where no server runs, and what ends with it. */
export interface OwnApp {
  app: Hono<Asked>;
  close?: () => Promise<void>;
}

type Fetch = (path: string, init?: RequestInit) => Response | Promise<Response>;
type Env = Readonly<Record<string, string | undefined>>;

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

/** What is behind an interface. */
export const accessBy = (fetch: Fetch, close: () => Promise<void> = async () => {}): Access => ({
  ask: async (path, init) => await checked(await fetch(path, init)),
  close,
});

/** Asks a server that runs, with the token of the environment where there is one. */
function remote(url: string, { RINGBACK_TOKEN }: Env): Fetch {
  return (path, init) => {
    const headers = new Headers(init?.headers);
    if (RINGBACK_TOKEN) headers.set('authorization', `Bearer ${RINGBACK_TOKEN}`);
    return fetch(`${url}/api/v1${path}`, { ...init, headers });
  };
}

/**
 * Opens the data folder that the environment names: through the server that has it, else by the very same interface in this process.
 * @param appOf The routes that the caller asks, on a database.
 * @throws RingbackError "folder-in-use" while another command is at work there.
 */
export async function openAccess(env: Env, appOf: (database: OpenDatabase) => Promise<OwnApp>): Promise<Access> {
  const dataDir = dataFolder(env);
  const folder = await takeFolder(dataDir);
  if ('heldBy' in folder) {
    const { url } = folder.heldBy;
    if (url === null) throw inUse(null);
    return accessBy(remote(url, env));
  }
  try {
    const database = await openDatabase(databasePlace(dataDir, env.DATABASE_URL));
    const { app, close } = await appOf(database);
    app.onError(problemOf);
    return accessBy(
      (path, init) => app.request(path, init),
      async () => {
        await close?.();
        await database.close();
        await folder.release();
      },
    );
  } catch (error) {
    await folder.release();
    throw error;
  }
}
