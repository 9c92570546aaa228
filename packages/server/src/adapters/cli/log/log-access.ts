import { CallDesk, loadReader } from 'ringback';
import { callFileRoutes } from '../../../routes/call-files.ts';
import { callRoutes } from '../../../routes/calls.ts';
import { callStore } from '../../postgres/calls.ts';
import { scriptStore } from '../../postgres/scripts.ts';
import { takeStore } from '../../postgres/takes.ts';
import { type Access, openAccess } from '../access.ts';

/** The log by its HTTP interface, whether a server runs or not. */
export function openLog(env: Readonly<Record<string, string | undefined>>, now: () => Date): Promise<Access> {
  return openAccess(env, async ({ db }) => {
    const desk = new CallDesk({ calls: callStore(db), takes: takeStore(db, now), scripts: scriptStore(db, now), reader: loadReader, now });
    const app = callFileRoutes(() => desk).route(
      '/',
      callRoutes(() => desk),
    );
    return { app };
  });
}
