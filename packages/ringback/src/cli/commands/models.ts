import { RingbackError } from '@ringback/core';
import type { Register } from '../command.ts';
import { write } from '../console.ts';
import { pullWithProgress } from '../model-fetch.ts';

/** `ringback models pull|verify`: the speech models, pinned by hash. */
export const registerModels: Register = (program, console, finish) => {
  const models = program.command('models').description('fetches or verifies the speech models');
  models
    .command('pull')
    .description('fetches what is missing, once; the only time the network is used')
    .action(async () => {
      await pullWithProgress(console);
      await write(console.stderr, 'The speech models are here and as pinned.\n');
      finish(0);
    });
  models
    .command('verify')
    .description('checks every model file against its hash')
    .action(async () => {
      const { modelsFolder, verifyModels } = await import('@ringback/speech/node');
      const checks = await verifyModels({ modelsDir: modelsFolder(console.env), signal: console.signal });
      for (const { model, file, state } of checks) await write(console.stdout, `${state.padEnd(8)} ${model.title}: ${file}\n`);
      const bad = checks.filter(({ state }) => state !== 'sound').length;
      if (bad > 0)
        throw new RingbackError('bad-model', `${bad} model file(s) are missing or damaged: run "ringback models pull" while online.`);
      finish(0);
    });
};
