export * from './adapters/cli/jobs-command.ts';
export * from './adapters/cli/log/log-command.ts';
export * from './adapters/cli/serve-command.ts';
export * from './adapters/cli/worker-command.ts';
export * from './adapters/disk/data-folder.ts';
export * from './adapters/mcp/mcp-command.ts';
export * from './start-server.ts';
export * from './start-worker.ts';
