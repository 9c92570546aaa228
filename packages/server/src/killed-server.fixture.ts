import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const built = (file: string): string => JSON.stringify(new URL(`../dist/${file}.js`, import.meta.url).href);

/** A server with a fake ear, in a process that can be killed: tells its address on standard output, what it does on standard error. */
const PROGRAM = `
  const { startServer } = await import(${built('start-server')});
  const { fakeHearing } = await import(${built('ports/hearing.fake')});
  const [folder] = process.argv.slice(2);
  const hearing = await fakeHearing();
  try {
    const server = await startServer({
      port: 0, dataDir: folder + '/data', modelsDir: folder, pageDir: folder, samplesDir: folder, graceMs: 100,
      now: () => new Date(), log: (event) => process.stderr.write(event + '\\n'),
      openHearing: () => hearing, modelHere: async () => true,
    });
    process.stdout.write(server.url);
    process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
  } catch (error) {
    process.stderr.write(error.message + '\\n');
    process.exit(2);
  }`;

/** A server in a process of its own. */
export interface KillableServer {
  /** Its address; rejects where it ends before it has one. */
  url: Promise<string>;
  /** What it said on standard error so far. */
  said(): string;
  /** Ends it and resolves with its exit code, null where it was killed. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  ended: Promise<number | null>;
}

/** Starts servers on the data below one folder. */
export async function killableServers(folder: string): Promise<() => KillableServer> {
  const program = join(folder, 'server.mjs');
  await writeFile(program, PROGRAM);
  return () => {
    const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const ended = once(child, 'close').then(([code]) => code as number | null);
    const end = (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
      child.kill(signal);
      return ended;
    };
    return { url: addressOf(child, ended), said: () => said, end, ended };
  };
}

function addressOf(child: ChildProcess, ended: Promise<unknown>): Promise<string> {
  const address = new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text: Buffer) => resolve(String(text)));
    void ended.then(() => reject(new Error('The server ended before it had an address.')));
  });
  // Whoever kills it in its start does not wait for the address.
  address.catch(() => undefined);
  return address;
}
