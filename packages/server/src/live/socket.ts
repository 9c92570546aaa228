import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Entry } from '../http/entry.ts';
import type { Doors } from '../http/guard.ts';
import type { Log } from '../ports/log.ts';
import { type Carrier, converse } from './conversation.ts';
import type { LiveDesk } from './live-desk.ts';

const PATH = '/api/v1/live';
/** Bytes of one frame: half a minute at 192 kHz. */
const LARGEST_FRAME = 12_000_000;

/** Takes live connections of our own page, of people who may come in, on an HTTP server. Returns what closes them. */
export function acceptLive(
  server: Server,
  { desk, doors, entry, log }: { desk: LiveDesk; doors: Doors; entry: Entry; log: Log },
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  const refuse = (socket: Duplex, status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
  const onUpgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const { host, origin, authorization, cookie } = request.headers;
    const path = request.url?.split('?')[0];
    if (path !== PATH || !doors.isHost(host) || !doors.isOrigin(origin, host)) {
      refuse(socket, '403 Forbidden');
      return;
    }
    // Whoever goes away meanwhile breaks nothing.
    socket.on('error', () => socket.destroy());
    const visitor = await entry.enter({ authorization, cookie, address: request.socket.remoteAddress ?? '' });
    if ('refused' in visitor) refuse(socket, visitor.refused === 'no-token' ? '401 Unauthorized' : '429 Too Many Requests');
    else sockets.handleUpgrade(request, socket, head, (connection) => serve(connection, visitor.person.id, desk, log));
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    onUpgrade(request, socket, head).catch(() => {
      log('a live connection could not be let in');
      socket.destroy();
    });
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    for (const connection of sockets.clients) connection.terminate();
    sockets.close();
  };
}

function serve(connection: WebSocket, owner: string, desk: LiveDesk, log: Log): void {
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
