import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { getRequestListener } from '@hono/node-server';
import { RingbackError } from '@ringback/core';
import type { PhoneDoor, PhoneDoorState } from '../../ports/phone.ts';
import { ownCertificate } from './certificate.ts';
import { phoneApp } from './phone-app.ts';

/** What the door needs. */
export interface PhoneDoorOptions {
  /** Folder of the built page. */
  pageDir: string;
  /** Keeps a take that the phone sent; answers its id. */
  keep: (bytes: Uint8Array, scriptId: string | null) => Promise<string>;
  now: () => Date;
  /** Where a phone can reach this machine; null where it is on no network. Default {@link ownAddress}. */
  address?: () => string | null;
  /** Milliseconds after which it shuts by itself. Default {@link OPEN_MS}. */
  openMs?: number;
}

/** House rule: nobody rehearses longer in one go, and a door that was forgotten is shut. */
export const OPEN_MS = 3_600_000;

const COOKIE = '__Host-ringback-phone';
const SECRET_BYTES = 32;
const DAY_MS = 86_400_000;

/** This machine's address on the network that it shares with a phone: the first that is not its own loopback. */
export function ownAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return all.find(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))?.address ?? null;
}

interface Opened {
  server: Server;
  shown: Extract<PhoneDoorState, { open: true }>;
  timer: NodeJS.Timeout;
}

/** A door on HTTPS with a certificate of its own. Who has no token is answered nothing at all. */
export function phoneDoor({ pageDir, keep, now, address = ownAddress, openMs = OPEN_MS }: PhoneDoorOptions): PhoneDoor {
  let opened: Opened | null = null;

  const close = async (): Promise<void> => {
    const was = opened;
    opened = null;
    if (was === null) return;
    clearTimeout(was.timer);
    const closed = new Promise((resolve) => was.server.close(resolve));
    was.server.closeAllConnections();
    await closed;
  };

  const open = async (scriptId: string | null): Promise<PhoneDoorState> => {
    await close();
    const host = address();
    if (host === null) {
      throw new RingbackError('no-network', 'This machine is on no network that a phone could share: join one, then switch it on again.');
    }
    const { cert, key, fingerprint } = ownCertificate([host], { from: now(), until: new Date(now().getTime() + DAY_MS) });
    const token = secret();
    const server = createServer({ cert, key });
    const port = await listen(server, host);
    const origin = `https://${host}:${port}`;
    const shown = { open: true as const, url: `${origin}/${token}`, fingerprint, scriptId, paired: false, takeIds: [] as string[] };
    const app = phoneApp(pageDir, async (bytes) => void shown.takeIds.push(await keep(bytes, scriptId)));
    server.on('request', lockedListener({ origin, token, onPaired: () => (shown.paired = true), serve: getRequestListener(app.fetch) }));
    const timer = setTimeout(() => void close(), openMs);
    timer.unref();
    opened = { server, shown, timer };
    return shown;
  };

  return { open, close, state: () => opened?.shown ?? { open: false } };
}

interface Lock {
  origin: string;
  token: string;
  onPaired: () => void;
  serve: (request: IncomingMessage, response: ServerResponse) => unknown;
}

/** Lets in who shows the token, once, and from then on who has the cookie that it was exchanged for; hangs up on all others. */
function lockedListener({ origin, token, onPaired, serve }: Lock) {
  const session = secret();
  let isSpent = false;
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url = '', headers } = request;
    const isOwnHost = origin === `https://${headers.host}`;
    const isOwnPage = method === 'GET' || headers.origin === origin;
    if (isOwnHost && isOwnPage && same(cookieOf(headers.cookie), session)) {
      serve(request, response);
    } else if (isOwnHost && method === 'GET' && !isSpent && same(url.slice(1), token)) {
      isSpent = true;
      onPaired();
      response.writeHead(303, { location: '/', 'set-cookie': `${COOKIE}=${session}; Path=/; Secure; HttpOnly; SameSite=Strict` }).end();
    } else {
      request.socket.destroy();
    }
  };
}

const secret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

const cookieOf = (cookies = ''): string =>
  cookies
    .split('; ')
    .find((one) => one.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1) ?? '';

/** Takes as long for a near miss as for any other. */
function same(told: string, known: string): boolean {
  const [a, b] = [Buffer.from(told), Buffer.from(known)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port: 0 }, () => resolve((server.address() as AddressInfo).port));
  });
}
