import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isLocalHost, isOwnOrigin } from '../http/guard.ts';
import { LOCAL_OWNER } from '../ports/owner.ts';
import { type Carrier, converse } from './conversation.ts';
import type { LiveDesk } from './live-desk.ts';

const PATH = '/api/v1/live';
/** Bytes of one frame: half a minute at 192 kHz. */
const LARGEST_FRAME = 12_000_000;

/** Takes live connections of our own page on an HTTP server. Returns what closes them. */
export function acceptLive(server: Server, desk: LiveDesk, log: (event: string) => void): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { host, origin } = request.headers;
    const path = request.url?.split('?')[0];
    if (path !== PATH || !isLocalHost(host) || !isOwnOrigin(origin, host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connection) => serve(connection, LOCAL_OWNER, desk, log));
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    for (const connection of sockets.clients) connection.terminate();
    sockets.close();
  };
}

function serve(connection: WebSocket, owner: string, desk: LiveDesk, log: (event: string) => void): void {
  const carrier: Carrier = {
    tell(answer) {
      if (connection.readyState === connection.OPEN) connection.send(JSON.stringify(answer));
    },
    refuse: (code) => connection.close(1008, code),
  };
  const conversation = converse(desk, owner, carrier, log);
  connection.on('message', (data, isBinary) => conversation.take(isBinary ? samplesIn(data) : String(data)));
  connection.on('close', () => conversation.lost());
}

/** A copy, since samples must begin at an even address. */
function samplesIn(data: RawData): Int16Array {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  const copy = new Uint8Array(bytes.length - (bytes.length % 2));
  copy.set(bytes.subarray(0, copy.length));
  return new Int16Array(copy.buffer);
}
