import { dirname } from 'node:path';
import process from 'node:process';

/**
 * Options for `pacote` from the person's own npm configuration: registry, proxy, certificates, cache.
 * Read the way npm reads it, so a mirror that works for `npm install` works here; no host is named in this program.
 */
export async function registryOptions(cwd: string, env: NodeJS.ProcessEnv): Promise<Record<string, unknown>> {
  const [{ default: Config }, { default: settings }] = await Promise.all([
    import('@npmcli/config'),
    import('@npmcli/config/lib/definitions/index.js'),
  ]);
  const config = new Config({
    ...settings,
    // npm's reader writes what it found into the environment it is given.
    env: { ...env },
    // Another program's arguments are none of npm's business.
    argv: [process.execPath, 'npm'],
    execPath: process.execPath,
    npmPath: dirname(process.execPath),
    cwd,
    warn: false,
  });
  await config.load();
  return config.flat;
}
