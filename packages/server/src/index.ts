export * from './adapters/disk/data-folder.ts';
export * from './cli/log/log-command.ts';
export * from './cli/serve-command.ts';
export * from './mcp/mcp-command.ts';
export * from './start-server.ts';
