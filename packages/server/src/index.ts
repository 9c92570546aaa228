export * from './data-folder.ts';
export * from './log-command/log-command.ts';
export * from './mcp/mcp-command.ts';
export * from './serve-command.ts';
export * from './start-server.ts';
