import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { EnvHttpProxyAgent, fetch, type Response } from 'undici';
import { type NpmSettings, npmSettings } from './npm-settings.ts';

/** Times a download is tried again, unless npm is set otherwise; npm's own default. */
const RETRIES = 2;
/** Milliseconds before a download is tried again. */
const PAUSE_MS = 1_000;
const OUR_REQUEST = 400;
const THEIR_FAULT = 500;

/** An answer that is no tarball; `code` names it, such as "E404". */
export class RegistryRefusal extends Error {
  readonly code: string;

  constructor(status: number) {
    super('The registry refused.');
    this.code = `E${status}`;
  }
}

/** How the registry is asked. */
export interface RegistryOptions {
  /** Folder whose npm configuration counts; default the working folder. */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/** Asks the person's npm registry for the tarball of a package, through their proxy and with their certificates. */
export async function askForTarball(name: string, version: string, options: RegistryOptions): Promise<Response> {
  const { cwd = process.cwd(), env = process.env, signal } = options;
  const settings = await npmSettings(cwd, env);
  const registry = registryOf(name, settings);
  const url = new URL(`${name}/-/${name.slice(name.indexOf('/') + 1)}-${version}.tgz`, registry);
  const authorization = authorizationFor(registry, settings);
  const dispatcher = await dispatcherFor(settings, env);
  const ask = () =>
    fetch(url, { dispatcher, ...(signal && { signal }), ...(authorization !== undefined && { headers: { authorization } }) });
  for (let left = Number(settings.get('fetch-retries') ?? RETRIES); ; left--) {
    const answer = await ask().catch((error: unknown) => {
      if (signal?.aborted || left <= 0) throw error;
      return null;
    });
    if (answer !== null && answer.status < OUR_REQUEST) return answer;
    if (answer !== null && (answer.status < THEIR_FAULT || left <= 0)) throw new RegistryRefusal(answer.status);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** A scope may have a registry of its own. */
function registryOf(name: string, settings: NpmSettings): URL {
  const scope = name.startsWith('@') ? settings.get(`${name.slice(0, name.indexOf('/'))}:registry`) : undefined;
  const registry = scope ?? settings.get('registry') ?? '';
  return new URL(registry.endsWith('/') ? registry : `${registry}/`);
}

/** Who asks, as set for this registry or a folder above it: `//host/folder/:_authToken`. */
function authorizationFor(registry: URL, settings: NpmSettings): string | undefined {
  const folders = registry.pathname.split('/').slice(1, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const place = ['', '', registry.host, ...folders.slice(0, depth), ''].join('/');
    const of = (name: string) => settings.get(`${place}:${name}`);
    const [token, basic, name, password] = [of('_authToken'), of('_auth'), of('username'), of('_password')];
    if (token !== undefined) return `Bearer ${token}`;
    if (basic !== undefined) return `Basic ${basic}`;
    if (name === undefined || password === undefined) continue;
    return `Basic ${Buffer.from(`${name}:${Buffer.from(password, 'base64').toString()}`).toString('base64')}`;
  }
  return undefined;
}

/** Connections as npm makes them: proxy, certificates, and whether these are checked. */
async function dispatcherFor(settings: NpmSettings, env: NodeJS.ProcessEnv): Promise<EnvHttpProxyAgent> {
  const cafile = settings.get('cafile');
  const ca = cafile === undefined ? settings.get('ca')?.replaceAll('\\n', '\n') : await readFile(cafile, 'utf8').catch(() => undefined);
  const tls = { ...(ca !== undefined && { ca }), rejectUnauthorized: settings.get('strict-ssl') !== 'false' };
  const secure = settings.get('https-proxy') ?? settings.get('proxy') ?? env.HTTPS_PROXY ?? env.https_proxy;
  const plain = settings.get('proxy') ?? env.HTTP_PROXY ?? env.http_proxy;
  return new EnvHttpProxyAgent({
    httpsProxy: secure ?? plain ?? '',
    httpProxy: plain ?? '',
    noProxy: settings.get('noproxy') ?? env.NO_PROXY ?? env.no_proxy ?? '',
    connect: tls,
    requestTls: tls,
  });
}
