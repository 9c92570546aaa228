export * from './data-folder.ts';
export * from './serve-command.ts';
export * from './start-server.ts';
