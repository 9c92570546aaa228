// The part of pacote and npm's configuration reader that the model cache uses; neither package ships types.
declare module 'pacote' {
  import type { Readable } from 'node:stream';
  export type Options = Record<string, unknown>;
  const pacote: {
    tarball: { stream<T>(spec: string, handler: (stream: Readable) => Promise<T>, options?: Options): Promise<T> };
  };
  export default pacote;
}

declare module '@npmcli/config' {
  export default class Config {
    constructor(options: Record<string, unknown>);
    load(): Promise<void>;
    readonly flat: Record<string, unknown>;
  }
}

declare module '@npmcli/config/lib/definitions/index.js' {
  const settings: { definitions: unknown; shorthands: unknown; flatten: unknown; nerfDarts: unknown };
  export default settings;
}
