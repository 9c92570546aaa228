import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

/** The person's npm settings by name, such as "registry" or "//host/:_authToken". */
export type NpmSettings = ReadonlyMap<string, string>;

const ENVIRONMENT_PREFIX = /^npm_config_/i;

/**
 * Settings as npm finds them: the environment before the project's .npmrc before the person's before the machine's,
 * so that a mirror or a proxy that works for `npm install` works here. No host is named in this program.
 */
export async function npmSettings(cwd: string, env: NodeJS.ProcessEnv): Promise<NpmSettings> {
  const settings = fromEnvironment(env);
  const prefix = settings.get('prefix') ?? env.PREFIX ?? dirname(dirname(process.execPath));
  const files = [
    join(projectFolder(cwd), '.npmrc'),
    settings.get('userconfig') ?? (env.HOME === undefined ? null : join(env.HOME, '.npmrc')),
    settings.get('globalconfig') ?? join(prefix, 'etc', 'npmrc'),
  ];
  for (const file of files) {
    const text = file === null ? '' : await readFile(file, 'utf8').catch(() => '');
    for (const [name, value] of readNpmrc(text, env)) if (!settings.has(name)) settings.set(name, value);
  }
  if (!settings.has('registry')) settings.set('registry', await ownRegistryOfNpm());
  return settings;
}

/** `npm_config_https_proxy` is "https-proxy"; npm passes its own settings on in this way as well. */
function fromEnvironment(env: NodeJS.ProcessEnv): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    if (!ENVIRONMENT_PREFIX.test(name) || value === undefined || value === '') continue;
    const plain = name.replace(ENVIRONMENT_PREFIX, '');
    found.set(plain.startsWith('//') || plain.startsWith('@') ? plain : plain.toLowerCase().replace(/(?!^)_/g, '-'), value);
  }
  return found;
}

/** The lines of an .npmrc: `name = value`, with `${NAME}` from the environment; `;` and `#` begin a comment. */
export function readNpmrc(text: string, env: NodeJS.ProcessEnv): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?![;#])([^=]+?)\s*=\s*(.*?)\s*$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const value = match[2].replace(/^(["'])(.*)\1$/, '$2').replace(/\$\{([^}]+)\}/g, (whole, name: string) => env[name] ?? whole);
    if (value !== 'null') found.set(match[1], value);
  }
  return found;
}

/** The nearest folder that is a project to npm. */
function projectFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || existsSync(join(folder, 'node_modules'))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

/** What npm uses where nothing is configured: npm knows, and came with Node. */
async function ownRegistryOfNpm(): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry']);
  return stdout.trim();
}
