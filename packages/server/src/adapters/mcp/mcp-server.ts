import { McpServer } from '@modelcontextprotocol/server';
import { registerLogTools } from './log-tools.ts';
import type { McpDesk } from './mcp-desk.ts';
import { registerMessageTools } from './message-tools.ts';
import { registerPrompts, registerResources } from './resources.ts';

const INSTRUCTIONS =
  'Ringback helps a person leave a voicemail that gets returned. It judges what a message reads like and promises no callbacks; only the log of the person’s own calls gives a rate. Never invent a tie between caller and called.';

/** A server of the Model Context Protocol for one client, with all tools, resources and prompts. */
export function createMcpServer(desk: McpDesk): McpServer {
  const server = new McpServer({ name: 'ringback', title: 'Ringback', version: '0.1.0' }, { instructions: INSTRUCTIONS });
  registerMessageTools(server, desk);
  registerLogTools(server, desk);
  registerResources(server, desk);
  registerPrompts(server);
  return server;
}
