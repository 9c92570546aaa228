import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { modelsFolder } from '@ringback/speech/node';
import { loadReader, type Register } from 'ringback';
import { openLog } from '../cli/log/log-access.ts';
import { hearingProcess } from '../process/hearing-process.ts';
import { AnsweringTransport } from './answering-transport.ts';
import type { McpDesk } from './mcp-desk.ts';
import { createMcpServer } from './mcp-server.ts';
import { recordingReviewer } from './recordings.ts';
import { ReviewShelf } from './review-shelf.ts';

/** Adds `ringback mcp`: the protocol on standard input and output. `ringback serve` has the same at /mcp. */
export const registerMcp: Register = (program, console, finish) => {
  program
    .command('mcp')
    .description('offers Ringback to assistants by the Model Context Protocol on standard input and output; "serve" has it at /mcp')
    .action(async () => {
      let reader: ReturnType<typeof loadReader> | undefined;
      const hearing = hearingProcess(modelsFolder(console.env));
      const desk: McpDesk = {
        reader: () => {
          reader ??= loadReader();
          return reader;
        },
        recordings: recordingReviewer(hearing),
        shelf: new ReviewShelf(),
        withLog: async (work) => {
          const log = await openLog(console.env, console.now);
          return await work(log).finally(() => log.close());
        },
        now: console.now,
      };
      const transport = new AnsweringTransport(console.stdin, console.stdout);
      const server = serveStdio(() => createMcpServer(desk), { transport });
      const stopped = new Promise<void>((resolve) => {
        console.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      await Promise.race([transport.closed, stopped]);
      await server.close();
      await hearing.close();
      finish(0);
    });
};
