import { describe, expect, it } from 'vitest';
import { mutate, SeededRandom } from './fuzz-mutations.ts';
import { runFuzz } from './fuzz-run.ts';
import { readSeeds } from './fuzz-seeds.ts';
import { peakMemoryMb } from './process-memory.ts';

/** RINGBACK_FUZZ_SEED and RINGBACK_FUZZ_RUNS are set by `npm run fuzz`; what breaks is printed with its seed. */
const FUZZ = { seed: Number(process.env.RINGBACK_FUZZ_SEED ?? 7), files: Number(process.env.RINGBACK_FUZZ_RUNS ?? 60) };

describe('recordings:', () => {
  it('damaged ones are decoded or refused with a sentence: no crash, no hang, little memory', async () => {
    const seeds = await readSeeds();
    const before = peakMemoryMb();
    const { failures, bySeed } = await runFuzz({ seeds, ...FUZZ });
    expect(failures).toEqual([]);
    expect(bySeed.size).toBe(seeds.length);
    expect(peakMemoryMb() - before).toBeLessThan(500);
    const refused = [...bySeed.values()].reduce((sum, tally) => sum + tally.refused, 0);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(FUZZ.files);
  }, 600_000);

  it('damage is the same for the same seed, and differs from its source', async () => {
    const [first, second] = await readSeeds();
    if (first === undefined || second === undefined) throw new Error('no seeds');
    const make = (seed: number) =>
      Array.from({ length: 20 }, (_, i) => [...mutate(first.bytes, second.bytes, new SeededRandom(seed + i))].join());
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(100));
    expect(make(1).filter((bytes) => bytes === [...first.bytes].join()).length).toBeLessThan(3);
  });
});
