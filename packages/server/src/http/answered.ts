import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** How a server takes leave. */
export interface Leave {
  /** Lets nobody new in; resolves when what was asked is answered, or after `graceMs`. Events that are sent for as long as someone listens are cut off. */
  take(graceMs: number): Promise<void>;
}

const isEndless = (answer: ServerResponse): boolean => String(answer.getHeader('content-type')).startsWith('text/event-stream');

/** Watches what a server is asked, so that it can end when it has answered. */
export function leaveOf(server: Server): Leave {
  const open = new Set<ServerResponse>();
  let answered = (): void => {};
  server.on('request', (_request: IncomingMessage, answer: ServerResponse) => {
    open.add(answer);
    answer.once('close', () => {
      open.delete(answer);
      answered();
    });
  });
  return {
    async take(graceMs) {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        answered = () => {
          if ([...open].some((answer) => !isEndless(answer))) return;
          clearTimeout(timer);
          resolve();
        };
        answered();
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
