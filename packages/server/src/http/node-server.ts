import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { FailureCode } from '@ringback/core';
import { PROBLEM_TYPE, problemText } from './problem.ts';

/** Milliseconds in which a request must have come whole. House rule: the largest recording by a slow line. */
const REQUEST_MS = 3_600_000;
/** What Node refuses by itself. */
const REFUSED: Readonly<Record<string, [status: number, code: FailureCode, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'too-big', 'The headers of the request are larger than is taken: send fewer or shorter ones.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'too-slow', 'What was sent stopped coming: send it again.'],
};
const NO_REQUEST: [number, FailureCode, string] = [400, 'bad-request', 'What was sent is no HTTP request: send it as HTTP/1.1 says.'];

/** A server of Node that answers by `fetch`, and with problem documents where a request never gets so far. */
export function nodeServer(fetch: (request: Request) => Response | Promise<Response>, hostname: string): Server {
  const errorHandler = (error: unknown): Response =>
    error instanceof RequestError
      ? problemAnswer(...NO_REQUEST)
      : problemAnswer(500, 'internal', 'The server met a fault of its own: try again, and report it if it stays.');
  // Who is asked is looked at by the app, which also tells in a sentence that nobody was named.
  const server = createServer({ requireHostHeader: false }, getRequestListener(fetch, { hostname, errorHandler }));
  server.requestTimeout = REQUEST_MS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex & { bytesWritten?: number }) => {
    // Half an answer may be on its way already.
    if (error.code === 'ECONNRESET' || !socket.writable || (socket.bytesWritten ?? 0) > 0) socket.destroy();
    else endWithProblem(socket, ...(REFUSED[error.code ?? ''] ?? NO_REQUEST));
  });
  server.on('checkExpectation', (_request: IncomingMessage, answer: ServerResponse) => {
    answer.writeHead(417, { 'content-type': PROBLEM_TYPE });
    answer.end(problemText(417, 'bad-request', 'The server does what was asked without expectations: leave out the header "Expect".'));
  });
  return server;
}

const problemAnswer = (status: number, code: FailureCode, detail: string): Response =>
  new Response(problemText(status, code, detail), { status, headers: { 'content-type': PROBLEM_TYPE } });

/** Ends a connection on which there is no answer of Node's to write to, with a problem document. */
export function endWithProblem(socket: Duplex, status: number, code: FailureCode, detail: string): void {
  const text = problemText(status, code, detail);
  const headers = `content-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close`;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${headers}\r\n\r\n${text}`);
}
