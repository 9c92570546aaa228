import { RingbackError } from '@ringback/core/failure';
import { DECODE_LIMITS, measureSound, type Waveform } from '@ringback/speech';
import { decodeRecording } from '@ringback/speech/node';
import { mutate, SeededRandom } from './fuzz-mutations.ts';

/** A file to damage. */
export interface Seed {
  name: string;
  bytes: Uint8Array;
}

/** What the fuzzer is asked. */
export interface FuzzOptions {
  seeds: readonly Seed[];
  files: number;
  seed: number;
  signal?: AbortSignal;
  /** Told after each file. */
  onFile?: (done: number) => void;
}

/** What became of the files made from one seed. */
export interface FuzzTally {
  files: number;
  decoded: number;
  refused: number;
  /** Milliseconds of the slowest. */
  slowestMs: number;
}

/** What the fuzzer found. */
export interface FuzzReport {
  bySeed: Map<string, FuzzTally>;
  /** What broke a promise; `index` with the seed of the run makes the file again. */
  failures: { index: number; name: string; what: string }[];
}

/** Milliseconds over which a file counts as hanging: the promise of the product. */
const HANG_MS = 10_000;

/** Damages the seeds in turn and reviews what comes out as far as sound goes: decoding and every measure. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const random = new SeededRandom(options.seed);
  const report: FuzzReport = { bySeed: new Map(), failures: [] };
  for (let index = 0; index < options.files && options.signal?.aborted !== true; index += 1) {
    const seed = options.seeds[index % options.seeds.length];
    const other = options.seeds[random.below(options.seeds.length)];
    if (seed === undefined || other === undefined) break;
    const bytes = mutate(seed.bytes, other.bytes, random);
    const started = performance.now();
    const { decoded, broken } = await tryFile(bytes, seed.name);
    const elapsedMs = performance.now() - started;
    const what = broken ?? (elapsedMs > HANG_MS ? `took ${(elapsedMs / 1000).toFixed(1)} s` : null);
    if (what !== null) report.failures.push({ index, name: seed.name, what });
    count(report.bySeed, seed.name, decoded, elapsedMs);
    options.onFile?.(index + 1);
  }
  return report;
}

function count(bySeed: Map<string, FuzzTally>, name: string, decoded: boolean, elapsedMs: number): void {
  const tally = bySeed.get(name) ?? { files: 0, decoded: 0, refused: 0, slowestMs: 0 };
  tally.files += 1;
  if (decoded) tally.decoded += 1;
  else tally.refused += 1;
  tally.slowestMs = Math.max(tally.slowestMs, elapsedMs);
  bySeed.set(name, tally);
}

async function tryFile(bytes: Uint8Array, name: string): Promise<{ decoded: boolean; broken: string | null }> {
  try {
    const { waveform, recording } = await decodeRecording(bytes, { name });
    measureSound(waveform, recording, null);
    return { decoded: true, broken: brokenWaveform(waveform) };
  } catch (error) {
    if (!(error instanceof RingbackError)) return { decoded: false, broken: `threw ${String(error)}` };
    const oneSentence = /^[A-Z][^\n]*\.$/.test(error.message);
    const broken = error.kind !== 'input' ? `blames itself: ${error.code}` : oneSentence ? null : `is no sentence: ${error.message}`;
    return { decoded: false, broken };
  }
}

function brokenWaveform({ samples, sampleRate }: Waveform): string | null {
  if (samples.length === 0) return 'gives no samples';
  if (!samples.every((value) => value >= -1 && value <= 1)) return 'gives samples beyond full scale';
  if (!(sampleRate >= DECODE_LIMITS.minSampleRate && sampleRate <= DECODE_LIMITS.maxSampleRate)) return `gives a rate of ${sampleRate} Hz`;
  return samples.length / sampleRate > DECODE_LIMITS.maxDurationSec + 1 ? 'gives more than the longest duration' : null;
}
