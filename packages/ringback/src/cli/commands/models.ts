import { RingbackError } from '@ringback/core';
import { modelsFolder, pullModels, verifyModels } from '@ringback/speech/node';
import type { Register } from '../command.ts';
import { bar, type Console, progressLine, write } from '../console.ts';

/** Fetches what is missing of the models, with a bar on a terminal. Does nothing when they are there and sound. */
export async function pullWithProgress(console: Console): Promise<void> {
  const line = progressLine(console);
  try {
    await pullModels({
      modelsDir: modelsFolder(console.env),
      env: { ...console.env },
      signal: console.signal,
      onProgress: ({ model, receivedBytes, totalBytes }) => {
        line.update(`fetching ${model.title} ${bar(totalBytes > 0 ? receivedBytes / totalBytes : 0)}`);
      },
    });
  } finally {
    line.clear();
  }
}

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
      const checks = await verifyModels({ modelsDir: modelsFolder(console.env), signal: console.signal });
      for (const { model, file, state } of checks) await write(console.stdout, `${state.padEnd(8)} ${model.title}: ${file}\n`);
      const bad = checks.filter(({ state }) => state !== 'sound').length;
      if (bad > 0)
        throw new RingbackError('bad-model', `${bad} model file(s) are missing or damaged: run "ringback models pull" while online.`);
      finish(0);
    });
};
