import { join } from 'node:path';
import { fakeHearing } from './ports/hearing.fake.ts';
import { type RunningServer, type ServerOptions, startServer } from './start-server.ts';

/** A server that keeps everything in a folder of the test and hears the same words in every sound. */
export async function startTestServer(folder: string, options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const hearing = await fakeHearing();
  return startServer({
    port: 0,
    dataDir: join(folder, 'data'),
    modelsDir: join(folder, 'models'),
    pageDir: join(folder, 'page'),
    samplesDir: folder,
    now: () => new Date(),
    log: () => {},
    openHearing: () => hearing,
    modelHere: async () => true,
    ...options,
  });
}
