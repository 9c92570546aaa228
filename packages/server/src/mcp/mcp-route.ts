import { randomUUID } from 'node:crypto';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { Hono } from 'hono';
import { problem } from '../http/problem.ts';
import type { McpDesk } from './mcp-desk.ts';
import { createMcpServer } from './mcp-server.ts';

/** Clients at once; the one that has been there longest goes. House rule: one person's programs. */
const MOST_SESSIONS = 32;

/** `/mcp`: the Model Context Protocol over streamable HTTP, a server of its own for each client. */
export function mcpRoute(desk: McpDesk): Hono {
  const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>();
  const begin = async () => {
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: async (id) => {
        sessions.set(id, transport);
        const [oldest] = sessions.keys();
        if (sessions.size > MOST_SESSIONS && oldest !== undefined) await sessions.get(oldest)?.close();
      },
    });
    transport.onclose = () => {
      if (transport.sessionId !== undefined) sessions.delete(transport.sessionId);
    };
    // The class's optional handlers are typed without `undefined`, which the interface allows.
    await createMcpServer(desk).connect(transport as Parameters<ReturnType<typeof createMcpServer>['connect']>[0]);
    return transport;
  };
  return new Hono().all('/mcp', async (context) => {
    const id = context.req.header('mcp-session-id');
    const there = id === undefined ? undefined : sessions.get(id);
    if (id !== undefined && there === undefined)
      return problem(context, 404, 'no-such-session', 'That session has ended: begin a new one.');
    return await (there ?? (await begin())).handleRequest(context.req.raw);
  });
}
