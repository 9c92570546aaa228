import { join } from 'node:path';
import { RingbackError } from '@ringback/core';
import { adapterOf, readIntake, type Source } from '@ringback/intake';
import type { Console, Register } from 'ringback';
import { publicOrigin } from '../../http/guard.ts';
import { dataFolder } from '../disk/data-folder.ts';

/** What is wrong with each source. */
async function faultsOf(sources: readonly Source[], origin: string | null, { env, now }: Console): Promise<[Source, string[]][]> {
  return await Promise.all(
    sources.map(async (source): Promise<[Source, string[]]> => [source, await adapterOf(source, { env, origin, now }).check()]),
  );
}

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
