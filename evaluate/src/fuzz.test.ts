import { describe, expect, it } from 'vitest';
import { mutate, SeededRandom } from './fuzz-mutations.ts';
import { runFuzz } from './fuzz-run.ts';
import { readSeeds } from './fuzz-seeds.ts';
import { peakMemoryMb } from './process-memory.ts';

describe('damaged recordings', () => {
  it('are decoded or refused with a sentence: no crash, no hang, little memory', async () => {
    const seeds = await readSeeds();
    const before = peakMemoryMb();
    const { failures, bySeed } = await runFuzz({ seeds, files: 60, seed: 7 });
    expect(failures).toEqual([]);
    expect(bySeed.size).toBe(seeds.length);
    expect(peakMemoryMb() - before).toBeLessThan(500);
    const refused = [...bySeed.values()].reduce((sum, tally) => sum + tally.refused, 0);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(60);
  }, 300_000);

  it('are the same for the same seed, and differ from their source', async () => {
    const [first, second] = await readSeeds();
    if (first === undefined || second === undefined) throw new Error('no seeds');
    const make = (seed: number) =>
      Array.from({ length: 20 }, (_, i) => [...mutate(first.bytes, second.bytes, new SeededRandom(seed + i))].join());
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(100));
    expect(make(1).filter((bytes) => bytes === [...first.bytes].join()).length).toBeLessThan(3);
  });
});
