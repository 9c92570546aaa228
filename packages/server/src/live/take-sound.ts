import type { BlobPart, BlobStore } from '../ports/blobs.ts';
import { patchHeader, rateIn, WAV_HEADER_BYTES, wavHeader } from '../ports/kept-wav.ts';

/** A recording that grows while someone speaks. */
export interface GrowingSound {
  /** Samples that are kept. */
  readonly received: number;
  /** Appends 16-bit samples; resolves when they are kept. */
  append(samples: Int16Array): Promise<void>;
  /** Writes the true length into the header and ends the recording. */
  close(): Promise<void>;
}

/** Keeps the sound of takes as 16-bit mono WAV, one blob a take. */
export interface TakeSound {
  /** Begins a recording or goes on at the end of the one that is there. */
  grow(id: string, sampleRate: number): Promise<GrowingSound>;
  /** Writes a whole take aside; it is the take's sound once it is settled. */
  write(id: string, samples: Int16Array, sampleRate: number): Promise<void>;
  /** What was written aside becomes the take's sound. */
  settle(id: string): Promise<void>;
  /** Ids of what a writer that died left aside. */
  aside(): Promise<string[]>;
  /** Deletes what was written aside. */
  sweep(id: string): Promise<void>;
  /** Whether a take has sound. */
  has(id: string): Promise<boolean>;
  /** Takes the sound from its take, to be deleted for good by {@link TakeSound.remove}; nothing happens where there is none. */
  discard(id: string): Promise<void>;
  /** Ids of sound that was discarded and is not deleted yet. */
  discarded(): Promise<string[]>;
  /** The whole file, its header mended when the writer died. Null when there is none. */
  read(id: string): Promise<Uint8Array | null>;
  /** Bytes `from` to `to`, both counted in, as {@link TakeSound.read} would have them; only they are read. Null when there is no file. */
  part(id: string, from: number, to: number): Promise<BlobPart | null>;
  /** The loudest sample of each of `count` equal stretches, 0..1, to draw. Null when there is no file. */
  peaks(id: string, count: number): Promise<number[] | null>;
  /** Deletes the sound, discarded or not. */
  remove(id: string): Promise<void>;
}

const BYTES_PER_SAMPLE = 2;
/** Ends the names of what is not yet the sound of a take. */
const ASIDE = '.part';
/** Ends the names of what is a take's sound no more. */
const GONE = '.gone';

/** The sound of takes in a store. */
export function takeSound(blobs: BlobStore): TakeSound {
  const key = (id: string): string => `${id}.wav`;
  const besides = (id: string): string => `${id}${ASIDE}`;
  const gone = (id: string): string => `${id}${GONE}`;
  // A writer that died right after it had made its file left no sound.
  const isSound = (part: BlobPart | null): part is BlobPart => part !== null && part.size >= WAV_HEADER_BYTES;
  const has = async (id: string): Promise<boolean> => isSound(await blobs.read(key(id), 0, 0));
  const idsOf = async (ending: string): Promise<string[]> => (await blobs.list(ending)).map((name) => name.slice(0, -ending.length));
  return {
    grow: (id, sampleRate) => growing(blobs, key(id), sampleRate),
    write: (id, samples, sampleRate) => blobs.write(besides(id), [wavHeader(sampleRate, samples.length), bytesOf(samples)]),
    settle: (id) => blobs.rename(besides(id), key(id)),
    aside: () => idsOf(ASIDE),
    sweep: (id) => blobs.remove(besides(id)),
    has,
    async discard(id) {
      if (await has(id)) await blobs.rename(key(id), gone(id));
    },
    discarded: () => idsOf(GONE),
    async read(id) {
      const whole = await blobs.read(key(id));
      return isSound(whole) ? patchHeader(whole.bytes) : null;
    },
    part: (id, from, to) => partOf(blobs, key(id), from, to),
    peaks: (id, count) => peaksOf(blobs, key(id), count),
    async remove(id) {
      for (const name of [key(id), gone(id)]) await blobs.remove(name);
    },
  };
}

const bytesOf = (samples: Int16Array) => new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);

/** The header says how long the file is, whatever a writer that died left in it. */
async function healedHeader(blobs: BlobStore, key: string): Promise<{ header: Uint8Array; sampleCount: number; size: number } | null> {
  const head = await blobs.read(key, 0, WAV_HEADER_BYTES - 1);
  if (head === null) return null;
  const sampleCount = Math.max(0, Math.floor((head.size - WAV_HEADER_BYTES) / BYTES_PER_SAMPLE));
  return { header: wavHeader(rateIn(head.bytes), sampleCount), sampleCount, size: WAV_HEADER_BYTES + sampleCount * BYTES_PER_SAMPLE };
}

async function partOf(blobs: BlobStore, key: string, from: number, to: number): Promise<BlobPart | null> {
  const healed = await healedHeader(blobs, key);
  if (healed === null) return null;
  const { header, size } = healed;
  const bytes = new Uint8Array(Math.max(0, Math.min(to, size - 1) + 1 - from));
  const ofHeader = header.subarray(from, from + bytes.length);
  bytes.set(ofHeader);
  if (bytes.length > ofHeader.length) {
    const rest = await blobs.read(key, Math.max(from, WAV_HEADER_BYTES), from + bytes.length - 1);
    if (rest !== null) bytes.set(rest.bytes, ofHeader.length);
  }
  return { bytes, size };
}

/** Samples read at a time: between two reads the server serves others. */
const READ_SAMPLES = 1 << 19;
const FULL_SCALE = 0x8000;

async function peaksOf(blobs: BlobStore, key: string, count: number): Promise<number[] | null> {
  const healed = await healedHeader(blobs, key);
  if (healed === null) return null;
  const { sampleCount } = healed;
  const peaks = new Array<number>(Math.min(count, sampleCount)).fill(0);
  const each = sampleCount / peaks.length;
  for (let at = 0; at < sampleCount; at += READ_SAMPLES) {
    const block = await samplesAt(blobs, key, at, Math.min(READ_SAMPLES, sampleCount - at));
    let place = Math.floor(at / each);
    let end = (place + 1) * each - at;
    let peak = peaks[place] ?? 0;
    for (let i = 0; i < block.length; i++) {
      if (i >= end && place < peaks.length - 1) {
        peaks[place] = peak;
        place += 1;
        end += each;
        peak = 0;
      }
      peak = Math.max(peak, Math.abs(block[i] ?? 0));
    }
    peaks[place] = peak;
  }
  return peaks.map((peak) => Number((peak / FULL_SCALE).toFixed(3)));
}

async function samplesAt(blobs: BlobStore, key: string, first: number, count: number): Promise<Int16Array> {
  const from = WAV_HEADER_BYTES + first * BYTES_PER_SAMPLE;
  const part = await blobs.read(key, from, from + count * BYTES_PER_SAMPLE - 1);
  if (part === null) return new Int16Array(0);
  const { bytes } = part;
  return new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / BYTES_PER_SAMPLE));
}

async function growing(blobs: BlobStore, key: string, sampleRate: number): Promise<GrowingSound> {
  const blob = await blobs.grow(key, wavHeader(sampleRate, 0), BYTES_PER_SAMPLE);
  const received = () => (blob.size - WAV_HEADER_BYTES) / BYTES_PER_SAMPLE;
  return {
    get received() {
      return received();
    },
    append: (samples) => blob.append(bytesOf(samples)),
    close: async () => blob.close(wavHeader(sampleRate, received())),
  };
}
