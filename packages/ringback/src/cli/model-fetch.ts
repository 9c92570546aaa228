import { bar, type Console, progressLine } from './console.ts';

/** Fetches what is missing of the models, with a bar on a terminal. Does nothing when they are there and sound. */
export async function pullWithProgress(console: Console): Promise<void> {
  const { modelsFolder, pullModels } = await import('@ringback/speech/node');
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
