import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { RingbackError } from '@ringback/core';
import ipaddr from 'ipaddr.js';

/** How a foreign address is fetched. */
export interface SafeFetchOptions {
  /** Sent to the origin of the first address alone, never to where it redirects. */
  authorization?: string;
  /** Bytes of the answer at most. */
  mostBytes: number;
  /** Milliseconds for all of it, redirects included. */
  withinMs: number;
  /** Finds the addresses of a name; the system's by default. */
  resolve?: (name: string) => Promise<string[]>;
  /** Whether an address may be asked; {@link isOutside} by default. */
  mayAsk?: (address: string) => boolean;
  /** Whether plain HTTP is good enough; a test's server has no certificate. */
  allowPlain?: boolean;
}

/** Redirects that are followed. House rule. */
const MOST_REDIRECTS = 3;

/** Whether an address is one of the public Internet: not this machine, not its network, nor anything reserved or wrapped. */
export function isOutside(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

const failed = (message: string): RingbackError => new RingbackError('fetch-failed', message);
const resolveBySystem = async (name: string) => (await lookup(name, { all: true })).map(({ address }) => address);

/**
 * Fetches a foreign address and nothing of this network. The name is looked up once, the address that was checked is the one that is asked:
 * a name that answers differently a moment later leads nowhere else. The same for each redirect.
 * @throws RingbackError "inner-address", "too-large", "fetch-failed"; none names the address.
 */
export async function safeFetch(address: string, options: SafeFetchOptions): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(options.withinMs);
  const first = URL.canParse(address) ? new URL(address) : null;
  if (first === null) throw failed('What was to be fetched is no address.');
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const headers = url.origin === first.origin && options.authorization ? { authorization: options.authorization } : {};
    const response = await asked(url, headers, options, signal).catch((error: unknown) => {
      if (error instanceof RingbackError) throw error;
      throw failed(signal.aborted ? 'The recording did not come in time.' : 'The server of the recording does not answer.');
    });
    const { statusCode = 0 } = response;
    const { location } = response.headers;
    if (statusCode >= 300 && statusCode < 400 && location !== undefined && URL.canParse(location, url.href)) {
      response.destroy();
      url = new URL(location, url.href);
    } else if (statusCode === 200) {
      return await bodyOf(response, options.mostBytes);
    } else {
      response.destroy();
      throw failed(`The server of the recording answered ${statusCode}.`);
    }
  }
  throw failed('The server of the recording redirects without end.');
}

async function asked(url: URL, headers: Record<string, string>, options: SafeFetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { resolve = resolveBySystem, mayAsk = isOutside, allowPlain = false } = options;
  if (url.protocol !== 'https:' && !(allowPlain && url.protocol === 'http:')) throw failed('A recording is fetched by HTTPS alone.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolve(host);
  const [pinned] = addresses;
  if (pinned === undefined) throw failed('The server of the recording has no address.');
  if (!addresses.every(mayAsk)) {
    throw new RingbackError('inner-address', 'The address of a recording leads into a network that is not public; it was not asked.');
  }
  const family = isIP(pinned);
  const lookupPinned: LookupFunction = (_name, { all }, done) =>
    all ? done(null, [{ address: pinned, family }]) : done(null, pinned, family);
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return await new Promise((answer, reject) => {
    // A connection of its own: a kept one may lead elsewhere.
    const sent = request(
      url,
      { headers: { ...headers, 'accept-encoding': 'identity' }, lookup: lookupPinned, agent: false, signal },
      answer,
    );
    sent.on('error', reject);
    sent.end();
  });
}

async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  const tooLarge = () => {
    response.destroy();
    return new RingbackError('too-large', `A recording is over ${Math.round(mostBytes / 2 ** 20)} MB: no voicemail is.`);
  };
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > mostBytes) throw tooLarge();
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof RingbackError) throw error;
    throw failed('The recording did not come whole, or not in time.');
  }
  return new Uint8Array(Buffer.concat(parts));
}
