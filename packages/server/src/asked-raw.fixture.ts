import { request } from 'node:http';
import { connect } from 'node:net';
import type { MadeRequest } from './made-requests.fixture.ts';

/** What came back. */
export interface RawAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** Milliseconds after which an answer counts as none; nothing that is asked takes seconds. */
const PATIENCE_MS = 20_000;

/** Sends a request as it is; null where the connection ended without an answer. Rejects where none comes. */
export function askRaw(url: string, { method, path, headers, body }: MadeRequest): Promise<RawAnswer | null> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: Object.fromEntries(headers), agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', () => resolve(null));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString('utf8') }),
      );
    });
    sent.setTimeout(PATIENCE_MS, () => {
      sent.destroy();
      reject(new Error(`no answer to ${method} ${path}`));
    });
    sent.on('error', () => resolve(null));
    sent.end(body === null ? undefined : Buffer.from(body, 'latin1'));
  });
}

/** Sends bytes to a port and no more; resolves with all that came back until the connection ended. */
export function sendBytes(url: string, bytes: Uint8Array): Promise<string> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    let came = '';
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.setEncoding('utf8').on('data', (text: string) => {
      came += text;
    });
    socket.setTimeout(PATIENCE_MS, () => {
      socket.destroy();
      reject(new Error('neither an answer nor an end'));
    });
    socket.on('error', () => resolve(came));
    socket.on('close', () => resolve(came));
  });
}
