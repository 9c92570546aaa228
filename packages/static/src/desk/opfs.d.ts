/** Of the File System standard; not in TypeScript's library yet. Of files in the page's own file system only. */
interface FileSystemFileHandle {
  /** Gives it another name in its folder, in the place of what was there. */
  move(name: string): Promise<void>;
}
