import { createMcpHandler } from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import type { McpDesk } from './mcp-desk.ts';
import { createMcpServer } from './mcp-server.ts';

/** `/mcp`: the Model Context Protocol over streamable HTTP, without sessions: what outlives a request is on the desk. */
export function mcpRoute(desk: McpDesk): Hono {
  const handler = createMcpHandler(() => createMcpServer(desk));
  return new Hono().all('/mcp', (context) => handler.fetch(context.req.raw));
}
