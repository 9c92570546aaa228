/** Error numbers of WASI preview 1. */
const ERRNO = { success: 0, badf: 8, inval: 28, noent: 44 } as const;
const FILE_TYPE = { characterDevice: 2, directory: 3, regularFile: 4 } as const;
const WHENCE = { set: 0, current: 1, end: 2 } as const;
/** Standard streams take 0 to 2; the one folder comes next, files after it. */
const FOLDER_FD = 3;
const STDOUT_FD = 1;
/** `oflags` of `path_open`: create, truncate. */
const CREATE = 1;
const TRUNCATE = 8;
const FIRST_BYTES = 65_536;

/** Thrown to leave the program: WebAssembly has no other way out. */
export class ProgramExit extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`the program ended with ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/** A file that grows as it is written. */
class MemoryFile {
  #bytes: Uint8Array;
  #length: number;

  constructor(content: Uint8Array = new Uint8Array()) {
    this.#bytes = content;
    this.#length = content.length;
  }

  get content(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  write(at: number, data: Uint8Array): void {
    const end = at + data.length;
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(end, this.#bytes.length * 2, FIRST_BYTES));
      grown.set(this.content);
      this.#bytes = grown;
    }
    this.#bytes.set(data, at);
    this.#length = Math.max(this.#length, end);
  }

  truncate(): void {
    this.#length = 0;
  }
}

interface OpenFile {
  file: MemoryFile;
  position: number;
}

/**
 * The little of an operating system that Flite asks for: arguments, one folder in memory, a standard output that is kept. The same in Node
 * and in a browser; nothing of it touches a disk.
 */
export class FliteSystem {
  readonly files = new Map<string, MemoryFile>();
  readonly #args: Uint8Array[];
  readonly #open = new Map<number, OpenFile>();
  readonly #stdout = new MemoryFile();
  #nextFd = FOLDER_FD + 1;
  #memory: WebAssembly.Memory | undefined;

  constructor(args: readonly string[], inputs: Readonly<Record<string, string>>) {
    const encoder = new TextEncoder();
    this.#args = args.map((arg) => encoder.encode(`${arg}\0`));
    for (const [name, text] of Object.entries(inputs)) this.files.set(name, new MemoryFile(encoder.encode(text)));
  }

  /** What the program printed. */
  get printed(): string {
    return new TextDecoder().decode(this.#stdout.content);
  }

  /** The memory of the instance, known only once it exists. */
  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  get #view(): DataView {
    if (!this.#memory) throw new Error('the program has no memory yet');
    return new DataView(this.#memory.buffer);
  }

  #bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#view.buffer, at, length);
  }

  /** The functions that the module imports. */
  imports(): WebAssembly.ModuleImports {
    return {
      args_sizes_get: (count: number, size: number) => this.#argSizes(count, size),
      args_get: (pointers: number, buffer: number) => this.#argsGet(pointers, buffer),
      // Time never passes: the same text gives the same sound.
      clock_time_get: (_id: number, _precision: bigint, at: number) => this.#set64(at, 0n),
      fd_close: (fd: number) => (this.#open.delete(fd) || fd <= FOLDER_FD ? ERRNO.success : ERRNO.badf),
      fd_fdstat_get: (fd: number, at: number) => this.#describe(fd, at),
      fd_fdstat_set_flags: () => ERRNO.success,
      fd_prestat_get: (fd: number, at: number) => this.#folder(fd, at),
      fd_prestat_dir_name: (fd: number, at: number, length: number) => this.#folderName(fd, at, length),
      fd_read: (fd: number, vectors: number, count: number, done: number) => this.#read(fd, vectors, count, done),
      fd_write: (fd: number, vectors: number, count: number, done: number) => this.#write(fd, vectors, count, done),
      fd_seek: (fd: number, offset: bigint, whence: number, at: number) => this.#seek(fd, Number(offset), whence, at),
      path_open: (_fd: number, _flags: number, path: number, length: number, how: number, _b: bigint, _i: bigint, _f: number, at: number) =>
        this.#openPath(path, length, how, at),
      proc_exit: (code: number) => {
        throw new ProgramExit(code);
      },
    };
  }

  #set32(at: number, value: number): number {
    this.#view.setUint32(at, value, true);
    return ERRNO.success;
  }

  #set64(at: number, value: bigint): number {
    this.#view.setBigUint64(at, value, true);
    return ERRNO.success;
  }

  #argSizes(count: number, size: number): number {
    this.#set32(count, this.#args.length);
    return this.#set32(
      size,
      this.#args.reduce((sum, arg) => sum + arg.length, 0),
    );
  }

  #argsGet(pointers: number, buffer: number): number {
    let at = buffer;
    for (const [index, arg] of this.#args.entries()) {
      this.#set32(pointers + 4 * index, at);
      this.#bytes(at, arg.length).set(arg);
      at += arg.length;
    }
    return ERRNO.success;
  }

  #describe(fd: number, at: number): number {
    if (fd > FOLDER_FD && !this.#open.has(fd)) return ERRNO.badf;
    const type = fd < FOLDER_FD ? FILE_TYPE.characterDevice : fd === FOLDER_FD ? FILE_TYPE.directory : FILE_TYPE.regularFile;
    this.#bytes(at, 24).fill(0);
    this.#view.setUint8(at, type);
    // All rights, for the folder and for what is opened in it.
    this.#set64(at + 8, 0x1fffffffn);
    return this.#set64(at + 16, 0x1fffffffn);
  }

  #folder(fd: number, at: number): number {
    if (fd !== FOLDER_FD) return ERRNO.badf;
    this.#set32(at, 0);
    return this.#set32(at + 4, 1);
  }

  #folderName(fd: number, at: number, length: number): number {
    if (fd !== FOLDER_FD || length < 1) return ERRNO.badf;
    this.#view.setUint8(at, '/'.charCodeAt(0));
    return ERRNO.success;
  }

  #vectors(vectors: number, count: number): { at: number; length: number }[] {
    return Array.from({ length: count }, (_, index) => ({
      at: this.#view.getUint32(vectors + 8 * index, true),
      length: this.#view.getUint32(vectors + 8 * index + 4, true),
    }));
  }

  #read(fd: number, vectors: number, count: number, done: number): number {
    const open = this.#open.get(fd);
    if (!open) return ERRNO.badf;
    let total = 0;
    for (const { at, length } of this.#vectors(vectors, count)) {
      const data = open.file.content.subarray(open.position, open.position + length);
      this.#bytes(at, data.length).set(data);
      open.position += data.length;
      total += data.length;
    }
    return this.#set32(done, total);
  }

  #write(fd: number, vectors: number, count: number, done: number): number {
    const open = fd < FOLDER_FD ? { file: this.#stdout, position: this.#stdout.content.length } : this.#open.get(fd);
    if (!open) return ERRNO.badf;
    let total = 0;
    for (const { at, length } of this.#vectors(vectors, count)) {
      // What the program says on standard error is of no use here.
      if (fd === STDOUT_FD || fd > FOLDER_FD) open.file.write(open.position, this.#bytes(at, length));
      open.position += length;
      total += length;
    }
    return this.#set32(done, total);
  }

  #seek(fd: number, offset: number, whence: number, at: number): number {
    const open = this.#open.get(fd);
    if (!open) return ERRNO.badf;
    const from = whence === WHENCE.set ? 0 : whence === WHENCE.current ? open.position : open.file.content.length;
    if (from + offset < 0) return ERRNO.inval;
    open.position = from + offset;
    return this.#set64(at, BigInt(open.position));
  }

  #openPath(path: number, length: number, how: number, at: number): number {
    const name = new TextDecoder().decode(this.#bytes(path, length).slice());
    let file = this.files.get(name);
    if (!file) {
      if ((how & CREATE) === 0) return ERRNO.noent;
      file = new MemoryFile();
      this.files.set(name, file);
    }
    if ((how & TRUNCATE) !== 0) file.truncate();
    const fd = this.#nextFd;
    this.#nextFd += 1;
    this.#open.set(fd, { file, position: 0 });
    return this.#set32(at, fd);
  }
}
