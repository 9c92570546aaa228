import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Entry } from '../http/entry.ts';
import type { Doors } from '../http/guard.ts';
import { endWithProblem } from '../http/node-server.ts';
import { failureIn } from '../ports/failure-in.ts';
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
  sockets.on('wsClientError', (_error, socket) =>
    endWithProblem(socket, 400, 'bad-request', 'What was sent begins no WebSocket: see RFC 6455.'),
  );
  const onUpgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const { host, origin, authorization, cookie } = request.headers;
    // Whoever goes away meanwhile breaks nothing.
    socket.on('error', () => socket.destroy());
    if (request.url?.split('?')[0] !== PATH) return endWithProblem(socket, 403, 'no-such-page', `Live connections are at ${PATH} alone.`);
    if (!doors.isHost(host)) return endWithProblem(socket, 403, 'bad-host', 'This server answers only under its own address.');
    if (!doors.isOrigin(origin, host))
      return endWithProblem(socket, 403, 'bad-origin', 'Another page asked for this; only the page of this server may.');
    const visitor = await entry.enter({ authorization, cookie, address: request.socket.remoteAddress ?? '' });
    if ('refused' in visitor) {
      const [status, detail] =
        visitor.refused === 'no-token'
          ? [401, 'This server wants a token that is good: send "Authorization: Bearer ...".']
          : [429, `This is asked too often: wait ${visitor.waitSec} s.`];
      endWithProblem(socket, status as number, visitor.refused, detail as string);
    } else sockets.handleUpgrade(request, socket, head, (connection) => serve(connection, visitor.person.id, desk, log));
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    onUpgrade(request, socket, head).catch((error: unknown) => {
      const failure = failureIn(error);
      log('a live connection could not be let in', { code: failure?.code ?? 'internal' });
      if (failure?.code === 'no-database') endWithProblem(socket, 503, failure.code, failure.message);
      else socket.destroy();
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
  // A frame that breaks the protocol or is too large: the connection is closed by then.
  connection.on('error', () => log('a live connection broke its protocol'));
  connection.on('close', () => conversation.lost());
}

/** A copy, since samples must begin at an even address. */
function samplesIn(data: RawData): Int16Array {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  const copy = new Uint8Array(bytes.length - (bytes.length % 2));
  copy.set(bytes.subarray(0, copy.length));
  return new Int16Array(copy.buffer);
}
