export * from './decode.ts';
export * from './flite.ts';
export * from './models/cache-folder.ts';
export * from './models/models.ts';
export * from './models/options.ts';
export * from './moonshine.ts';
export * from './phone-lines.ts';
export * from './silero.ts';
