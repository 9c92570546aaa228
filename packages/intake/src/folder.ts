import { type Adapter, NEVER_SENDS, UNKNOWN_CALLER } from './adapter.ts';
import { filesIn, type LyingFile, readLying, troubleWith } from './lying-files.ts';

/** A folder that something writes recordings into. */
export interface FolderSource {
  folder: string;
  /** Milliseconds that a file must lie unchanged before it counts as complete. */
  quietMs: number;
}

/** What recordings are called; what they are is told by their bytes. */
const SOUND = /\.(?:wav|mp3|ogg|opus|oga|flac|m4a|mp4|3gp|amr|gsm|webm|au|aif|aiff|caf|wma)$/i;

/** Files that nobody has written to for a while; `isWanted` is asked by name. Their key is their name, with size and time, since names come again. */
export async function* quietFiles(
  { folder, quietMs }: FolderSource,
  isWanted: (name: string) => boolean,
  now: () => Date,
): AsyncGenerator<LyingFile & { key: string }> {
  for await (const file of filesIn(folder, isWanted)) {
    if (file.size === 0 || now().getTime() - file.modifiedMs < quietMs) continue;
    yield { ...file, key: `${file.relative} ${file.size} ${Math.round(file.modifiedMs)}` };
  }
}

/** Takes every recording that is put into a folder or below. When it was written is when it was left. */
export function watchedFolder(source: FolderSource, now: () => Date, isWanted = (name: string) => SOUND.test(name)): Adapter {
  return {
    ...NEVER_SENDS,
    async check() {
      const trouble = await troubleWith(source.folder);
      return trouble === null ? [] : [trouble];
    },
    async *lying() {
      for await (const { path, key, modifiedMs } of quietFiles(source, isWanted, now)) {
        yield { key, caller: UNKNOWN_CALLER, at: new Date(modifiedMs).toISOString(), bytes: () => readLying(path) };
      }
    },
  };
}
