import { join } from 'node:path';
import { RingbackError } from '@ringback/core';
import { adapterOf, readIntake, type Source } from '@ringback/intake';
import type { Console, Register } from 'ringback';
import { publicOrigin } from '../../http/guard.ts';
import { dataFolder } from '../disk/data-folder.ts';
import { openTokens } from './tokens-command.ts';

/** The names of the team's people where a source is for one of them; null where none is, and for a person alone, whose the takes are anyway. */
async function namesFor(sources: readonly Source[], origin: string | null, console: Console): Promise<Set<string> | null> {
  if (sources.every((source) => source.for === undefined)) return null;
  const access = await openTokens(console);
  try {
    const people = (await (await access.ask('/people')).json()) as { name: string }[];
    return people.length === 0 && origin === null ? null : new Set(people.map(({ name }) => name));
  } finally {
    await access.close();
  }
}

/** What is wrong with each source. */
async function faultsOf(sources: readonly Source[], origin: string | null, console: Console): Promise<[Source, string[]][]> {
  const { env, now } = console;
  const names = await namesFor(sources, origin, console);
  return await Promise.all(
    sources.map(async (source): Promise<[Source, string[]]> => {
      const faults = await adapterOf(source, { env, origin, now }).check();
      const isNobody = names !== null && source.for !== undefined && !names.has(source.for);
      return [source, isNobody ? [...faults, NOBODY] : faults];
    }),
  );
}

const NOBODY = '"for" names nobody of the team: "ringback tokens list" tells the names, "ringback tokens add NAME" adds one.';

/** Adds `ringback intake`: what telephone systems, mailboxes and folders hand over. */
export const registerIntake: Register = (program, console, finish) => {
  program
    .command('intake')
    .description('what telephone systems, mailboxes and folders hand over to the server (docs/team.md)')
    .command('check [configuration]')
    .description('tries a configuration, intake.json of the data folder by default, and says what is wrong with it')
    .option('--origin <url>', 'address under which others reach the server')
    .action(async (file: string | undefined, { origin }: { origin?: string }) => {
      const sources = await readIntake(file ?? join(dataFolder(console.env), 'intake.json'));
      if (sources === null) throw new RingbackError('no-such-file', 'There is no such configuration: docs/team.md shows one that works.');
      const found = await faultsOf(sources, origin === undefined ? null : publicOrigin(origin).origin, console);
      for (const [{ name, kind }, faults] of found) {
        console.stdout.write(
          faults.length === 0 ? `${name} (${kind}): good\n` : faults.map((fault) => `${name} (${kind}): ${fault}\n`).join(''),
        );
      }
      const bad = found.filter(([, faults]) => faults.length > 0).length;
      if (bad > 0) throw new RingbackError('bad-intake', `${bad} of ${found.length} sources cannot be taken from: see above.`);
      finish(0);
    });
};
